import { ApexObject } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { ApexType } from '../../kernel/types.js';
import type { ObjectModel } from '../../schema/model.js';
import { platformClass } from '../define.js';
import { withProperties } from './described-properties.js';

/** The record type that every object has. */
const masterId = ApexId.parse('012000000000000AAA') as ApexId;

/** Schema.RecordTypeInfo. */
export class RecordTypeInfoObject extends ApexObject {
  readonly id: ApexId;
  readonly name: string;
  readonly developerName: string;
  readonly active: boolean;
  readonly master: boolean;
  /** New records get it: the master while there is no other. */
  readonly byDefault: boolean;
  constructor(info: Pick<RecordTypeInfoObject, 'id' | 'name' | 'developerName' | 'active' | 'master' | 'byDefault'>) {
    super();
    this.id = info.id;
    this.name = info.name;
    this.developerName = info.developerName;
    this.active = info.active;
    this.master = info.master;
    this.byDefault = info.byDefault;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'RecordTypeInfo', args: [] };
  }
}

/** The record types of an object, the master one last, as the platform lists them. */
export function recordTypeInfos(model: ObjectModel): RecordTypeInfoObject[] {
  // New accounts are business accounts.
  const first = model.recordTypes.find(({ person }) => !person);
  const own = model.recordTypes.map((type) => {
    const id = typeof type.id === 'string' ? (ApexId.parse(type.id) ?? masterId) : type.id;
    const { label, developerName, active } = type;
    return new RecordTypeInfoObject({
      id,
      name: label,
      developerName,
      active,
      master: false,
      byDefault: active && type === first
    });
  });
  const master = new RecordTypeInfoObject({
    id: masterId,
    name: 'Master',
    developerName: 'Master',
    active: true,
    master: true,
    byDefault: !own.some((info) => info.byDefault)
  });
  return [...own, master];
}

type Self = RecordTypeInfoObject;

export const recordTypeInfoClass = platformClass({
  name: 'Schema.RecordTypeInfo',
  members: withProperties({
    'String getDeveloperName()': (_tx, self: Self) => self.developerName,
    'String getName()': (_tx, self: Self) => self.name,
    'Id getRecordTypeId()': (_tx, self: Self) => self.id,
    'Boolean isActive()': (_tx, self: Self) => self.active,
    'Boolean isAvailable()': (_tx, self: Self) => self.active,
    'Boolean isDefaultRecordTypeMapping()': (_tx, self: Self) => self.byDefault,
    'Boolean isMaster()': (_tx, self: Self) => self.master
  })
});
