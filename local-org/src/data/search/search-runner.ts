import type { ApexThrow } from '../../kernel/exception.js';
import type { AccessMode, BindValues, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { apexException } from '../../runtime/exceptions.js';
import type { ObjectModel, Schema } from '../../schema/model.js';
import type { SoqlCondition, SoqlQuery, SoqlValue } from '../../soql/ast.js';
import { parseSearchText, SearchTextError } from '../../soql/search-text.js';
import type { SoslQuery } from '../../soql/sosl-ast.js';
import type { QueryRunner } from '../query-runner.js';
import type { Connection } from '../store/connection.js';
import { noSuchObject, refuse } from '../translate/errors.js';
import { idOf } from '../translate/rows.js';
import { findRecords } from './candidates.js';
import { searchedObjects } from './searched-fields.js';

export interface SearchParts {
  readonly connection: Connection;
  readonly schema: Schema;
  readonly queries: QueryRunner;
}

/** "Total number of records retrieved by a single SOSL query": https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm */
const maximumRows = 2000;
const maximumOffset = 2000;

export const searchException = (message: string): ApexThrow => apexException('SearchException', message);

/**
 * Runs SOSL. In a test only the records named by Test.setFixedSearchResults are found; WHERE, ORDER BY and LIMIT still apply:
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_SOSL.htm
 */
export class SearchRunner {
  private readonly parts: SearchParts;
  constructor(parts: SearchParts) {
    this.parts = parts;
  }

  /** One list an object of RETURNING, in its order; without RETURNING one an object in which something was found. */
  search(tx: Transaction, search: SoslQuery, binds: BindValues, access: AccessMode): SObjectValue[][] {
    tx.limits.add('soslQueries', 1);
    const find = this.finder(tx, search, binds);
    const all = search.returning.length === 0;
    const queries = all ? searchedObjects(this.parts.schema).map(idQuery) : search.returning;
    const found = queries.map((query) => this.rows(tx, search, query, find, binds, access));
    return sharedOut(all ? found.filter((list) => list.length > 0) : found, search, binds);
  }

  private finder(tx: Transaction, search: SoslQuery, binds: BindValues): (object: ObjectModel) => readonly string[] {
    const text = search.search.kind === 'string' ? search.search.value : binds(search.search.name);
    const sought = readText(typeof text === 'string' ? text : '');
    if (tx.test) {
      const ids = (tx.test.fixedSearchResults ?? []).map((id) => id.value);
      return ({ keyPrefix, name }) => {
        // Files are indexed by their versions, so that tests name those.
        const prefix = name === 'ContentDocument' ? this.parts.schema.object('ContentVersion')?.keyPrefix : keyPrefix;
        return ids.filter((id) => id.startsWith(prefix ?? keyPrefix));
      };
    }
    return (object) => findRecords(this.parts.connection, object, search.fields, sought);
  }

  private rows(
    tx: Transaction,
    search: SoslQuery,
    query: SoqlQuery,
    find: (object: ObjectModel) => readonly string[],
    binds: BindValues,
    access: AccessMode
  ): SObjectValue[] {
    const object = this.parts.schema.object(query.from.object);
    if (!object) throw refuse(noSuchObject(query.from.object));
    const ids = find(object);
    const key = tx.test && object.name === 'ContentDocument' ? 'LatestPublishedVersionId' : 'Id';
    const { limit, offset, ...rest } = query;
    const restricted: SoqlQuery = {
      ...rest,
      where: among(key, ids, query.where),
      ...(search.access && { access: search.access })
    };
    const rows = this.parts.queries.found(tx, restricted, binds, access);
    if (query.orderBy.length === 0 && key === 'Id') {
      const places = new Map(ids.map((id, place) => [id, place]));
      rows.sort((a, b) => (places.get(idOf(a)) ?? 0) - (places.get(idOf(b)) ?? 0));
    }
    return page(rows, limit, offset, binds);
  }
}

function idQuery(object: ObjectModel): SoqlQuery {
  const from = { object: object.name, aliases: [] };
  return { select: [{ kind: 'field', path: ['Id'] }], from, orderBy: [], allRows: false, forUpdate: false };
}

function among(key: string, ids: readonly string[], where: SoqlCondition | undefined): SoqlCondition {
  const listed: SoqlCondition = {
    kind: 'compare',
    left: { kind: 'field', path: [key] },
    operator: 'in',
    right: { kind: 'list', values: ids.map((value) => ({ kind: 'string', value })) }
  };
  return where ? { kind: 'and', items: [listed, where] } : listed;
}

function page(
  rows: SObjectValue[],
  limit: SoqlValue | undefined,
  offset: SoqlValue | undefined,
  binds: BindValues
): SObjectValue[] {
  const start = offset ? countOf(offset, binds) : 0;
  if (start < 0 || start > maximumOffset) {
    throw searchException(`SOSL offset should be between 0 to ${maximumOffset}`);
  }
  return limit || start > 0 ? rows.slice(start, limit ? start + countOf(limit, binds) : undefined) : rows;
}

/** The limit of the whole search is shared out evenly; what one object leaves, the others get. */
function sharedOut(found: SObjectValue[][], search: SoslQuery, binds: BindValues): SObjectValue[][] {
  const asked = search.limit ? countOf(search.limit, binds) : maximumRows;
  const shares = found.map(() => 0);
  let left = Math.min(asked, maximumRows);
  let open = true;
  while (left > 0 && open) {
    open = false;
    for (const [i, list] of found.entries()) {
      const share = shares[i] ?? 0;
      if (left === 0 || share >= list.length) continue;
      shares[i] = share + 1;
      left--;
      open = true;
    }
  }
  return found.map((list, i) => list.slice(0, shares[i]));
}

function countOf(value: SoqlValue, binds: BindValues): number {
  const found = value.kind === 'number' ? Number(value.text) : value.kind === 'bind' ? binds(value.name) : null;
  if (typeof found !== 'number') throw searchException('Limit and offset must be numbers.');
  return found;
}

function readText(text: string) {
  try {
    return parseSearchText(text);
  } catch (error) {
    if (error instanceof SearchTextError) throw searchException(error.message);
    throw error;
  }
}
