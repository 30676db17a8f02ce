import type { RunningUser } from '../kernel/services.js';
import type { FieldModel, ObjectModel, Schema } from '../schema/model.js';
import { mineSql } from './sharing-groups.js';
import { quote, type TranslationContext } from './translate/context.js';

/**
 * The rows of an object that sharing shows to a user, as a condition: own rows and those of users below in the hierarchy of roles,
 * rows shared with one of them or a group, and, for objects that follow their parent, rows of visible parents. Undefined when the
 * user sees all rows.
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

/** The rows of an object that are the user's own, or a group's; undefined when it has no owner or the user may change all. */
export function ownedSql(
  user: RunningUser,
  object: ObjectModel,
  alias: string,
  context: TranslationContext
): string | undefined {
  if (!object.fields.has('OwnerId') || user.access.objectAccess(object.name, 'modifyAll')) return undefined;
  return `${alias}."OwnerId" IN ${mineSql(user, context)}`;
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
  if (isActivity(object)) return activitySql(user, object, alias, context, kind);
  const mine = mineSql(user, context);
  const owned = `${alias}."OwnerId" IN ${mine}`;
  const share = shareOf(context.schema, object);
  if (!share) return owned;
  const level = kind === 'edit' ? ` AND s.${quote(share.level)} IN ('Edit', 'All')` : '';
  const shared = `SELECT s.${quote(share.parent)} FROM ${quote(share.object)} s WHERE s."UserOrGroupId" IN ${mine}${level}`;
  return `(${owned} OR ${alias}."Id" IN (${shared}))`;
}

const isActivity = ({ name }: ObjectModel): boolean => name === 'Task' || name === 'Event';

/**
 * Activities of the user and those below. Where activities are private, also, to read, those of records that the user sees; where
 * they are controlled by their parents, whoever may do with the record what is asked ("Organization-Wide Sharing Defaults").
 */
function activitySql(
  user: RunningUser,
  object: ObjectModel,
  alias: string,
  context: TranslationContext,
  kind: 'read' | 'edit'
): string {
  const owned = `${alias}."OwnerId" IN ${mineSql(user, context)}`;
  if (kind === 'edit' && object.sharing !== 'ControlledByParent') return owned;
  const seen = ['WhoId', 'WhatId'].map((name) => {
    const column = `${alias}.${quote(name)}`;
    const targets = context.schema.field(object.name, name)?.referenceTo ?? [];
    const cases = targets.flatMap((target) => {
      const parent = context.schema.object(target);
      if (!parent || !user.access.objectAccess(target, kind)) return [];
      const inner = context.alias();
      const visible = sharedSql(user, parent, inner, context, kind);
      const rows = `SELECT 1 FROM ${quote(parent.name)} AS ${inner} WHERE ${inner}."Id" = ${column} AND ${visible}`;
      return [`WHEN '${parent.keyPrefix}' THEN ${visible === undefined ? '1' : `EXISTS (${rows})`}`];
    });
    return cases.length === 0 ? '0' : `(CASE substr(${column}, 1, 3) ${cases.join(' ')} ELSE 0 END)`;
  });
  return `(${owned} OR ${seen.join(' OR ')})`;
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
