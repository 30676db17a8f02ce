import { captureFrames } from '../kernel/exception.js';
import type { ObservedStatement, StatementEnd, TransactionObserver } from '../kernel/observer.js';
import type { CalloutService, DataService, HttpRequestModel, Transaction } from '../kernel/services.js';
import { printQuery } from '../soql/print.js';
import type { SoslQuery } from '../soql/sosl-ast.js';

type Ended<V> = (value: V) => StatementEnd;

function observe<V>(
  observers: readonly TransactionObserver[],
  kind: ObservedStatement['kind'],
  text: string,
  statement: () => V,
  ended: Ended<V>
): V {
  const begun: ObservedStatement = { kind, text, frames: captureFrames() };
  const ends = observers.map((observer) => observer.statement(begun));
  let end: StatementEnd = { rows: null };
  try {
    const result = statement();
    end = ended(result);
    return result;
  } finally {
    for (const tell of ends) tell(end);
  }
}

/** The data service with observers: every query and every change of records of the transaction is told to them. */
export function observedData(data: DataService, observers: readonly TransactionObserver[]): DataService {
  const rows = (value: readonly unknown[]): StatementEnd => ({ rows: value.length });
  const own: Partial<DataService> = {
    query: (tx, soql, ...rest) =>
      observe(observers, 'soql', printQuery(soql), () => data.query(tx, soql, ...rest), rows),
    locate: (tx, soql, ...rest) =>
      observe(observers, 'soql', printQuery(soql), () => data.locate(tx, soql, ...rest), rows),
    search: (tx, sosl, ...rest) =>
      observe(
        observers,
        'sosl',
        searchText(sosl),
        () => data.search(tx, sosl, ...rest),
        (lists) => ({ rows: lists.reduce((sum, list) => sum + list.length, 0) })
      ),
    count: (tx, soql, ...rest) =>
      observe(
        observers,
        'soql',
        printQuery(soql),
        () => data.count(tx, soql, ...rest),
        () => ({ rows: 1 })
      ),
    dml: (tx, operation, records, options) =>
      observe(
        observers,
        'dml',
        `Op:${operation.charAt(0).toUpperCase()}${operation.slice(1)}|Type:${records[0]?.object ?? 'SObject'}|Rows:${records.length}`,
        () => data.dml(tx, operation, records, options),
        rows
      ),
    merge: (tx, master, duplicates, options) =>
      observe(
        observers,
        'dml',
        `Op:Merge|Type:${master.object}|Rows:${duplicates.length + 1}`,
        () => data.merge(tx, master, duplicates, options),
        rows
      )
  };
  return delegating(data, own);
}

/** `FIND 'acme' IN NAME FIELDS RETURNING Account, Contact`: what a search looks for, in which fields of which objects. */
function searchText({ search, fields, returning }: SoslQuery): string {
  const wanted = search.kind === 'string' ? `'${search.value}'` : `:${search.name}`;
  const objects = returning.map(({ from }) => from.object).join(', ');
  return `FIND ${wanted} IN ${fields.toUpperCase()} FIELDS${objects === '' ? '' : ` RETURNING ${objects}`}`;
}

/** The callouts with observers. */
export function observedCallouts(callouts: CalloutService, observers: readonly TransactionObserver[]): CalloutService {
  return {
    send: (tx: Transaction, request: HttpRequestModel) =>
      observe(
        observers,
        'callout',
        `System.HttpRequest[Endpoint=${request.url}, Method=${request.method}]`,
        () => callouts.send(tx, request),
        (answer) => ({
          rows: 1,
          status: `System.HttpResponse[Status=${answer.statusText}, StatusCode=${answer.status}]`
        })
      )
  };
}

/** An object that answers with its own methods and otherwise with those of another. */
function delegating<T extends object>(to: T, own: Partial<T>): T {
  return new Proxy(to, {
    get(target, name) {
      const replaced: unknown = Reflect.get(own, name);
      if (replaced !== undefined) return replaced;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    }
  });
}
