import type { Fault, FaultKind } from './fault.js';
import { FAULT_KINDS } from './fault.js';

/** Holds the ordered faults and hands each to the requests it was ordered for, oldest order first. */
export class FaultDesk {
  #faults: Fault[] = [];
  #lastId = 0;

  list(): readonly Fault[] {
    return this.#faults;
  }

  clear(): void {
    this.#faults = [];
  }

  /** Takes an order as it came over HTTP; throws a RangeError that says what is wrong with it. */
  order(order: Readonly<Record<string, unknown>>): Fault {
    const { method, route, kind, status, retryAfter, delayMs, body, times } = order;
    if (typeof route !== 'string' || route === '')
      throw new RangeError('A fault needs a route, such as "salesOrders".');
    if (!FAULT_KINDS.includes(kind as FaultKind))
      throw new RangeError(`kind must be one of ${FAULT_KINDS.join(', ')}.`);
    const fault: Fault = {
      id: ++this.#lastId,
      route,
      kind: kind as FaultKind,
      times: integer('times', times, 1, 1_000_000) ?? 1,
      ...optional('method', typeof method === 'string' && method !== '' ? method.toUpperCase() : undefined),
      ...optional('status', integer('status', status, 100, 599)),
      ...optional('retryAfter', integer('retryAfter', retryAfter, 0, 86_400)),
      ...optional('delayMs', integer('delayMs', delayMs, 0, 600_000)),
      ...optional('body', typeof body === 'string' ? body : undefined)
    };
    this.#faults.push(fault);
    return fault;
  }

  /**
   * The fault that this request gets, used up by one.
   * @param names the paths the request may be matched by: the whole path, below the API root, below the company
   */
  take(method: string, names: readonly string[]): Fault | undefined {
    const fault = this.#faults.find(
      (candidate) =>
        (candidate.method === undefined || candidate.method === method) &&
        names.some((name) => globMatches(candidate.route, name))
    );
    if (!fault) return undefined;
    const left = { ...fault, times: fault.times - 1 };
    this.#faults = this.#faults.flatMap((other) => (other !== fault ? [other] : left.times > 0 ? [left] : []));
    return fault;
  }
}

/** Whether a glob (* within a segment, ** across them) covers the whole of a path; a leading slash does not matter. */
export function globMatches(glob: string, path: string): boolean {
  const pattern = glob
    .replace(/^\//, '')
    .split(/(\*\*\/?|\*)/)
    .map((part) =>
      part.startsWith('**') ? '.*' : part === '*' ? '[^/]*' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    );
  return new RegExp(`^${pattern.join('')}$`, 'i').test(path.replace(/^\//, ''));
}

function integer(name: string, value: unknown, least: number, most: number): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`${name} must be a whole number from ${least} to ${most}.`);
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, Value>>);
}
