import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { toText } from '../../runtime/text.js';

const system = { mode: 'system', sharing: false } as const;
const field = /\{!\s*(\w+)\.([\w.]+)\s*\}|\{\{\{\s*(\w+)\.([\w.]+)\s*\}\}\}/g;

/** The records whose fields a template may name. */
export interface MergeContext {
  readonly who: ApexId | null;
  readonly what: ApexId | null;
}

/**
 * Puts field values in the place of `{!Contact.FirstName}` and `{{{Recipient.Name}}}`. An object is that of the recipient, of the
 * related record, `Recipient`, `RelatedTo`, `User` or `Sender` (who sends), or `Organization`. What cannot be read is empty, as in
 * mails of the platform. Reading does not count as queries of the transaction: the caller counts one.
 */
export function mergeFields(tx: Transaction, text: string, context: MergeContext): string {
  const wanted = new Map<string, Set<string>>();
  for (const [, object = '', path = '', modern = '', modernPath = ''] of text.matchAll(field)) {
    const id = recordOf(tx, object || modern, context);
    if (!id) continue;
    const paths = wanted.get(id.value) ?? new Set();
    wanted.set(id.value, paths.add((path || modernPath).toLowerCase()));
  }
  const values = new Map([...wanted].map(([id, paths]) => [id, read(tx, id, [...paths])]));
  return text.replace(field, (_, object?: string, path?: string, modern?: string, modernPath?: string) => {
    const id = recordOf(tx, object ?? modern ?? '', context);
    return values.get(id?.value ?? '')?.get((path ?? modernPath ?? '').toLowerCase()) ?? '';
  });
}

function recordOf(tx: Transaction, object: string, { who, what }: MergeContext): ApexId | null {
  const name = object.toLowerCase();
  const is = (id: ApexId | null): boolean => id !== null && objectOf(tx, id)?.toLowerCase() === name;
  if (name === 'recipient') return who;
  if (name === 'relatedto') return what;
  if (is(who)) return who;
  if (is(what)) return what;
  if (name === 'user' || name === 'sender') return tx.user.id;
  return name === 'organization' ? tx.org.info.id : null;
}

export const objectOf = (tx: Transaction, id: ApexId): string | undefined =>
  tx.org.schema.objectByPrefix(id.value.slice(0, 3))?.name;

/** Field paths of a record as text; a path that the object lacks is left out. */
function read(tx: Transaction, id: string, paths: readonly string[]): Map<string, string> {
  const record = ApexId.parse(id);
  const object = record && objectOf(tx, record);
  const found = new Map<string, string>();
  if (!object) return found;
  const known = paths.filter((path) => path.includes('.') || tx.org.schema.field(object, path));
  if (known.length === 0) return found;
  tx.limits.push();
  try {
    const query = tx.data.parse(tx, `SELECT ${known.join(', ')} FROM ${object} WHERE Id = :id`);
    const [row] = tx.data.query(tx, query, () => record, system);
    for (const path of known) if (row) found.set(path, follow(tx, row, path.split('.')));
  } finally {
    tx.limits.pop();
  }
  return found;
}

function follow(tx: Transaction, row: SObjectValue, [head = '', ...rest]: readonly string[]): string {
  for (const [name, value] of row.fields) {
    if (name.toLowerCase() !== head) continue;
    if (rest.length === 0) return value === null ? '' : toText(tx, value);
    return value instanceof SObjectValue ? follow(tx, value, rest) : '';
  }
  return '';
}
