import { randomUUID } from 'node:crypto';
import { ApexList, keyOf } from '../kernel/collections.js';
import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { ChangedRecord, TestContext, Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { T } from '../kernel/types.js';
import type { EventBus } from './event-bus.js';

export type ChangeType = 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';

export interface CaptureParts {
  readonly events: EventBus;
  /** Whether the org's metadata asks for the change events of this name. */
  readonly isSelected: (event: string) => boolean;
  /** An EventBus.ChangeEventHeader with these values. */
  readonly header: (values: Readonly<Record<string, ApexValue>>) => ApexObject;
}

/** Fields that every update changes. */
const stamps = ['LastModifiedDate', 'LastModifiedById'];
const key = {};

/**
 * Change data capture for triggers on change events: an event a record, with the fields that have changed. In tests only after
 * Test.enableChangeDataCapture (Apex Reference Guide, "Test Class").
 */
export class ChangeCapture {
  private readonly parts: CaptureParts;
  private readonly enabled = new WeakSet<TestContext>();

  constructor(parts: CaptureParts) {
    this.parts = parts;
  }

  enable(test: TestContext): void {
    this.enabled.add(test);
  }

  capture(tx: Transaction, object: string, change: ChangeType, records: readonly ChangedRecord[]): void {
    const name = changeEventOf(object);
    if (tx.org.code.triggers(name).length === 0) return;
    if (tx.test ? !this.enabled.has(tx.test) : !this.parts.isSelected(name)) return;
    const model = tx.org.schema.object(name);
    if (!model) return;
    const place = tx.slot(key, () => ({ key: randomUUID(), sequence: 0 }));
    for (const { id, before, after } of records) {
      const fields = [...model.fields.keys()].filter((field) => after.fields.has(field) && field !== 'Id');
      const value = (field: string) => after.fields.get(field) ?? null;
      const changed =
        change === 'UPDATE'
          ? fields.filter((field) => stamps.includes(field) || differ(before?.fields.get(field), value(field)))
          : change === 'DELETE'
            ? []
            : fields.filter((field) => value(field) !== null);
      const event = new SObjectValue(name);
      for (const field of changed) event.fields.set(field, value(field));
      const isUpdate = change === 'UPDATE';
      const nulled = isUpdate ? changed.filter((field) => value(field) === null) : [];
      event.fields.set(
        'ChangeEventHeader',
        this.parts.header({
          entityName: object,
          recordIds: texts([id.value]),
          changeType: change,
          changeOrigin: '',
          transactionKey: place.key,
          sequenceNumber: ++place.sequence,
          commitTimestamp: BigInt(tx.now()),
          commitNumber: BigInt(tx.now()),
          commitUser: tx.user.id.value,
          changedFields: texts(isUpdate ? changed : []),
          nulledFields: texts(nulled),
          diffFields: texts([])
        })
      );
      this.parts.events.publishSystem(tx, event);
    }
  }
}

/** `AccountChangeEvent`, `Thing__ChangeEvent`. */
const changeEventOf = (object: string): string =>
  /__c$/i.test(object) ? object.replace(/__c$/i, '__ChangeEvent') : `${object}ChangeEvent`;

const differ = (before: ApexValue | undefined, after: ApexValue): boolean => keyOf(before ?? null) !== keyOf(after);
const texts = (values: readonly string[]): ApexList => new ApexList(T.String, [...values]);
