import { Big } from 'bigdecimal.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApexList, ApexMap, keyOf } from '../../src/kernel/collections.js';
import type { ApexValue } from '../../src/kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexId, ApexTime } from '../../src/kernel/scalars.js';
import type { Transaction } from '../../src/kernel/services.js';
import { SObjectValue } from '../../src/kernel/sobject.js';
import { type ApexType, listOf, mapOf, sobjectType, T, typeName } from '../../src/kernel/types.js';
import { serialize } from '../../src/platform/json/serialize.js';
import { JsonTokens } from '../../src/platform/json/tokens.js';
import { deserialize } from '../../src/platform/json/typed.js';
import { readUntyped } from '../../src/platform/json/untyped.js';
import { sameValue } from '../../src/runtime/equality.js';
import { mapPut } from '../../src/runtime/iteration.js';
import { fieldValueType } from '../../src/schema/field-types.js';
import { loadSchema } from '../../src/schema/load.js';
import type { FieldModel, ObjectModel } from '../../src/schema/model.js';
import { compile, transaction } from '../compiler/harness.js';

const { schema } = loadSchema([]);
const holder = `public class Holder {
  public SObject any; public Account one; public List<SObject> several; public Map<String, Contact> named;
}`;

let tx: Transaction;
beforeAll(async () => {
  tx = transaction(await compile({ Holder: holder }));
});

const texts = fc.string({ unit: 'binary', maxLength: 12 });
const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const ids = (prefix: string): fc.Arbitrary<ApexValue> =>
  fc
    .string({ unit: fc.constantFrom(...letters), minLength: 12, maxLength: 12 })
    .map((rest) => ApexId.parse(`${prefix}${rest}`) ?? null);
const prefixOf = (object: string | undefined): string => schema.object(object ?? '')?.keyPrefix ?? '001';

/** By the Apex type of the field. Compound fields (Address, Location) are read from queries and never set. */
const values: Readonly<Record<string, fc.Arbitrary<ApexValue>>> = {
  String: texts,
  Boolean: fc.boolean(),
  Integer: fc.integer(),
  Decimal: fc.tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 9 })).map(([n, s]) => Big(n, s)),
  Date: fc.integer({ min: -300_000, max: 900_000 }).map((days) => new ApexDate(days)),
  Datetime: fc.integer({ min: -2e12, max: 4e13 }).map((ms) => new ApexDatetime(ms)),
  Time: fc.integer({ min: 0, max: 86_399_999 }).map((ms) => new ApexTime(ms)),
  Blob: fc.uint8Array({ maxLength: 20 }).map((bytes) => new ApexBlob(bytes)),
  'List<String>': fc.array(texts, { maxLength: 3 }).map((items) => new ApexList(T.String, items))
};

function valuesOf(object: ObjectModel, field: FieldModel): fc.Arbitrary<ApexValue> | undefined {
  const type = typeName(fieldValueType(field));
  if (type !== 'Id') return values[type];
  return ids(field.name === 'Id' ? object.keyPrefix : prefixOf(field.referenceTo?.[0]));
}

type Part = readonly [name: string, value: ApexValue];

const part = (name: string, value: fc.Arbitrary<ApexValue>): fc.Arbitrary<Part> =>
  fc.option(value, { freq: 6 }).map((one) => [name, one]);

const fieldParts = (object: ObjectModel): fc.Arbitrary<Part>[] =>
  [...object.fields.values()].flatMap((field) => {
    const value = valuesOf(object, field);
    return value ? [part(field.name, value)] : [];
  });

/** Parents under the names of relationships; a polymorphic one may be a record of any of its objects. */
const parentParts = (object: ObjectModel, depth: number): fc.Arbitrary<Part>[] =>
  [...object.fields.values()].flatMap(({ relationshipName, referenceTo = [] }) => {
    const targets = referenceTo.filter((target) => schema.object(target)).slice(0, 4);
    if (relationshipName === undefined || targets.length === 0) return [];
    const parent = fc.constantFrom(...targets).chain((target) => recordOf(target, depth - 1));
    return [part(relationshipName, parent)];
  });

const childParts = (object: ObjectModel, depth: number): fc.Arbitrary<Part>[] =>
  schema.childRelationships(object.name).flatMap(({ name, childObject }) => {
    if (!schema.object(childObject)) return [];
    const children = fc
      .array(recordOf(childObject, depth - 1), { maxLength: 2 })
      .map((records) => new ApexList(sobjectType(childObject), records));
    return [children.map((list): Part => [name, list])];
  });

const drawn = (parts: readonly fc.Arbitrary<Part>[], most: number): fc.Arbitrary<Part[]> =>
  parts.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...parts), { maxLength: most });

/** Lazily made: objects refer to each other in circles. */
function recordOf(name: string, depth: number): fc.Arbitrary<SObjectValue> {
  return fc.constant(name).chain(() => {
    const object = schema.object(name);
    if (!object) throw new Error(`There is no object ${name}`);
    const nested = depth > 0 ? [drawn(parentParts(object, depth), 2), drawn(childParts(object, depth), 2)] : [];
    return fc.tuple(drawn(fieldParts(object), 6), ...nested).map((parts) => {
      const record = new SObjectValue(object.name);
      for (const [field, value] of parts.flat()) record.set(field, value);
      return record;
    });
  });
}

const objects = [...schema.objects()].filter(({ fields }) => fields.size > 0).map(({ name }) => name);
const anyRecord = fc.constantFrom(...objects).chain((name) => recordOf(name, 2));

const compact = { pretty: false, suppressNulls: false };

/** Reads what was written, and holds that nothing is lost. */
function expectKept(value: ApexValue, type: ApexType, strict: boolean): ApexValue {
  const text = serialize(tx, value, { pretty: strict, suppressNulls: false });
  const again = deserialize(tx, text, type, strict);
  expect(sameValue(tx, again, value)).toBe(true);
  expect(JSON.parse(serialize(tx, again, compact))).toEqual(JSON.parse(text));
  return again;
}

describe('JSON round trips of records', () => {
  it('keep fields of all types, parents and child lists, as the object and as SObject', () => {
    fc.assert(
      fc.property(anyRecord, fc.boolean(), (record, strict) => {
        const typed = expectKept(record, sobjectType(record.object), strict);
        const generic = expectKept(record, sobjectType('SObject'), strict);

        for (const again of [typed, generic]) expect([...names(again)]).toEqual([...names(record)]);
      })
    );
  });

  it.each(objects)('keep records of %s', (name) => {
    fc.assert(
      fc.property(recordOf(name, 1), (record) => {
        expectKept(record, sobjectType(name), true);
      }),
      { numRuns: 10 }
    );
  });

  it('keep lists, lists of lists and maps of records', () => {
    const accounts = fc.array(fc.tuple(ids('001'), recordOf('Account', 1)), { maxLength: 4 });
    fc.assert(
      fc.property(accounts, fc.array(anyRecord, { maxLength: 3 }), fc.boolean(), (entries, mixed, strict) => {
        const byId = new ApexMap(T.Id, sobjectType('Account'));
        const byName = new ApexMap(T.String, sobjectType('SObject'));
        for (const [id, record] of entries) mapPut(byId, keyOf(id), id, record);
        for (const [i, record] of mixed.entries()) mapPut(byName, keyOf(`r${i}`), `r${i}`, record);

        expectKept(byId, mapOf(T.Id, sobjectType('Account')), strict);
        expectKept(byName, mapOf(T.String, sobjectType('SObject')), strict);
        expectKept(new ApexList(sobjectType('SObject'), mixed), listOf(sobjectType('SObject')), strict);
        expectKept(
          new ApexList(listOf(sobjectType('SObject')), [new ApexList(sobjectType('SObject'), mixed), null]),
          listOf(listOf(sobjectType('SObject'))),
          strict
        );
      })
    );
  });

  it('keep records in instances of a class', () => {
    const contacts = fc.array(recordOf('Contact', 1), { maxLength: 2 });
    fc.assert(
      fc.property(anyRecord, fc.option(recordOf('Account', 1)), contacts, fc.boolean(), (any, one, several, strict) => {
        const text = JSON.stringify({
          any: JSON.parse(serialize(tx, any, compact)),
          one: JSON.parse(serialize(tx, one, compact)),
          several: several.map((each) => JSON.parse(serialize(tx, each, compact))),
          named: Object.fromEntries(several.map((each, i) => [`c${i}`, JSON.parse(serialize(tx, each, compact))]))
        });
        const type: ApexType = { kind: 'class', name: 'Holder' };
        const again = deserialize(tx, text, type, strict);

        expect(JSON.parse(serialize(tx, again, compact))).toEqual(JSON.parse(text));
      })
    );
  });

  it('say the same when they are read without a type', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const text = serialize(tx, record, compact);
        const tokens = new JsonTokens(text);
        tokens.next();
        const untyped = readUntyped(tokens);

        expect(JSON.parse(serialize(tx, untyped, compact))).toEqual(JSON.parse(text));
        expect(tokens.next()).toBe(false);
      })
    );
  });
});

/** Names of the fields that a record holds, child lists first, as they are written. */
function names(value: ApexValue): Iterable<string> {
  if (!(value instanceof SObjectValue)) return [];
  const all = [...value.fields];
  const lists = all.filter(([, each]) => each instanceof ApexList);
  return [...lists, ...all.filter(([, each]) => !(each instanceof ApexList))].map(([name]) => name);
}
