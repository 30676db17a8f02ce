/** How often a line of a class or trigger ran. */
export interface LineCoverage {
  /** `Foo`, or `Trigger.Foo`: a class and a trigger may have one name. */
  readonly unit: string;
  readonly line: number;
  readonly hits: number;
}

/** Line counters of all scripts that were compiled for coverage. */
export class Coverage {
  readonly #units = new Map<string, { readonly lines: readonly number[]; readonly counters: Uint32Array }>();

  /** Called before the script runs. */
  declare(unit: string, lines: readonly number[]): void {
    if (lines.length > 0)
      this.#units.set(unit, { lines, counters: new Uint32Array((lines[lines.length - 1] ?? 0) + 1) });
  }

  counters(unit: string): Uint32Array {
    return this.#units.get(unit)?.counters ?? new Uint32Array(1);
  }

  *lines(): Generator<LineCoverage> {
    for (const [unit, { lines, counters }] of this.#units) {
      for (const line of lines) yield { unit, line, hits: counters[line] ?? 0 };
    }
  }

  clear(): void {
    for (const { counters } of this.#units.values()) counters.fill(0);
  }
}
