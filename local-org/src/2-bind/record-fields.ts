import { listOf, sobjectType, T, type ApexType } from '../kernel/types.js';
import { fieldValueType } from '../schema/field-types.js';
import type { Project } from './project.js';

export interface RecordMember {
  readonly name: string;
  readonly type: ApexType;
  readonly kind: 'field' | 'parent' | 'children';
}

/** Polymorphic parents (Owner, What, Who) are seen as this record: it has the fields that all of them share. */
const polymorphicParent = 'Name';

/** A field, parent relationship or child list of an object; names ignore case. */
export function recordMember(project: Project, object: string, name: string): RecordMember | undefined {
  const { schema } = project;
  if (object === 'SObject') return name.toLowerCase() === 'id' ? { name: 'Id', type: T.Id, kind: 'field' } : undefined;
  const owner = schema.object(object) ? object : object === polymorphicParent ? 'User' : object;
  const field = schema.field(owner, name) ?? (object === polymorphicParent ? schema.field('Group', name) : undefined);
  if (field) return { name: field.name, type: fieldValueType(field), kind: 'field' };
  const reference = schema.parentRelationship(owner, name);
  if (reference?.relationshipName) {
    const targets = reference.referenceTo ?? [];
    const [only] = targets;
    const type = sobjectType(targets.length === 1 && only !== undefined ? only : polymorphicParent);
    return { name: reference.relationshipName, type, kind: 'parent' };
  }
  const children = schema.childRelationship(owner, name);
  if (children) return { name: children.name, type: listOf(sobjectType(children.childObject)), kind: 'children' };
  return undefined;
}
