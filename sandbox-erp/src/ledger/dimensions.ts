import type { Books } from './books.js';
import { refuse } from './errors.js';

/** Dimensions, their values, and which value a journal line or ledger entry carries: at most one a dimension. */
export class Dimensions {
  readonly #books: Books;

  constructor(books: Books) {
    this.#books = books;
  }

  add(code: string, displayName: string, values: Readonly<Record<string, string>>): void {
    const created = this.#books.created();
    this.#books.db.insert('dimension', { code, displayName, ...created });
    for (const [valueCode, valueName] of Object.entries(values)) {
      const row = { dimensionCode: code, code: valueCode, displayName: valueName, ...this.#books.created() };
      this.#books.db.insert('dimensionValue', row);
    }
  }

  /** The code behind an id, for dialects that refer by id. */
  codeOf(id: string): string | undefined {
    return this.#books.db.get<{ code: string }>('select code from dimension where id = ?', id)?.code;
  }

  /** Gives a record a value of a dimension. Returns the dimension's id. */
  assign(parentId: string, dimensionCode: string, valueCode: string): string {
    return this.#books.db.transaction(() => {
      const id = this.#check(dimensionCode, valueCode);
      const taken = 'select 1 from dimensionSetLine where parentId = ? and dimensionCode = ?';
      if (this.#books.db.get(taken, parentId, dimensionCode)) refuse({ kind: 'dimensionTaken' });
      this.#books.db.insert('dimensionSetLine', { parentId, dimensionCode, valueCode });
      return id;
    });
  }

  /** Copies what one record carries to another, such as a journal line's to its ledger entry. */
  copy(fromId: string, toId: string): void {
    this.#books.db.run(
      `insert into dimensionSetLine (parentId, dimensionCode, valueCode)
       select ?, dimensionCode, valueCode from dimensionSetLine where parentId = ?`,
      toId,
      fromId
    );
  }

  #check(dimensionCode: string, valueCode: string): string {
    const dimension = this.#books.db.get<{ id: string }>('select id from dimension where code = ?', dimensionCode);
    if (!dimension) refuse({ kind: 'noDimension', field: 'code', table: 'Dimension' });
    const value = 'select 1 from dimensionValue where dimensionCode = ? and code = ?';
    if (!this.#books.db.get(value, dimensionCode, valueCode)) {
      refuse({ kind: 'noDimension', field: 'valueCode', table: 'Dimension Value' });
    }
    return dimension.id;
  }
}
