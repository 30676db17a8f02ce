import { onTestFinished } from 'vitest';
import { Big } from 'bigdecimal.js';
import { createDataService, type SqliteDataService } from '../../src/data/index.js';
import { ApexList } from '../../src/kernel/collections.js';
import type { ApexValue } from '../../src/kernel/object.js';
import { ApexDate, ApexDatetime, ApexId } from '../../src/kernel/scalars.js';
import type {
  AccessMode,
  DmlOperation,
  DmlOptions,
  DmlRowResult,
  Org,
  Transaction,
  TriggerContext,
  TriggerEvent,
  TriggerUnit
} from '../../src/kernel/services.js';
import { SObjectValue } from '../../src/kernel/sobject.js';
import { T } from '../../src/kernel/types.js';
import { createTransaction } from '../../src/runtime/transaction.js';
import { loadSchema } from '../../src/schema/load.js';
import { parseQuery } from '../../src/soql/parse.js';
import { project } from '../schema/project.js';

export const systemMode: AccessMode = { mode: 'system', sharing: false };
export const userMode: AccessMode = { mode: 'user', sharing: true };
export const day = (text: string): ApexDate => new ApexDate(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
export const moment = (text: string): ApexDatetime => new ApexDatetime(Date.parse(text));
export const decimal = (text: string) => Big(text);

export interface TriggerSource {
  readonly name?: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
  readonly run: (context: TriggerContext, tx: Transaction) => void;
}

interface WorldOptions {
  readonly file?: string;
  readonly multiCurrency?: boolean;
  readonly cleanUp?: (work: () => void) => void;
}

/** An org with a database but without compiled code: triggers are functions. */
export class World {
  readonly data: SqliteDataService;
  readonly org: Org;
  readonly triggers: TriggerUnit[] = [];
  tx: Transaction;
  now = Date.parse('2026-03-10T18:30:00Z');

  /** `cleanUp` is afterAll for a world that all tests of a file read. */
  constructor(
    files: Readonly<Record<string, string>> = {},
    { file = ':memory:', multiCurrency = false, cleanUp = onTestFinished }: WorldOptions = {}
  ) {
    const { schema, metadata } = loadSchema(Object.keys(files).length > 0 ? [project(files, cleanUp)] : [], {
      multiCurrency
    });
    const info = {
      id: ApexId.parse('00DLo0000000001') as ApexId,
      name: 'Test Org',
      baseUrl: 'http://localhost',
      currency: 'USD',
      multiCurrency,
      sandbox: true,
      namespace: ''
    };
    const code = { triggers: (object: string) => this.triggers.filter((unit) => unit.object === object) };
    this.org = { schema, metadata, info, code } as unknown as Org;
    this.data = createDataService({ schema, metadata, info, file, busyTimeoutMs: 200 });
    cleanUp(() => this.data.close());
    this.tx = this.begin();
  }

  begin(userId = this.data.administratorId): Transaction {
    return createTransaction({
      org: this.org,
      user: this.data.runningUser(userId),
      data: this.data,
      async: { captureChanges: () => {} } as never,
      callouts: undefined as never,
      origin: { kind: 'sync' },
      clock: () => this.now
    });
  }

  trigger({ name, object, events, run }: TriggerSource): void {
    const unit = { name: name ?? `${object}Trigger`, object, events: new Set(events) };
    this.triggers.push({ ...unit, run: (tx, context) => run(context, tx) });
  }

  dml(
    operation: DmlOperation,
    records: SObjectValue | readonly SObjectValue[],
    options: Partial<DmlOptions> = {}
  ): DmlRowResult[] {
    const list = records instanceof SObjectValue ? [records] : records;
    return this.data.dml(this.tx, operation, list, { access: systemMode, allOrNone: true, ...options });
  }

  insert(object: string, ...fields: Readonly<Record<string, ApexValue>>[]): SObjectValue[] {
    const records = fields.map((one) => record(object, one));
    this.dml('insert', records);
    return records;
  }

  one(object: string, fields: Readonly<Record<string, ApexValue>>): SObjectValue {
    return this.insert(object, fields)[0] as SObjectValue;
  }

  query(soql: string, binds: Readonly<Record<string, ApexValue>> = {}, access = systemMode): SObjectValue[] {
    return this.data.query(this.tx, this.data.parse(this.tx, soql), (name) => binds[name] ?? null, access);
  }

  count(soql: string): number {
    return this.data.count(this.tx, parseQuery(soql), () => null, systemMode);
  }

  /** Rows as plain values, in the order of the select list, without the id that comes along. */
  rows(soql: string, binds: Readonly<Record<string, ApexValue>> = {}, access = systemMode): unknown[] {
    return this.query(soql, binds, access).map((row) => {
      const values = [...row.fields].filter(
        ([name]) =>
          (name !== 'Id' && !row.implied?.has(name)) || /select\s+(.*[\s,])?id\b/i.test(soql.split(/ from /i)[0] ?? '')
      );
      return values.length === 1 ? plain(values[0]?.[1] ?? null) : values.map(([, value]) => plain(value));
    });
  }
}

export function record(object: string, fields: Readonly<Record<string, ApexValue>>): SObjectValue {
  const made = new SObjectValue(object);
  for (const [name, value] of Object.entries(fields)) made.fields.set(name, value);
  return made;
}

export const id = (one: SObjectValue | undefined): ApexId => one?.fields.get('Id') as ApexId;
export const listOf = (...values: ApexValue[]): ApexList => new ApexList(T.Object, values);

/** Values as tests write them: decimals, dates and ids as text, records as objects, lists as lists. */
export function plain(value: ApexValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexDate) return new Date(value.days * 86_400_000).toISOString().slice(0, 10);
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString();
  if (value instanceof SObjectValue)
    return Object.fromEntries(
      [...value.fields]
        .filter(([name]) => name !== 'Id' && !value.implied?.has(name))
        .map(([name, one]) => [name, plain(one)])
    );
  if (value instanceof ApexList) return value.items.map(plain);
  return 'toPlainString' in value ? (value as { toPlainString(): string }).toPlainString() : value;
}
