import type { ObjectModel } from '../../schema/model.js';
import { quote, type TranslationContext } from '../translate/context.js';
import type { Compiled } from './sql-functions.js';

/** Compiles a path of fields that begins at an object's alias. */
type CompilePath = (path: readonly string[], object: ObjectModel, alias: string) => Compiled;

/**
 * A `$` variable of a formula field as SQL; undefined for one that the local org does not know.
 * https://help.salesforce.com/s/articleView?id=sf.dev_understanding_global_variables.htm
 */
export function variableSql(
  context: TranslationContext,
  path: readonly string[],
  compile: CompilePath
): Compiled | undefined {
  const [head = '', ...rest] = path;
  const { user, label, customPermission } = context.settings;
  const row = (object: string, field: readonly string[], where: (alias: string) => string): Compiled | undefined => {
    const model = context.schema.object(object);
    if (!model || field.length === 0) return undefined;
    const alias = context.alias();
    const { sql, family } = compile(field, model, alias);
    return {
      family,
      sql: `(SELECT ${sql} FROM ${quote(model.name)} AS ${alias} WHERE ${where(alias)} ORDER BY ${alias}.rowid LIMIT 1)`
    };
  };
  const byId = (id: string) => (alias: string) => `${alias}."Id" = ${id}`;
  switch (head.toLowerCase()) {
    case '$user':
      if (rest[0]?.toLowerCase().startsWith('uitheme')) return { family: 'text', sql: "'Theme4d'" };
      return row('User', rest, byId(context.param(user.id.value)));
    case '$profile':
      return row('Profile', rest, byId(context.param(user.profileId.value)));
    case '$userrole': {
      const role = `(SELECT "UserRoleId" FROM "User" WHERE "Id" = ${context.param(user.id.value)})`;
      return row('UserRole', rest, byId(role));
    }
    case '$organization':
      return row('Organization', rest, () => '1 = 1');
    case '$setup':
      return setting(context, rest, row);
    case '$custommetadata': {
      const [object = '', record = '', ...field] = rest;
      return row(object, field, (alias) => `${alias}."DeveloperName" = ${context.param(record)}`);
    }
    case '$label':
      return { family: 'text', sql: context.param(label(rest.at(-1) ?? '')) };
    case '$permission':
      return { family: 'boolean', sql: customPermission(rest[0] ?? '') ? '1' : '0' };
    case '$api':
      return { family: 'text', sql: `'/services/Soap/u/${/_(\d+)0$/.exec(rest[0] ?? '')?.[1] ?? '67'}.0'` };
    case '$system':
      return rest[0]?.toLowerCase() === 'origindatetime' ? { family: 'datetime', sql: '-2208988800000' } : undefined;
    default:
      return undefined;
  }
}

/** A field of a hierarchy setting: the first value that the user, the profile or the organisation has. */
function setting(
  context: TranslationContext,
  [object = '', ...field]: readonly string[],
  row: (object: string, field: readonly string[], where: (alias: string) => string) => Compiled | undefined
): Compiled | undefined {
  const { user } = context.settings;
  const organisation = '(SELECT "Id" FROM "Organization" LIMIT 1)';
  const owners = [context.param(user.id.value), context.param(user.profileId.value), organisation];
  const values = owners.map((owner) => row(object, field, (alias) => `${alias}."SetupOwnerId" = ${owner}`));
  const family = values[0]?.family;
  return family && { family, sql: `COALESCE(${values.map((value) => value?.sql).join(', ')})` };
}
