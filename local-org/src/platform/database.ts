import type { ApexList } from '../kernel/collections.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { required } from '../runtime/arguments.js';
import { invalidParameter } from '../runtime/exceptions.js';
import { databaseDml } from './database/dml.js';
import { databaseQueries } from './database/queries.js';
import { DmlResult, resultList } from './database/results.js';
import { SavepointObject } from './database/savepoint.js';
import { platformClass } from './define.js';

type Point = SavepointObject | null;
const asynchronous = { unsupported: 'asynchronous DML on external objects' };

export const databaseClass = platformClass({
  name: 'System.Database',
  members: {
    ...databaseQueries,
    ...databaseDml,
    'static Savepoint setSavepoint()': (tx) => new SavepointObject(tx.data.savepoint(tx)),
    'static void rollback(Savepoint databaseSavepoint)': (tx, point: Point) =>
      tx.data.rollback(tx, required(point, 1).mark),
    'static void releaseSavepoint(Savepoint databaseSavepoint)': (tx, point: Point) =>
      tx.data.releaseSavepoint(tx, required(point, 1).mark),
    'static Id executeBatch(Object batchClassObject)': (tx, batch: ApexObject | null) =>
      tx.async.executeBatch(tx, required(batch, 1), 200),
    'static Id executeBatch(Object batchClassObject, Integer scope)': (
      tx,
      batch: ApexObject | null,
      scope: number | null
    ) => {
      const size = required(scope, 2);
      if (size < 1) throw invalidParameter(`Invalid value for scope parameter: ${size}`);
      return tx.async.executeBatch(tx, required(batch, 1), Math.min(size, 2000));
    },
    'static Database.SaveResult insertImmediate(SObject sobjects)': asynchronous,
    'static List<Database.SaveResult> insertImmediate(List<SObject> sobjects)': asynchronous,
    'static Database.SaveResult insertAsync(SObject sobjects)': asynchronous,
    'static Database.LeadConvertResult convertLead(Database.LeadConvert leadToConvert)': {
      unsupported: 'lead conversion'
    }
  }
});

/** EventBus.publish and what belongs to it. */
export const eventBusClass = platformClass({
  name: 'System.EventBus',
  members: {
    'static Database.SaveResult publish(SObject event)': (tx, event: SObjectValue | null) => {
      const [row] = tx.async.publish(tx, [required(event, 1)]);
      return row ? new DmlResult('SaveResult', row) : null;
    },
    'static List<Database.SaveResult> publish(List<SObject> events)': (tx, events: ApexList<SObjectValue> | null) =>
      resultList('SaveResult', tx.async.publish(tx, required(events, 1).items)),
    'static Database.SaveResult publish(SObject event, Object callback)': { unsupported: 'publish callbacks' },
    'static String getOperationId(Object result)': (_tx, result: ApexValue) =>
      result instanceof DmlResult ? (result.row.id?.value ?? null) : null
  }
});
