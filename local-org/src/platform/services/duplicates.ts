import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { dataClass, dataObject } from '../data-class.js';
import { platformClass, type StaticFunction } from '../define.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });
const found = 'Datacloud.FindDuplicatesResult';

/** One result a record. An org without active duplicate rules finds nothing, and the local org runs none. */
const findNothing: StaticFunction = (_tx, ...args: never[]) => {
  const given = required((args as unknown as ApexValue[])[0] ?? null, 1);
  const count = given instanceof ApexList ? given.items.length : 0;
  const results = Array.from({ length: count }, () =>
    dataObject(found, {
      success: true,
      errors: new ApexList(named('Database.Error')),
      duplicateResults: new ApexList(named('Datacloud.DuplicateResult'))
    })
  );
  return new ApexList(named(found), results);
};

/** Apex Reference Guide, "Datacloud Namespace" and "DuplicateError Class". */
export const duplicateClasses = [
  platformClass({
    name: 'Database.DuplicateError',
    extends: 'Database.Error',
    members: { 'Datacloud.DuplicateResult getDuplicateResult()': () => null }
  }),
  platformClass({
    name: 'Datacloud.FindDuplicates',
    members: {
      'static List<Datacloud.FindDuplicatesResult> findDuplicates(List<SObject> sObjects)': findNothing
    }
  }),
  platformClass({
    name: 'Datacloud.FindDuplicatesByIds',
    members: { 'static List<Datacloud.FindDuplicatesResult> findDuplicatesByIds(List<Id> ids)': findNothing }
  }),
  dataClass({
    name: found,
    access: 'both',
    constructors: [],
    properties: {
      success: 'Boolean',
      errors: 'List<Database.Error>',
      duplicateResults: 'List<Datacloud.DuplicateResult>'
    }
  }),
  dataClass({
    name: 'Datacloud.DuplicateResult',
    access: 'both',
    constructors: [],
    properties: {
      allowSave: 'Boolean',
      duplicateRule: 'String',
      duplicateRuleEntityType: 'String',
      errorMessage: 'String',
      matchResults: 'List<Datacloud.MatchResult>'
    }
  }),
  dataClass({
    name: 'Datacloud.MatchResult',
    access: 'both',
    constructors: [],
    properties: {
      entityType: 'String',
      errors: 'List<Database.Error>',
      matchEngine: 'String',
      matchRecords: 'List<Datacloud.MatchRecord>',
      rule: 'String',
      size: 'Integer',
      success: 'Boolean'
    }
  }),
  dataClass({
    name: 'Datacloud.MatchRecord',
    access: 'both',
    constructors: [],
    properties: {
      additionalInformation: 'List<Datacloud.AdditionalInformationMap>',
      fieldDiffs: 'List<Datacloud.FieldDiff>',
      matchConfidence: 'Double',
      record: 'SObject'
    }
  }),
  dataClass({
    name: 'Datacloud.AdditionalInformationMap',
    access: 'both',
    constructors: [],
    properties: { name: 'String', value: 'String' }
  }),
  dataClass({
    name: 'Datacloud.FieldDiff',
    access: 'both',
    constructors: [],
    properties: { name: 'String', difference: 'String' }
  })
];
