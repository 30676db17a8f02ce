import type { DmlStatement, Expression, MergeStatement, RunAsStatement } from '../1-parse/ast/index.js';
import type { ApexType } from '../kernel/types.js';
import { bindValue } from './bind-expression.js';
import { bindBlock } from './bind-statement.js';
import type { Bound } from './bound/expressions.js';
import type { BoundStatement } from './bound/statements.js';
import type { BodyContext } from './body-context.js';
import { isQuery, rowType } from './convert.js';
import { shownType } from './shown-types.js';
import { bindError } from './errors.js';
import { recordMember } from './record-fields.js';
import { isGenericRecord, isNamed } from './subtyping.js';

export function bindDml(ctx: BodyContext, node: DmlStatement): BoundStatement {
  const { value, object } = records(ctx, node.value);
  if (node.field && object === 'SObject') throw bindError(node, 'upsertConcrete');
  return {
    kind: 'dml',
    line: node.line,
    operation: node.operation,
    access: node.access,
    value,
    field: node.field && externalIdField(ctx, node, object)
  };
}

/** `upsert records Account.Key__c` or `upsert records Key__c`. */
function externalIdField(ctx: BodyContext, node: DmlStatement, object: string): string {
  const path = node.field ?? [];
  const written = path[path.length - 1] ?? '';
  const owner = path.length > 1 ? (ctx.project.sobject(path[path.length - 2] ?? '') ?? object) : object;
  const member = recordMember(ctx.project, owner, written);
  if (member?.kind !== 'field') throw bindError(node, 'unknownVariable', written);
  return member.name;
}

function records(ctx: BodyContext, node: Expression): { value: Bound; object: string } {
  const value = bindValue(ctx, node);
  const type: ApexType = rowType(value.type) ?? value.type;
  const isList = value.type.kind === 'platform' && value.type.name !== 'List';
  if (type.kind !== 'sobject' || isList) throw bindError(node, 'dmlType', shownType(value.type));
  return { value, object: type.name };
}

export function bindMerge(ctx: BodyContext, node: MergeStatement): BoundStatement {
  const master = bindValue(ctx, node.master);
  const { type } = master;
  if (type.kind !== 'sobject' || isGenericRecord(type)) throw bindError(node, 'mergeMaster', shownType(type));
  const object = type.name;
  const duplicates = bindValue(ctx, node.duplicates);
  const of = rowType(duplicates.type) ?? duplicates.type;
  const sameObject = of.kind === 'sobject' && (of.name === object || of.name === 'SObject');
  if (!sameObject && !isNamed(of, 'Id') && !isNamed(of, 'String')) throw bindError(node, 'mergeDuplicates');
  return { kind: 'merge', line: node.line, access: node.access, master, duplicates };
}

export function bindRunAs(ctx: BodyContext, node: RunAsStatement): BoundStatement {
  const [only] = node.args;
  if (!only || node.args.length > 1) throw bindError(node, 'runAsArgument');
  const user = bindValue(ctx, only);
  const isUser = user.type.kind === 'sobject' && user.type.name === 'User';
  if (!isUser && !isQuery(user) && !isNamed(user.type, 'Version')) throw bindError(node, 'runAsArgument');
  return { kind: 'runAs', line: node.line, user, body: bindBlock(ctx, node.body) };
}
