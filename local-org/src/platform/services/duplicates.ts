import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { DuplicateFinding, DuplicateMatch, Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { dataClass, dataObject } from '../data-class.js';
import type { DatabaseError } from '../database/results.js';
import { platformClass } from '../define.js';
import { sobjectTypeOfId } from '../id.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });
const found = 'Datacloud.FindDuplicatesResult';

const listOf = (type: string, items: ApexValue[] = []) => new ApexList(named(type), items);

function matchResult({ rule, object, records }: DuplicateMatch): ApexValue {
  const matches = records.map((record) =>
    dataObject('Datacloud.MatchRecord', {
      record,
      matchConfidence: 100,
      additionalInformation: listOf('Datacloud.AdditionalInformationMap'),
      fieldDiffs: listOf('Datacloud.FieldDiff')
    })
  );
  return dataObject('Datacloud.MatchResult', {
    entityType: object,
    errors: listOf('Database.Error'),
    matchEngine: 'ExactMatchEngine',
    matchRecords: listOf('Datacloud.MatchRecord', matches),
    rule,
    size: matches.length,
    success: true
  });
}

function duplicateResult({ rule, object, allowSave, message, matches }: DuplicateFinding): ApexValue {
  return dataObject('Datacloud.DuplicateResult', {
    allowSave,
    duplicateRule: rule,
    duplicateRuleEntityType: object,
    errorMessage: message,
    matchResults: listOf('Datacloud.MatchResult', matches.map(matchResult))
  });
}

/** One result a record. */
function findAll(tx: Transaction, records: readonly SObjectValue[]): ApexValue {
  const results = tx.data.findDuplicates(tx, records).map((findings) =>
    dataObject(found, {
      success: true,
      errors: listOf('Database.Error'),
      duplicateResults: listOf('Datacloud.DuplicateResult', findings.map(duplicateResult))
    })
  );
  return listOf(found, results);
}

/** The stored records with all their fields; an id without a record finds nothing. */
function storedRecords(tx: Transaction, ids: readonly ApexId[]): SObjectValue[] {
  return ids.map((id) => {
    const { object } = sobjectTypeOfId(tx, id);
    const soql = `SELECT FIELDS(ALL) FROM ${object} WHERE Id = :id LIMIT 1`;
    const access = { mode: 'system', sharing: false } as const;
    const [row] = tx.limits.without(['queries', 'queryRows'], () =>
      tx.data.query(tx, tx.data.parse(tx, soql), () => id, access)
    );
    return row ?? new SObjectValue(object);
  });
}

/** Apex Reference Guide, "Datacloud Namespace" and "DuplicateError Class". */
export const duplicateClasses = [
  platformClass({
    name: 'Database.DuplicateError',
    extends: 'Database.Error',
    members: {
      'Datacloud.DuplicateResult getDuplicateResult()': (_tx, self: DatabaseError) =>
        self.error.duplicates ? duplicateResult(self.error.duplicates) : null
    }
  }),
  platformClass({
    name: 'Datacloud.FindDuplicates',
    members: {
      'static List<Datacloud.FindDuplicatesResult> findDuplicates(List<SObject> sObjects)': (
        tx,
        records: ApexList<SObjectValue> | null
      ) => findAll(tx, required(records, 1).items)
    }
  }),
  platformClass({
    name: 'Datacloud.FindDuplicatesByIds',
    members: {
      'static List<Datacloud.FindDuplicatesResult> findDuplicatesByIds(List<Id> ids)': (
        tx,
        ids: ApexList<ApexId> | null
      ) => findAll(tx, storedRecords(tx, required(ids, 1).items))
    }
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
