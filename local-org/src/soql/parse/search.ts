import type { SoqlQuery, SoqlSelectItem } from '../ast.js';
import type { SoslFields, SoslQuery } from '../sosl-ast.js';
import { Cursor } from './cursor.js';
import { parseCondition } from './conditions.js';
import { parseCount, parseOrder } from './query.js';
import { parseSelectItem } from './select.js';
import { parseValue } from './values.js';

const bracedSearch = /^\s*find\s*\{((?:[^\\}]|\\[^])*)\}/i;

/**
 * A whole SOSL query: `FIND {text}`, `FIND 'text'` or `FIND :bind`, then its clauses.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm
 */
export function parseWholeSearch(text: string): SoslQuery {
  const braced = bracedSearch.exec(text);
  // The braced text is no SOSL: it is blanked out, so that places of errors stay right.
  const rest = braced ? `find${' '.repeat(braced[0].length - 4)}${text.slice(braced[0].length)}` : text;
  const cursor = new Cursor(rest);
  cursor.expect('find');
  const search = braced ? { kind: 'string' as const, value: braced[1] ?? '' } : parseSought(cursor);
  const fields = cursor.take('in') ? parseFields(cursor) : 'all';
  const returning = cursor.take('returning') ? cursor.list(() => parseReturning(cursor)) : [];
  const access = parseWiths(cursor);
  const limit = cursor.take('limit') ? parseCount(cursor) : undefined;
  const offset = cursor.take('offset') ? parseCount(cursor) : undefined;
  while (cursor.take('update')) cursor.list(() => cursor.expectKind('name'));
  if (cursor.peek().kind !== 'end') cursor.fail();
  return {
    search,
    fields,
    returning,
    ...(access && { access }),
    ...(limit && { limit }),
    ...(offset && { offset })
  };
}

/** A text in quotes keeps its escapes, which mean something to the search; only those of quotes belong to the literal. */
function parseSought(cursor: Cursor): SoslQuery['search'] {
  if (cursor.peek().kind === 'string') {
    const text = cursor.next().text.slice(1, -1);
    return { kind: 'string', value: text.replace(/\\(['"])/g, '$1').replace(/\\[nrt]/g, ' ') };
  }
  const value = parseValue(cursor);
  return value.kind === 'bind' ? value : cursor.fail();
}

const groups: readonly SoslFields[] = ['all', 'name', 'email', 'phone', 'sidebar'];

function parseFields(cursor: Cursor): SoslFields {
  const group = groups.find((name) => cursor.take(name));
  if (!group) return cursor.fail();
  cursor.expect('fields');
  return group;
}

/** `Account(Id, Name WHERE … ORDER BY … LIMIT … OFFSET …)`; without parentheses only ids are returned. */
function parseReturning(cursor: Cursor): SoqlQuery {
  const object = cursor.path().join('.');
  const base = { from: { object, aliases: [] }, allRows: false, forUpdate: false } as const;
  if (!cursor.take('(')) return { ...base, select: [idField], orderBy: [] };
  const select = cursor.at('where') ? [idField] : cursor.list(() => parseSelectItem(cursor, false));
  if (cursor.take('using')) cursor.refuse('USING LISTVIEW is not supported by the local org');
  const where = cursor.take('where') ? parseCondition(cursor) : undefined;
  const orderBy = cursor.take('order', 'by') ? cursor.list(() => parseOrder(cursor)) : [];
  const limit = cursor.take('limit') ? parseCount(cursor) : undefined;
  const offset = cursor.take('offset') ? parseCount(cursor) : undefined;
  cursor.expect(')');
  return { ...base, select, orderBy, ...(where && { where }), ...(limit && { limit }), ...(offset && { offset }) };
}

const idField: SoqlSelectItem = { kind: 'field', path: ['Id'] };

/** What only changes how results are shown or ranked. */
const withoutEffect: readonly (readonly string[])[] = [
  ['highlight'],
  ['spell_correction', '=', 'true'],
  ['spell_correction', '=', 'false']
];

function parseWiths(cursor: Cursor): SoslQuery['access'] {
  let access: SoslQuery['access'];
  while (cursor.take('with')) {
    if (cursor.take('user_mode')) access = 'user';
    else if (cursor.take('system_mode')) access = 'system';
    else if (cursor.take('security_enforced')) access = 'securityEnforced';
    else if (cursor.take('snippet')) parseSnippet(cursor);
    else if (cursor.take('metadata', '=')) cursor.expectKind('string');
    else if (!withoutEffect.some((words) => cursor.take(...words))) {
      cursor.refuse(`WITH ${cursor.peek().text} is not supported by the local org`);
    }
  }
  return access;
}

function parseSnippet(cursor: Cursor): void {
  if (!cursor.take('(', 'target_length', '=')) return;
  cursor.expectKind('number');
  cursor.expect(')');
}
