import type { ApexValue } from '../../kernel/object.js';
import { ApexDatetime, ApexId } from '../../kernel/scalars.js';
import type { FormulaWorld } from './world.js';
import { quote } from '../translate/context.js';

/**
 * The value of a `$` variable in a formula over the record that `record` reads. `name` is in lower case.
 * https://help.salesforce.com/s/articleView?id=sf.dev_understanding_global_variables.htm
 */
export function variable(
  world: FormulaWorld,
  name: string,
  path: readonly string[],
  record: (path: readonly string[]) => ApexValue
): ApexValue {
  const { user, org } = world.tx;
  const of = (object: string, field: string, value: string, rest: readonly string[]): ApexValue =>
    rowValue(world, object, field, value, rest);
  switch (name) {
    case '$user':
      return path[0]?.toLowerCase().startsWith('uitheme') ? 'Theme4d' : of('User', 'Id', user.id.value, path);
    case '$profile':
      return of('Profile', 'Id', user.profileId.value, path);
    case '$userrole': {
      const role = of('User', 'Id', user.id.value, ['UserRoleId']);
      return role instanceof ApexId ? of('UserRole', 'Id', role.value, path) : null;
    }
    case '$permission':
      return user.access.customPermission(path[0] ?? '');
    case '$label':
      return org.metadata.label(path.at(-1) ?? '') ?? null;
    case '$organization':
      return of('Organization', 'Id', org.info.id.value, path);
    case '$setup':
      return setting(world, path, of);
    case '$custommetadata':
      return of(path[0] ?? '', 'DeveloperName', path[1] ?? '', path.slice(2));
    case '$recordtype': {
      const id = record(['RecordTypeId']);
      return id instanceof ApexId ? of('RecordType', 'Id', id.value, path) : null;
    }
    case '$api': {
      const version = /^(partner|enterprise)_server_url_(\d+)0$/i.exec(path[0] ?? '');
      const kind = version?.[1]?.toLowerCase() === 'enterprise' ? 'c' : 'u';
      return version
        ? `${org.info.baseUrl}/services/Soap/${kind}/${version[2]}.0/${org.info.id.value.slice(0, 15)}`
        : null;
    }
    case '$system':
      return new ApexDatetime(Date.UTC(1900, 0, 1));
    default:
      return null;
  }
}

/** The first value that the user, the profile or the organisation has in a hierarchy setting. */
function setting(
  { tx }: FormulaWorld,
  [object = '', ...rest]: readonly string[],
  of: (object: string, field: string, value: string, rest: readonly string[]) => ApexValue
): ApexValue {
  for (const owner of [tx.user.id, tx.user.profileId, tx.org.info.id]) {
    const value = of(object, 'SetupOwnerId', owner.value, rest);
    if (value !== null) return value;
  }
  return null;
}

/** VLOOKUP: a field of the first record whose key has that text. */
export function found(world: FormulaWorld, object: string, key: string, value: string, field: string): ApexValue {
  return rowValue(world, object, key, value, [field]);
}

function rowValue(
  { tx, schema, connection, loader }: FormulaWorld,
  object: string,
  key: string,
  value: string,
  path: readonly string[]
): ApexValue {
  const model = schema.object(object);
  const column = schema.field(object, key);
  if (!model || !column || path.length === 0) return null;
  const living = model.fields.has('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const sql = `SELECT "Id" FROM ${quote(model.name)} WHERE ${quote(column.name)} = ?1${living} ORDER BY rowid LIMIT 1`;
  const id = ApexId.parse(String(connection.get(sql, [value])?.[0] ?? ''));
  return id ? loader.valueAt(tx, model, id, path) : null;
}
