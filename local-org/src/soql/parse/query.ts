import type { SoqlFrom, SoqlGroupBy, SoqlOrder, SoqlQuery, SoqlValue } from '../ast.js';
import { isCountQuery } from '../aggregates.js';
import { parseCondition } from './conditions.js';
import type { Cursor } from './cursor.js';
import { parseSelectItem } from './select.js';
import { parseOperand, parseValue } from './values.js';

/** Words that end the FROM list, so that they are no alias. */
const clauseWords = new Set('where with group having order limit offset all for using update'.split(' '));

/** A whole query up to the end of the text. */
export function parseWholeQuery(cursor: Cursor): SoqlQuery {
  const query = parseSubquery(cursor);
  if (cursor.peek().kind !== 'end') cursor.fail();
  return query;
}

/** A query that may be followed by other text: the inside of parentheses. */
export function parseSubquery(cursor: Cursor, outermost = true): SoqlQuery {
  cursor.expect('select');
  const select = cursor.list(() => parseSelectItem(cursor));
  cursor.expect('from');
  const from = parseFrom(cursor);
  const scope = cursor.take('using', 'scope') ? cursor.expectKind('name') : undefined;
  const where = cursor.take('where') ? parseCondition(cursor) : undefined;
  const access = cursor.take('with') ? parseWith(cursor) : undefined;
  const groupBy = cursor.take('group', 'by') ? parseGroupBy(cursor) : undefined;
  const having = groupBy && cursor.take('having') ? parseCondition(cursor) : undefined;
  const orderBy = cursor.take('order', 'by') ? cursor.list(() => parseOrder(cursor)) : [];
  const limit = cursor.take('limit') ? parseCount(cursor) : undefined;
  const offset = cursor.take('offset') ? parseCount(cursor) : undefined;
  const tail = parseTail(cursor, outermost);
  if (isCountQuery({ select }) && select.some((item) => item.kind === 'function' && item.alias !== undefined)) {
    cursor.refuse(`unexpected token: '${(select[0] as { alias: string }).alias}'`);
  }
  return {
    select,
    from,
    ...(where && { where }),
    ...(groupBy && { groupBy }),
    ...(having && { having }),
    orderBy,
    ...(limit && { limit }),
    ...(offset && { offset }),
    ...(scope !== undefined && { scope }),
    ...(access && { access }),
    ...tail
  };
}

/** The query after IN: it has no other clauses than these. */
export function parseSemiJoin(cursor: Cursor): SoqlQuery {
  cursor.expect('select');
  const select = cursor.list(() => parseSelectItem(cursor));
  cursor.expect('from');
  const from = parseFrom(cursor);
  const scope = cursor.take('using', 'scope') ? cursor.expectKind('name') : undefined;
  const where = cursor.take('where') ? parseCondition(cursor) : undefined;
  const access = cursor.take('with') ? parseWith(cursor) : undefined;
  const query = { select, from, orderBy: [], allRows: false, forUpdate: false };
  return { ...query, ...(where && { where }), ...(scope !== undefined && { scope }), ...(access && { access }) };
}

function parseFrom(cursor: Cursor): SoqlFrom {
  const entry = () => {
    const path = cursor.path();
    cursor.take('as');
    const aliased = cursor.peek().kind === 'name' && !clauseWords.has(cursor.peek().text.toLowerCase());
    return { path, alias: aliased ? cursor.next().text : undefined };
  };
  const [first, ...rest] = cursor.list(entry);
  const aliases = rest.map(({ path, alias }) => ({ path, alias: alias ?? path.join('.') }));
  const object = (first?.path ?? []).join('.');
  return first?.alias === undefined ? { object, aliases } : { object, alias: first.alias, aliases };
}

function parseWith(cursor: Cursor): NonNullable<SoqlQuery['access']> {
  if (cursor.take('user_mode')) return 'user';
  if (cursor.take('system_mode')) return 'system';
  if (cursor.take('security_enforced')) return 'securityEnforced';
  return cursor.refuse(`WITH ${cursor.peek().text} is not supported by the local org`);
}

function parseGroupBy(cursor: Cursor): SoqlGroupBy {
  const mode = cursor.at('rollup', '(') ? 'rollup' : cursor.at('cube', '(') ? 'cube' : 'plain';
  if (mode === 'plain') return { mode, operands: cursor.list(() => parseOperand(cursor)) };
  cursor.take(mode, '(');
  const operands = cursor.list(() => parseOperand(cursor));
  cursor.expect(')');
  return { mode, operands };
}

/** One entry of ORDER BY. */
export function parseOrder(cursor: Cursor): SoqlOrder {
  const operand = parseOperand(cursor);
  const descending = cursor.take('desc');
  if (!descending) cursor.take('asc');
  if (!cursor.take('nulls')) return { operand, descending };
  const last = cursor.take('last');
  if (!last) cursor.expect('first');
  return { operand, descending, nulls: last ? 'last' : 'first' };
}

/** The number, or its bind variable, of LIMIT and OFFSET. */
export function parseCount(cursor: Cursor): SoqlValue {
  const whole = cursor.peek().kind !== 'number' || /^\d+$/.test(cursor.peek().text);
  const value = whole ? parseValue(cursor) : cursor.fail();
  return value.kind === 'bind' || value.kind === 'number' ? value : cursor.fail();
}

/** What may follow LIMIT and OFFSET, each once and in this order; FOR UPDATE stands alone, and child queries neither lock nor see deleted rows. */
function parseTail(cursor: Cursor, outermost: boolean): Pick<SoqlQuery, 'allRows' | 'forUpdate' | 'forView'> {
  const forUpdate = outermost && cursor.take('for', 'update');
  const forView = !forUpdate && (cursor.take('for', 'view') || cursor.take('for', 'reference'));
  if (!forUpdate && cursor.take('update')) cursor.list(() => expectOneOf(cursor, 'tracking', 'viewstat'));
  const allRows = outermost && !forUpdate && cursor.take('all', 'rows');
  return { allRows, forUpdate, ...(forView && { forView }) };
}

function expectOneOf(cursor: Cursor, ...words: readonly string[]): void {
  if (!words.some((word) => cursor.take(word))) cursor.fail();
}
