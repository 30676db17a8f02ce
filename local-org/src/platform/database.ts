import type { ApexObject } from '../kernel/object.js';
import { convertLeadMembers } from './database/convert-lead.js';
import { required } from '../runtime/arguments.js';
import { invalidParameter } from '../runtime/exceptions.js';
import { databaseDml } from './database/dml.js';
import { databaseQueries } from './database/queries.js';
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
      return tx.async.executeBatch(tx, required(batch, 1), size);
    },
    'static Database.SaveResult insertAsync(SObject sobjects)': asynchronous,
    ...convertLeadMembers
  }
});
