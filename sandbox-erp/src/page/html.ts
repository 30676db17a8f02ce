/** Text made safe for HTML content and attributes. */
export function escape(text: string | number): string {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An amount with thousands separators and two decimals, e.g. 12,450.00. */
export function money(amount: number): string {
  return amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** One column of a table; `cell` returns HTML. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  readonly kind?: 'number' | 'wide';
}

/** A table whose cells carry their column's title, for the phone layout; a sentence when there are no rows. */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  empty: string,
  foot = ''
): string {
  if (rows.length === 0) return `<p class="empty">${escape(empty)}</p>`;
  const kind = (column: Column<Row>) => (column.kind ? ` class="${column.kind}"` : '');
  const head = columns
    .map(
      (column) =>
        `<th scope="col"${kind(column)}>${column.title || '<span class="visually-hidden">Actions</span>'}</th>`
    )
    .join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${columns.map((column) => `<td${kind(column)} data-label="${escape(column.title)}">${column.cell(row)}</td>`).join('')}</tr>`
    )
    .join('\n');
  return `<table><caption class="visually-hidden">${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${foot && `<tfoot>${foot}</tfoot>`}</table>`;
}

/** A button that posts to the control API; `done` is the success message, with {fields} of the answer. */
export function action(post: string, label: string, done: string, fields = '', quiet = false): string {
  return `<form data-post="${escape(post)}" data-done="${escape(done)}">${fields}<button${quiet ? ' class="quiet"' : ''}>${label}</button></form>`;
}
