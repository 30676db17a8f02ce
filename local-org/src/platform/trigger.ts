import { ApexList, ApexMap } from '../kernel/collections.js';
import type { ApexValue } from '../kernel/object.js';
import type { Transaction, TriggerContext } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { sobjectType, T } from '../kernel/types.js';
import { platformClass, type PropertyFunctions } from './define.js';
import { enumConstant } from './enums.js';
import { mapSet } from './map.js';

const current = (tx: Transaction): TriggerContext | undefined => tx.triggerStack[tx.triggerStack.length - 1];

function list(context: TriggerContext | undefined, records: readonly SObjectValue[] | null | undefined): ApexValue {
  return context && records ? new ApexList(sobjectType(context.object), [...records]) : null;
}

function byId(context: TriggerContext | undefined, records: readonly SObjectValue[] | null | undefined): ApexValue {
  if (!context || !records) return null;
  const map = new ApexMap(T.Id, sobjectType(context.object));
  for (const record of records) mapSet(map, record.fields.get('Id') ?? null, record);
  return map;
}

const flag = (test: (context: TriggerContext) => boolean): PropertyFunctions => ({
  get: (tx) => {
    const context = current(tx);
    return context !== undefined && test(context);
  }
});
const onEvent = (part: string): PropertyFunctions => flag((context) => context.event.includes(part));

/** System.Trigger: the context of the innermost trigger that runs; false and null outside of triggers. */
export const triggerClass = platformClass({
  name: 'System.Trigger',
  members: {
    'static Boolean isExecuting {get}': flag(() => true),
    'static Boolean isInsert {get}': onEvent(' insert'),
    'static Boolean isUpdate {get}': onEvent(' update'),
    'static Boolean isDelete {get}': onEvent(' delete'),
    'static Boolean isUndelete {get}': onEvent(' undelete'),
    'static Boolean isBefore {get}': onEvent('before '),
    'static Boolean isAfter {get}': onEvent('after '),
    'static List<SObject> new {get}': { get: (tx) => list(current(tx), current(tx)?.newRecords) },
    'static List<SObject> old {get}': { get: (tx) => list(current(tx), current(tx)?.oldRecords) },
    // Before insert there are no ids, and the platform gives no map.
    'static Map<Id,SObject> newMap {get}': {
      get: (tx) => (current(tx)?.event === 'before insert' ? null : byId(current(tx), current(tx)?.newRecords))
    },
    'static Map<Id,SObject> oldMap {get}': { get: (tx) => byId(current(tx), current(tx)?.oldRecords) },
    'static TriggerOperation operationType {get}': {
      get: (tx) => {
        const context = current(tx);
        return context ? enumConstant('TriggerOperation', context.event.replace(' ', '_').toUpperCase()) : null;
      }
    },
    'static Integer size {get}': {
      get: (tx) => (current(tx)?.newRecords ?? current(tx)?.oldRecords ?? []).length
    }
  }
});
