import type { ObjectModel } from '../../schema/model.js';
import { matchesSearch, wordsOf, type SearchNode } from '../../soql/search-text.js';
import type { SoslFields } from '../../soql/sosl-ast.js';
import type { Connection } from '../store/connection.js';
import { quote } from '../translate/context.js';
import { searchedFields } from './searched-fields.js';

/**
 * Ids of the records of an object in which the search finds its words, in the order in which they were made. The platform
 * ranks by relevance, which no query can rely on.
 */
export function findRecords(
  connection: Connection,
  object: ObjectModel,
  group: SoslFields,
  search: SearchNode
): string[] {
  const columns = searchedFields(object, group).map(({ name }) => quote(name));
  if (columns.length === 0) return [];
  const params: string[] = [];
  const text = columns.map((column) => `COALESCE(${column}, '')`).join(" || ' ' || ");
  const filter = mayMatch(search, text, params);
  const rows = connection.all(
    `SELECT "Id", ${columns.join(', ')} FROM ${quote(object.name)} WHERE ${filter} ORDER BY rowid`,
    params
  );
  return rows.flatMap(([id, ...values]) => {
    const words = values.map((value) => (typeof value === 'string' ? wordsOf(value) : []));
    return matchesSearch(search, words) ? [String(id)] : [];
  });
}

/** A condition that no match fails: each word, up to its first wildcard, is somewhere in the text. SQLite folds ASCII letters only. */
function mayMatch(search: SearchNode, text: string, params: string[]): string {
  switch (search.kind) {
    case 'not':
      return '1';
    case 'phrase': {
      const heads = search.words.map((word) => /^[a-z0-9]*/.exec(word.text)?.[0] ?? '').filter((head) => head !== '');
      return heads.length === 0 ? '1' : heads.map((head) => `${text} LIKE ?${params.push(`%${head}%`)}`).join(' AND ');
    }
    default:
      return `(${search.items.map((item) => mayMatch(item, text, params)).join(` ${search.kind.toUpperCase()} `)})`;
  }
}
