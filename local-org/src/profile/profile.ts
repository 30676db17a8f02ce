/** What a method cost. */
export interface MethodCost {
  /** `Class.Orders.Line.total`, `Trigger.Orders`. */
  readonly method: string;
  /** Milliseconds in the method itself, with the library and the database that it called directly. */
  readonly selfMs: number;
  /** Milliseconds in the method and all that it called; recursion counts once. */
  readonly totalMs: number;
}

/** What a query, a change of records or a callout cost, over all times that it ran from one place. */
export interface StatementCost {
  readonly text: string;
  /** `Class.Orders.load: line 12, column 1`; empty when the platform itself made it. */
  readonly place: string;
  readonly count: number;
  readonly rows: number;
  /** Milliseconds; of a change of records, with the triggers that it fired. */
  readonly totalMs: number;
}

export interface Profile {
  readonly methods: readonly MethodCost[];
  readonly statements: readonly StatementCost[];
}

/** One profile of several threads. */
export function sumOfProfiles(profiles: readonly Profile[]): Profile {
  const methods = new Map<string, MethodCost>();
  const statements = new Map<string, StatementCost>();
  for (const profile of profiles) {
    for (const one of profile.methods) {
      const known = methods.get(one.method) ?? { selfMs: 0, totalMs: 0 };
      methods.set(one.method, {
        method: one.method,
        selfMs: known.selfMs + one.selfMs,
        totalMs: known.totalMs + one.totalMs
      });
    }
    for (const one of profile.statements) {
      const key = `${one.place}\n${one.text}`;
      const known = statements.get(key) ?? { count: 0, rows: 0, totalMs: 0 };
      statements.set(key, {
        ...one,
        count: known.count + one.count,
        rows: known.rows + one.rows,
        totalMs: known.totalMs + one.totalMs
      });
    }
  }
  return { methods: [...methods.values()], statements: [...statements.values()] };
}
