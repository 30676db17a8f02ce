import type { QueryCommand } from './arguments.js';
import { withOrg } from './with-org.js';

/** `local-org query "SELECT …"`: prints the rows as a table, or as JSON objects with --json. */
export async function runQuery(command: QueryCommand): Promise<number> {
  return withOrg({ ...command, credentials: null, makesFolder: false }, async (pool) => {
    const result = await pool.run({ kind: 'query', soql: command.soql });
    if (result.error !== null) {
      console.error(result.error);
      return 1;
    }
    if (command.json) console.log(JSON.stringify(result.records, null, 2));
    else for (const line of table(result.columns, result.rows)) console.log(line);
    return 0;
  });
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => (row[index] ?? '').length))
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  const count = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
  if (columns.length === 0) return [count];
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), count];
}
