import { ApexList, ApexMap } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { FieldSetModel, Transaction } from '../../kernel/services.js';
import { type ApexType, T } from '../../kernel/types.js';
import type { FieldModel } from '../../schema/model.js';
import { invalidParameter } from '../../runtime/exceptions.js';
import { platformClass } from '../define.js';
import type { HasJson } from '../json/serialize.js';
import { mapSet } from '../map.js';
import { displayTypeOf } from './describe-field.js';
import { withProperties } from './described-properties.js';
import { fieldToken, sobjectTypeToken } from './tokens.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** `describe.fieldSets`: leads to the map of all field sets of an object. */
export class FieldSetMap extends ApexObject {
  readonly object: string;
  constructor(object: string) {
    super();
    this.object = object;
  }
  override apexType(): ApexType {
    return named('SObjectTypeFieldSets');
  }
}

/** Schema.FieldSet. */
class FieldSetObject extends ApexObject {
  readonly object: string;
  readonly set: FieldSetModel;
  constructor(object: string, set: FieldSetModel) {
    super();
    this.object = object;
    this.set = set;
  }
  override apexType(): ApexType {
    return named('FieldSet');
  }
  keyToken(): string {
    return `\u0000s${this.object}.${this.set.name}`;
  }
}

/** Schema.FieldSetMember: a field, also of a parent record. */
class FieldSetMember extends ApexObject implements HasJson {
  readonly object: string;
  readonly path: string;
  readonly required: boolean;
  constructor(object: string, path: string, required: boolean) {
    super();
    this.object = object;
    this.path = path;
    this.required = required;
  }
  override apexType(): ApexType {
    return named('FieldSetMember');
  }
  /** Names and order of the members from memory. */
  jsonMembers(tx: Transaction): readonly (readonly [string, ApexValue])[] {
    const { field } = this.resolve(tx);
    return [
      ['DBRequired', field.required],
      ['fieldPath', this.path],
      ['label', field.label],
      ['required', this.required],
      ['type', displayTypeOf(field).name.toLowerCase()]
    ];
  }
  keyToken(): string {
    return `\u0000m${this.object}.${this.path}`;
  }

  /** The field at the end of the path, and the object that has it. */
  resolve(tx: Transaction): { readonly object: string; readonly field: FieldModel } {
    const { schema } = tx.org;
    const steps = this.path.split('.');
    const last = steps.pop() ?? '';
    let object = this.object;
    for (const step of steps) object = schema.parentRelationship(object, step)?.referenceTo?.[0] ?? object;
    const field = schema.field(object, last);
    if (!field) throw invalidParameter(`Invalid field ${this.path} for ${this.object}`);
    return { object, field };
  }
}

/** `SObjectType.X.FieldSets.Name`; the compiler has seen that there is one. */
export function fieldSetOf(tx: Transaction, object: string, name: string): ApexObject | null {
  const set = tx.org.metadata.fieldSets(object).find((each) => each.name.toLowerCase() === name.toLowerCase());
  return set ? new FieldSetObject(object, set) : null;
}

type Member = FieldSetMember;

export const fieldSetClasses = [
  platformClass({
    name: 'Schema.SObjectTypeFieldSets',
    members: {
      'Map<String,FieldSet> getMap()': (tx, self: FieldSetMap) => {
        const { namespace } = tx.org.schema;
        const map = new ApexMap<string>(T.String, named('FieldSet'));
        for (const set of tx.org.metadata.fieldSets(self.object)) {
          mapSet(map, namespace.prefixed(set.name), new FieldSetObject(self.object, set));
        }
        return map;
      }
    }
  }),
  platformClass({
    name: 'Schema.FieldSet',
    members: withProperties({
      'String getDescription()': () => null,
      'List<FieldSetMember> getFields()': (_tx, self: FieldSetObject) =>
        new ApexList(
          named('FieldSetMember'),
          self.set.fields.map(({ field, required }) => new FieldSetMember(self.object, field, required))
        ),
      'String getLabel()': (_tx, self: FieldSetObject) => self.set.label,
      'String getName()': (_tx, self: FieldSetObject) => self.set.name,
      'String getNamespace()': (tx) => tx.org.info.namespace || null,
      'SObjectType getSObjectType()': (_tx, self: FieldSetObject) => sobjectTypeToken(self.object)
    })
  }),
  platformClass({
    name: 'Schema.FieldSetMember',
    members: withProperties({
      'Boolean getDBRequired()': (tx, self: Member) => self.resolve(tx).field.required,
      'String getFieldPath()': (_tx, self: Member) => self.path,
      'String getLabel()': (tx, self: Member) => self.resolve(tx).field.label,
      'Boolean getRequired()': (_tx, self: Member) => self.required,
      'SObjectField getSObjectField()': (tx, self: Member) => {
        const { object, field } = self.resolve(tx);
        return fieldToken(object, field.name);
      },
      'DisplayType getType()': (tx, self: Member) => displayTypeOf(self.resolve(tx).field)
    })
  })
];
