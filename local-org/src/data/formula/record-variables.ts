import type { ApexValue } from '../../kernel/object.js';
import { ApexDatetime, ApexId } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { FormulaWorld } from './world.js';
import { quote } from '../translate/context.js';

/** Reads a path of fields from a record. */
type Read = (row: SObjectValue, path: readonly string[]) => ApexValue;

/**
 * The value of a `$` variable in a DML statement. `name` is in lower case.
 * https://help.salesforce.com/s/articleView?id=sf.dev_understanding_global_variables.htm
 */
export function variable(
  env: FormulaWorld,
  name: string,
  path: readonly string[],
  record: SObjectValue,
  read: Read
): ApexValue {
  const { user, org } = env.tx;
  const of = (object: string, field: string, value: string, rest: readonly string[]): ApexValue => {
    const row = rowBy(env, object, field, value);
    return row ? read(row, rest) : null;
  };
  switch (name) {
    case '$user':
      return path[0]?.toLowerCase().startsWith('uitheme') ? 'Theme4d' : of('User', 'Id', user.id.value, path);
    case '$profile':
      return of('Profile', 'Id', user.profileId.value, path);
    case '$userrole': {
      const role = rowBy(env, 'User', 'Id', user.id.value)?.fields.get('UserRoleId');
      return role instanceof ApexId ? of('UserRole', 'Id', role.value, path) : null;
    }
    case '$permission':
      return user.access.customPermission(path[0] ?? '');
    case '$label':
      return org.metadata.label(path.at(-1) ?? '') ?? null;
    case '$organization':
      return of('Organization', 'Id', org.info.id.value, path);
    case '$setup':
      return setting(env, path, of);
    case '$custommetadata':
      return of(path[0] ?? '', 'DeveloperName', path[1] ?? '', path.slice(2));
    case '$recordtype': {
      const id = read(record, ['RecordTypeId']);
      return id instanceof ApexId ? of('RecordType', 'Id', id.value, path) : null;
    }
    case '$system':
      return new ApexDatetime(Date.UTC(1900, 0, 1));
    default:
      return null;
  }
}

/** The first value that the user, the profile or the organisation has in a hierarchy setting. */
function setting(
  env: FormulaWorld,
  [object = '', ...rest]: readonly string[],
  of: (object: string, field: string, value: string, rest: readonly string[]) => ApexValue
): ApexValue {
  const { user, org } = env.tx;
  for (const owner of [user.id, user.profileId, org.info.id]) {
    const value = of(object, 'SetupOwnerId', owner.value, rest);
    if (value !== null) return value;
  }
  return null;
}

function rowBy(env: FormulaWorld, object: string, field: string, value: string): SObjectValue | undefined {
  const model = env.schema.object(object);
  if (!model?.fields.has(field)) return undefined;
  const sql = `SELECT "Id" FROM ${quote(model.name)} WHERE ${quote(field)} = ?1 ORDER BY rowid LIMIT 1`;
  const id = ApexId.parse(String(env.connection.all(sql, [value])[0]?.[0] ?? ''));
  return id ? env.loader.load(env.tx, model, [id]).get(id.value) : undefined;
}
