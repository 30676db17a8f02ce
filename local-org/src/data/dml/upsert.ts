import { ApexId } from '../../kernel/scalars.js';
import { sobjectException } from '../../runtime/exceptions.js';
import { isLookupKey } from '../../schema/lookup-keys.js';
import { encode } from '../translate/encoding.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

/** Decides for each row of an upsert whether it is inserted or updated, by id or by external id. */
export function splitUpsert(env: DmlEnvironment, rows: readonly DmlRow[], externalIdField: string | undefined): void {
  if (externalIdField === undefined || externalIdField.toLowerCase() === 'id') {
    for (const row of rows) row.created = row.id === null;
    return;
  }
  const field = env.schema.field(env.object.name, externalIdField);
  if (!field || !isLookupKey(env.object, field)) {
    throw sobjectException(
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${externalIdField} (${env.object.name})`
    );
  }
  const seen = new Set<string>();
  for (const row of rows) {
    const value = encode(field, row.input.fields.get(field.name) ?? null) ?? null;
    if (value === null || value instanceof Uint8Array) {
      row.created = row.id === null;
      row.fail('MISSING_ARGUMENT', `${field.name} not specified`);
      continue;
    }
    const key = field.caseSensitive ? String(value) : String(value).toLowerCase();
    if (seen.has(key)) {
      row.fail('DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, [field.name]);
      continue;
    }
    seen.add(key);
    const living = env.object.fields.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
    const found = env.connection.all(
      `SELECT "Id" FROM "${env.object.name}" WHERE "${field.name}" = ?${living} LIMIT 2`,
      [value]
    );
    if (found.length > 1) row.fail('DUPLICATE_VALUE', `duplicate external id: ${String(value)}`, [field.name]);
    row.created = found.length === 0;
    row.id = found[0] ? (ApexId.parse(String(found[0][0])) ?? null) : null;
  }
}
