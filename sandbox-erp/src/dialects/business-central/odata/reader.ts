import type { LedgerDatabase, Row, SqlValue } from '../../../ledger/database.js';
import { badRequest } from '../errors.js';
import type { Property } from './edm.js';
import { toJson } from './edm.js';
import type { EntitySet, Navigation } from './entitySet.js';
import { etagOf } from './etag.js';
import type { SqlCondition } from './filter.js';
import { compileFilter } from './filter.js';
import type { Expansion, QueryOptions } from './query.js';

/** Business Central sends at most this many entities a page. */
const LARGEST_PAGE = 20_000;

export type Entity = Record<string, unknown>;

/** One page of a set. */
export interface Page {
  readonly entities: Entity[];
  /** Where the next page begins; absent on the last. */
  readonly skipToken?: string;
  /** How many rows match in all, when asked for. */
  readonly count?: number;
}

/** Which rows of a set are meant beside the client's filter, e.g. those of one parent. */
export interface Scope {
  readonly column: string;
  readonly ids: readonly string[];
}

interface Ordering {
  readonly column: string;
  readonly descending: boolean;
}

/** Reads entity sets from the ledger's views: one statement for a page, and one for each expanded navigation. */
export class EntityReader {
  readonly #db: LedgerDatabase;
  readonly #sets: ReadonlyMap<string, EntitySet>;

  constructor(db: LedgerDatabase, sets: ReadonlyMap<string, EntitySet>) {
    this.#db = db;
    this.#sets = sets;
  }

  /** @param pageSize the client's odata.maxpagesize */
  page(set: EntitySet, options: QueryOptions, scope?: Scope, pageSize = LARGEST_PAGE): Page {
    const filter = conditionsOf(set, options, scope);
    const ordering = orderingOf(set, options);
    const after = options.skipToken ? afterToken(ordering, options.skipToken) : undefined;
    const limit = Math.min(options.top ?? Infinity, pageSize, LARGEST_PAGE);
    const where = [filter, after].filter((condition) => condition !== undefined);
    const rows = this.#select(set, options, where, ordering, limit + 1, options.skip);
    const page = rows.slice(0, limit);
    const entities = this.#entities(set, options, page);
    const more = rows.length > limit && limit < (options.top ?? Infinity);
    const last = page.at(-1);
    return {
      entities,
      ...(more && last ? { skipToken: encodeToken(ordering.map((_, index) => last[`_order${index}`] ?? null)) } : {}),
      ...(options.count ? { count: this.#count(set, filter) } : {})
    };
  }

  /** The record with this id (within the scope), or undefined. */
  one(set: EntitySet, id: string, options: QueryOptions, scope?: Scope): Entity | undefined {
    const own = { sql: `${set.idColumn} = ?`, parameters: [id.toLowerCase()] };
    const conditions = scope ? [own, scopeCondition(scope)] : [own];
    return this.#entities(set, options, this.#select(set, options, conditions, [], 1, 0))[0];
  }

  #select(
    set: EntitySet,
    options: QueryOptions,
    conditions: readonly SqlCondition[],
    ordering: readonly Ordering[],
    limit: number,
    skip: number
  ): Row[] {
    const columns = selected(set, options).map((property) => `${property.column} as "${property.name}"`);
    columns.push(`${set.idColumn} as _id`);
    if (set.versionColumn !== '') columns.push(`${set.versionColumn} as _version`);
    columns.push(...ordering.map((order, index) => `${order.column} as _order${index}`));
    if (options.foreignColumn) columns.push(`${options.foreignColumn} as _parent`);
    const where = conditions.map((condition) => `(${condition.sql})`).join(' and ');
    const order = ordering.map((term) => `${term.column}${term.descending ? ' desc' : ''}`).join(', ');
    return this.#db.all(
      `select ${columns.join(', ')} from ${set.view}${where && ` where ${where}`}${order && ` order by ${order}`} limit ? offset ?`,
      ...conditions.flatMap((condition) => condition.parameters),
      Number.isFinite(limit) ? limit : -1,
      skip
    );
  }

  #count(set: EntitySet, filter: SqlCondition | undefined): number {
    const where = filter ? ` where ${filter.sql}` : '';
    const row = this.#db.get<{ n: number }>(
      `select count(*) as n from ${set.view}${where}`,
      ...(filter?.parameters ?? [])
    );
    return row?.n ?? 0;
  }

  #entities(set: EntitySet, options: QueryOptions, rows: readonly Row[]): Entity[] {
    const properties = selected(set, options);
    const entities = rows.map((row) => {
      const entity: Entity = {};
      if (set.versionColumn !== '') entity['@odata.etag'] = etagOf(String(row['_id']), Number(row['_version']));
      for (const property of properties) entity[property.name] = toJson(property, row[property.name] ?? null);
      return entity;
    });
    for (const expansion of options.expand) this.#expand(set, expansion, rows, entities);
    return entities;
  }

  #expand(set: EntitySet, expansion: Expansion, rows: readonly Row[], entities: readonly Entity[]): void {
    const navigation = set.navigations.find((candidate) => candidate.name === expansion.navigation);
    const target = navigation && this.#sets.get(navigation.target);
    if (!navigation || !target) {
      throw badRequest(
        `Could not find a property named '${expansion.navigation}' on type 'Microsoft.NAV.${set.typeName}'.`
      );
    }
    const children = this.#children(target, navigation, expansion.options, rows);
    rows.forEach((row, index) => {
      const own = children.get(String(row['_id'])) ?? [];
      const entity = entities[index];
      if (entity) entity[navigation.name] = navigation.many ? own : (own[0] ?? null);
    });
  }

  #children(
    target: EntitySet,
    navigation: Navigation,
    options: QueryOptions,
    rows: readonly Row[]
  ): Map<string, Entity[]> {
    const scope = { column: navigation.foreignColumn, ids: rows.map((row) => String(row['_id'])) };
    const nested = { ...options, foreignColumn: navigation.foreignColumn };
    const filter = conditionsOf(target, options, scope);
    const found = this.#select(target, nested, filter ? [filter] : [], orderingOf(target, options), Infinity, 0);
    const entities = this.#entities(target, nested, found);
    const byParent = new Map<string, Entity[]>();
    found.forEach((row, index) => {
      const entity = entities[index];
      const parent = String(row['_parent']);
      if (entity) byParent.set(parent, [...(byParent.get(parent) ?? []), entity]);
    });
    if (options.top === undefined && options.skip === 0) return byParent;
    const end = options.skip + (options.top ?? Infinity);
    return new Map([...byParent].map(([parent, list]) => [parent, list.slice(options.skip, end)]));
  }
}

function selected(set: EntitySet, options: QueryOptions): readonly Property[] {
  if (options.select.length === 0) return set.properties;
  return options.select.map((name) => requireProperty(set, name));
}

function requireProperty(set: EntitySet, name: string): Property {
  const property = set.properties.find((candidate) => candidate.name === name);
  if (property) return property;
  throw badRequest(`Could not find a property named '${name}' on type 'Microsoft.NAV.${set.typeName}'.`);
}

function conditionsOf(set: EntitySet, options: QueryOptions, scope: Scope | undefined): SqlCondition | undefined {
  const conditions: SqlCondition[] = [];
  if (scope) conditions.push(scopeCondition(scope));
  if (options.filter) conditions.push(compileFilter(options.filter, set.properties));
  if (conditions.length === 0) return undefined;
  return {
    sql: conditions.map((condition) => `(${condition.sql})`).join(' and '),
    parameters: conditions.flatMap((condition) => condition.parameters)
  };
}

function scopeCondition({ column, ids }: Scope): SqlCondition {
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) return { sql: `${column} = ?`, parameters: [only] };
  return { sql: `${column} in (select value from json_each(?))`, parameters: [JSON.stringify(ids)] };
}

function orderingOf(set: EntitySet, options: QueryOptions): Ordering[] {
  const asked = options.orderBy.map(({ name, descending }) => ({
    column: requireProperty(set, name).column,
    descending
  }));
  const rest = set.order.filter((column) => !asked.some((order) => order.column === column));
  return [...asked, ...rest.map((column) => ({ column, descending: false }))];
}

/** Everything after a row in the ordering: later in the first column, or equal there and later in the next, and so on. */
function afterToken(ordering: readonly Ordering[], token: string): SqlCondition {
  const values = decodeToken(token);
  if (values?.length !== ordering.length) throw badRequest('The $skiptoken is not valid.');
  const alternatives: string[] = [];
  const parameters: SqlValue[] = [];
  ordering.forEach(({ column, descending }, index) => {
    const equal = ordering.slice(0, index).map((earlier) => `${earlier.column} = ?`);
    alternatives.push([...equal, `${column} ${descending ? '<' : '>'} ?`].join(' and '));
    parameters.push(...values.slice(0, index + 1));
  });
  return { sql: alternatives.map((alternative) => `(${alternative})`).join(' or '), parameters };
}

function encodeToken(values: readonly SqlValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function decodeToken(token: string): SqlValue[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    const valid =
      Array.isArray(values) && values.every((value) => typeof value === 'string' || typeof value === 'number');
    return valid ? (values as SqlValue[]) : undefined;
  } catch {
    return undefined;
  }
}
