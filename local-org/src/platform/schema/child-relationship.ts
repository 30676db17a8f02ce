import { ApexList } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import { type ApexType, T } from '../../kernel/types.js';
import type { ChildReference } from '../../schema/model.js';
import { platformClass } from '../define.js';
import { withProperties } from './described-properties.js';
import { fieldToken, sobjectTypeToken } from './tokens.js';

/** Schema.ChildRelationship: a list of children that an object has, or a reference to it that has no list (its name is null). */
export class ChildRelationshipObject extends ApexObject {
  readonly child: ChildReference;
  constructor(child: ChildReference) {
    super();
    this.child = child;
  }
  /** Two describes of one thing are equal, in collections too. */
  keyToken(): string {
    return `\u0000r${this.child.childObject}.${this.child.field}`;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'ChildRelationship', args: [] };
  }
}

type Self = ChildRelationshipObject;

/** The lists of ids by which records of a parent name their children, by the object in between (Object Reference, "EmailMessage"). */
const junctions: Readonly<Record<string, { readonly lists: readonly string[]; readonly to: readonly string[] }>> = {
  EmailMessageRelation: { lists: ['BccIds', 'CcIds', 'ToIds'], to: ['Contact', 'Lead', 'User'] }
};

const sobjectType: ApexType = { kind: 'platform', name: 'SObjectType', args: [] };

export const childRelationshipClass = platformClass({
  name: 'Schema.ChildRelationship',
  members: withProperties({
    'SObjectType getChildSObject()': (_tx, self: Self) => sobjectTypeToken(self.child.childObject),
    'SObjectField getField()': (_tx, self: Self) => fieldToken(self.child.childObject, self.child.field),
    'List<String> getJunctionIdListNames()': (_tx, self: Self) =>
      new ApexList(T.String, [...(junctions[self.child.childObject]?.lists ?? [])]),
    'List<SObjectType> getJunctionReferenceTo()': (_tx, self: Self) =>
      new ApexList(sobjectType, (junctions[self.child.childObject]?.to ?? []).map(sobjectTypeToken)),
    'String getRelationshipName()': (_tx, self: Self) => self.child.name,
    'Boolean isCascadeDelete()': (tx, self: Self) => {
      const field = tx.org.schema.field(self.child.childObject, self.child.field);
      return field?.masterDetail === true || field?.deleteConstraint === 'Cascade';
    },
    'Boolean isDeprecatedAndHidden()': () => false,
    'Boolean isRestrictedDelete()': (tx, self: Self) =>
      tx.org.schema.field(self.child.childObject, self.child.field)?.deleteConstraint === 'Restrict'
  })
});
