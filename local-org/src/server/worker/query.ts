import { ApexThrow } from '../../kernel/exception.js';
import type { AccessMode } from '../../kernel/services.js';
import { exceptionText } from '../../runtime/exceptions.js';
import type { LocalOrg } from '../../org/local-org.js';
import { recordJson } from '../json/record-json.js';
import type { Json } from '../json/to-json.js';
import { API_ROOT } from '../routes/route.js';
import type { QueryResult } from './protocol.js';

/** The command line is the org's owner: it sees everything. */
const everything: AccessMode = { mode: 'system', sharing: false };

/** Runs a query for the command line; parents are flattened to columns `Account.Name`. */
export function answerQuery(org: LocalOrg, soql: string): QueryResult {
  try {
    return org.run({ userId: org.data.administratorId, origin: { kind: 'sync' } }, (tx) => {
      const query = tx.data.parse(tx, soql);
      const records = tx.data.query(tx, query, () => null, everything).map((row) => recordJson(row, API_ROOT));
      const flat = records.map((record) => flatten(record, ''));
      const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
      const rows = flat.map((row) => columns.map((column) => row.get(column) ?? ''));
      return { columns, rows, records, error: null };
    });
  } catch (error) {
    if (!(error instanceof ApexThrow)) throw error;
    return { columns: [], rows: [], records: [], error: exceptionText(error.exception) };
  }
}

function flatten(record: { readonly [key: string]: Json }, prefix: string): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') continue;
    if (value === null) cells.set(prefix + name, '');
    else if (typeof value !== 'object') cells.set(prefix + name, String(value));
    else if (Array.isArray(value) || 'records' in value) cells.set(prefix + name, JSON.stringify(value));
    else for (const [key, text] of flatten(value, `${prefix}${name}.`)) cells.set(key, text);
  }
  return cells;
}
