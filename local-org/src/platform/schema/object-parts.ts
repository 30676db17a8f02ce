import { ApexObject } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import { platformClass } from '../define.js';
import { mapSet } from '../map.js';
import { CaseInsensitiveMap } from '../case-insensitive-map.js';
import { fieldToken } from './tokens.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** `describe.fields`: leads to the map of all fields. */
export class FieldMap extends ApexObject {
  readonly object: string;
  constructor(object: string) {
    super();
    this.object = object;
  }
  override apexType(): ApexType {
    return named('SObjectTypeFields');
  }
}

export const objectPartClasses = [
  platformClass({
    name: 'Schema.SObjectTypeFields',
    members: {
      // Keys are lower case, and looking up ignores case (Apex Developer Guide, "Using Field Tokens"). Public packages write their
      // namespace before standard fields, too.
      'Map<String,SObjectField> getMap()': (tx, self: FieldMap) => {
        const { namespace } = tx.org.schema;
        const map = new CaseInsensitiveMap(named('SObjectField'), (name) => namespace.full(namespace.bare(name)));
        const model = tx.org.schema.object(self.object);
        for (const field of model?.fields.values() ?? [])
          mapSet(map, field.name.toLowerCase(), fieldToken(self.object, field.name));
        return map;
      }
    }
  })
];
