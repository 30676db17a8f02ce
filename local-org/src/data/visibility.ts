import type { RunningUser } from '../kernel/services.js';
import type { FieldModel, ObjectModel, Schema } from '../schema/model.js';
import { quote, type TranslationContext } from './translate/context.js';

/**
 * The rows of an object that sharing shows to a user, as a condition: own rows, rows shared with the user or a group of the user,
 * and, for objects that follow their parent, rows of visible parents. Undefined when the user sees all rows.
 */
export function visibilitySql(
  user: RunningUser,
  object: ObjectModel,
  alias: string,
  context: TranslationContext
): string | undefined {
  return sharedSql(user, object, alias, context, 'read');
}

/** The rows of an object that sharing lets a user change. */
export function editableSql(
  user: RunningUser,
  object: ObjectModel,
  alias: string,
  context: TranslationContext
): string | undefined {
  return sharedSql(user, object, alias, context, 'edit');
}

function sharedSql(
  user: RunningUser,
  object: ObjectModel,
  alias: string,
  context: TranslationContext,
  kind: 'read' | 'edit'
): string | undefined {
  const all = kind === 'read' ? 'viewAll' : 'modifyAll';
  if (user.access.objectAccess(object.name, all)) return undefined;
  const master = masterField(context.schema, object);
  if (master) return parentSql(user, master, alias, context, kind);
  const open = object.sharing === 'ReadWrite' || (object.sharing === 'Read' && kind === 'read');
  if (open || !object.fields.has('OwnerId')) return undefined;
  const me = context.param(user.id.value);
  const mine = `(SELECT ${me} UNION SELECT m."GroupId" FROM "GroupMember" m WHERE m."UserOrGroupId" = ${me})`;
  const owned = `${alias}."OwnerId" IN ${mine}`;
  const share = shareOf(context.schema, object);
  if (!share) return owned;
  const level = kind === 'edit' ? ` AND s.${quote(share.level)} IN ('Edit', 'All')` : '';
  const shared = `SELECT s.${quote(share.parent)} FROM ${quote(share.object)} s WHERE s."UserOrGroupId" IN ${mine}${level}`;
  return `(${owned} OR ${alias}."Id" IN (${shared}))`;
}

function parentSql(
  user: RunningUser,
  field: FieldModel,
  alias: string,
  context: TranslationContext,
  kind: 'read' | 'edit'
): string | undefined {
  const parent = context.schema.object(field.referenceTo?.[0] ?? '');
  if (!parent) return undefined;
  const inner = context.alias();
  const visible = sharedSql(user, parent, inner, context, kind);
  if (visible === undefined) return undefined;
  const column = `${alias}.${quote(field.name)}`;
  return `(${column} IS NULL OR ${column} IN (SELECT ${inner}."Id" FROM ${quote(parent.name)} AS ${inner} WHERE ${visible}))`;
}

/** The reference whose parent decides about a row: the master of a detail, or what "controlled by parent" means for standard objects. */
function masterField(schema: Schema, object: ObjectModel): FieldModel | undefined {
  if (object.sharing !== 'ControlledByParent' && object.fields.has('OwnerId')) return undefined;
  for (const field of object.fields.values()) if (field.masterDetail) return field;
  const parent = {
    Contact: 'AccountId',
    OrderItem: 'OrderId',
    OpportunityLineItem: 'OpportunityId',
    QuoteLineItem: 'QuoteId',
    OpportunityContactRole: 'OpportunityId',
    CaseComment: 'ParentId'
  }[object.name];
  return parent === undefined ? undefined : schema.field(object.name, parent);
}

function shareOf(schema: Schema, object: ObjectModel): { object: string; parent: string; level: string } | undefined {
  if (object.kind === 'custom') {
    const share = schema.object(object.name.replace(/__c$/i, '__Share'));
    return share && { object: share.name, parent: 'ParentId', level: 'AccessLevel' };
  }
  const share = schema.object(`${object.name}Share`);
  return share && { object: share.name, parent: `${object.name}Id`, level: `${object.name}AccessLevel` };
}
