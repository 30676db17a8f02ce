import { ApexId } from '../../kernel/scalars.js';
import type { RunningUser } from '../../kernel/services.js';
import type { ObjectModel } from '../../schema/model.js';
import type { SoqlQuery } from '../../soql/ast.js';
import { quote, type TranslationContext } from '../translate/context.js';
import { refuse } from '../translate/errors.js';
import { editableSql, ownedSql, visibilitySql } from '../visibility.js';
import { filterValues } from './filter-values.js';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_userrecordaccess.htm */
const mostRecords = 200;
const columns =
  'NULL AS "Id", NULL AS "UserId", NULL AS "RecordId", 0 AS "HasReadAccess", 0 AS "HasEditAccess", 0 AS "HasDeleteAccess", 0 AS "HasTransferAccess", 0 AS "HasAllAccess", NULL AS "MaxAccessLevel"';

/** UserRecordAccess as a table of the records that the query names: what objects, fields and sharing let the user do with each. */
export function userRecordAccessSql(
  context: TranslationContext,
  query: SoqlQuery,
  loadUser: (id: ApexId) => RunningUser
): string {
  const [userId] = filterValues(context, query.where, 'UserId').flatMap((text) => ApexId.parse(text) ?? []);
  const wanted = filterValues(context, query.where, 'RecordId');
  if (!userId || wanted.length === 0) {
    throw refuse(
      'Can select only RecordId and HasAccess fields, filtered by UserId and RecordId, from UserRecordAccess.'
    );
  }
  if (wanted.length > mostRecords) throw refuse(`Maximum number of records that can be queried is ${mostRecords}`);
  const user = loadUser(userId);
  const byObject = new Map<ObjectModel, Map<string, string>>();
  for (const written of wanted) {
    const id = ApexId.parse(written);
    const object = id && context.schema.objectByPrefix(id.value.slice(0, 3));
    if (!id || !object) continue;
    const ids = byObject.get(object) ?? new Map<string, string>();
    byObject.set(object, ids.set(id.value, written));
  }
  const parts = [...byObject].map(([object, ids]) => rightsSql(context, user, object, ids));
  return `(${[`SELECT ${columns} WHERE 0`, ...parts].join(' UNION ALL ')})`;
}

function rightsSql(
  context: TranslationContext,
  user: RunningUser,
  object: ObjectModel,
  ids: ReadonlyMap<string, string>
): string {
  const alias = context.alias();
  // Users are deactivated, nobody deletes them.
  const may = (kind: 'read' | 'edit' | 'delete') =>
    user.access.objectAccess(object.name, kind) && !(kind === 'delete' && object.name === 'User') ? '1' : '0';
  const read = `(${may('read')} AND ${visibilitySql(user, object, alias, context) ?? '1'})`;
  const change = editableSql(user, object, alias, context) ?? '1';
  const own = ownedSql(user, object, alias, context) ?? change;
  const edit = `(${may('edit')} AND ${change})`;
  const remove = `(${may('delete')} AND ${own})`;
  const transfer = `(${may('edit')} AND ${own})`;
  const all = `(${may('edit')} AND ${may('delete')} AND ${own})`;
  const level = `CASE WHEN ${all} THEN 'All' WHEN ${remove} THEN 'Delete' WHEN ${edit} THEN 'Edit' WHEN ${read} THEN 'Read' ELSE 'None' END`;
  const written = `json_extract(${context.param(JSON.stringify(Object.fromEntries(ids)))}, '$.' || ${alias}."Id")`;
  const list = context.param(JSON.stringify([...ids.keys()]));
  return (
    `SELECT NULL, ${context.param(user.id.value)}, ${written}, ${read}, ${edit}, ${remove}, ${transfer}, ${all}, ${level} ` +
    `FROM ${quote(object.name)} AS ${alias} WHERE ${alias}."Id" IN (SELECT value FROM json_each(${list}))`
  );
}
