import type { SoqlSelectItem } from '../ast.js';
import type { Cursor } from './cursor.js';
import { parseSubquery } from './query.js';
import { parseOperand } from './values.js';

/** One entry of the select list; the field lists of SOSL know no aliases. */
export function parseSelectItem(cursor: Cursor, aliases = true): SoqlSelectItem {
  if (cursor.take('(')) {
    const query = parseSubquery(cursor, false);
    cursor.expect(')');
    parseAlias(cursor);
    return { kind: 'subquery', query };
  }
  if (cursor.at('typeof') && cursor.peek(1).kind === 'name') {
    const item = parseTypeOf(cursor);
    if (aliases) parseAlias(cursor);
    return item;
  }
  if (cursor.take('fields', '(')) {
    const set = cursor.expectKind('name').toLowerCase();
    if (set !== 'all' && set !== 'custom' && set !== 'standard') cursor.fail();
    cursor.expect(')');
    return { kind: 'fields', set };
  }
  const operand = parseOperand(cursor);
  const alias = aliases ? parseAlias(cursor) : undefined;
  if (operand.kind !== 'field' && operand.kind !== 'function') cursor.fail();
  return alias === undefined ? operand : { ...operand, alias };
}

function parseAlias(cursor: Cursor): string | undefined {
  return cursor.peek().kind === 'name' && !cursor.at('from') ? cursor.next().text : undefined;
}

function parseTypeOf(cursor: Cursor): SoqlSelectItem {
  cursor.expect('typeof');
  const path = cursor.path();
  const whens: { object: string; fields: string[][] }[] = [];
  while (cursor.take('when')) {
    const object = cursor.path().join('.');
    cursor.expect('then');
    whens.push({ object, fields: cursor.list(() => cursor.path()) });
  }
  const otherwise = cursor.take('else') ? cursor.list(() => cursor.path()) : [];
  if (whens.length === 0) cursor.fail();
  cursor.expect('end');
  return { kind: 'typeof', path, whens, otherwise };
}
