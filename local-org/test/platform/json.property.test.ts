import { Big } from 'bigdecimal.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApexList, ApexMap, keyOf } from '../../src/kernel/collections.js';
import type { ApexValue } from '../../src/kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexTime } from '../../src/kernel/scalars.js';
import type { Transaction } from '../../src/kernel/services.js';
import { type ApexType, listOf, mapOf, T } from '../../src/kernel/types.js';
import { serialize } from '../../src/platform/json/serialize.js';
import { JsonTokens } from '../../src/platform/json/tokens.js';
import { deserialize } from '../../src/platform/json/typed.js';
import { readUntyped } from '../../src/platform/json/untyped.js';
import { sameValue } from '../../src/runtime/equality.js';
import { mapPut } from '../../src/runtime/iteration.js';
import { compile, transaction } from '../compiler/harness.js';

let tx: Transaction;
beforeAll(async () => {
  tx = transaction(await compile({ Facts: 'public class Facts {}' }));
});

const compact = { pretty: false, suppressNulls: false };
const pretty = { pretty: true, suppressNulls: false };
const texts = fc.string({ unit: 'binary' });

function mapOfEntries(value: ApexType, entries: readonly (readonly [string, ApexValue])[]): ApexMap {
  const map = new ApexMap(T.String, value);
  for (const [name, item] of entries) mapPut(map, keyOf(name), name, item);
  return map;
}

/** What JSON says of a value without types: scalars of JSON, lists and maps. */
const untyped: fc.Arbitrary<ApexValue> = fc.letrec<{ value: ApexValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    texts,
    fc.array(tie('value'), { maxLength: 4 }).map((items) => new ApexList(T.Object, items)),
    fc.array(fc.tuple(texts, tie('value')), { maxLength: 4 }).map((entries) => mapOfEntries(T.Object, entries))
  )
})).value;

function read(text: string): ApexValue {
  const tokens = new JsonTokens(text);
  tokens.next();
  const value = readUntyped(tokens);
  expect(tokens.next()).toBe(false);
  return value;
}

const scalars: readonly (readonly [string, ApexType, fc.Arbitrary<ApexValue>])[] = [
  ['Integer', T.Integer, fc.integer()],
  ['Long', T.Long, fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)],
  ['String', T.String, texts],
  ['Boolean', T.Boolean, fc.boolean()],
  [
    'Decimal',
    T.Decimal,
    fc.tuple(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.integer({ min: 0, max: 12 })).map(([n, s]) => Big(n, s))
  ],
  ['Double', T.Double, fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => new ApexDouble(value))],
  ['Date', T.Date, fc.integer({ min: -300_000, max: 900_000 }).map((days) => new ApexDate(days))],
  ['Datetime', T.Datetime, fc.integer({ min: -2e12, max: 4e13 }).map((ms) => new ApexDatetime(ms))],
  ['Time', T.Time, fc.integer({ min: 0, max: 86_399_999 }).map((ms) => new ApexTime(ms))],
  ['Blob', T.Blob, fc.uint8Array().map((bytes) => new ApexBlob(bytes))]
];

describe('JSON round trips', () => {
  it('keep untyped values, and JavaScript reads the same from the text', () => {
    fc.assert(
      fc.property(untyped, (value) => {
        const text = serialize(tx, value, compact);
        // Each writing turns the order of a map's entries.
        const again = serialize(tx, read(serialize(tx, read(text), compact)), compact);

        expect(again).toBe(text);
        expect(JSON.parse(serialize(tx, value, pretty))).toEqual(JSON.parse(text));
      })
    );
  });

  it.each(scalars)('keep values of type %s, alone and in collections', (_name, type, values) => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 5 }), (items) => {
        const list = new ApexList(type, items);
        const map = mapOfEntries(
          type,
          items.map((item, i) => [`k${i}`, item] as const)
        );

        const listAgain = deserialize(tx, serialize(tx, list, compact), listOf(type), false);
        const mapAgain = deserialize(tx, serialize(tx, map, pretty), mapOf(T.String, type), true);

        expect(sameValue(tx, listAgain, list)).toBe(true);
        expect(sameValue(tx, mapAgain, map)).toBe(true);
        expect(JSON.parse(serialize(tx, mapAgain, compact))).toEqual(JSON.parse(serialize(tx, map, compact)));
      })
    );
  });

  it.each(scalars.filter(([name]) => name !== 'Blob'))('keep maps whose keys are of type %s', (_name, type, values) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(values, texts), { maxLength: 5 }), fc.boolean(), (entries, strict) => {
        const map = new ApexMap(type, T.String);
        for (const [key, item] of entries) mapPut(map, keyOf(key), key, item);

        const again = deserialize(tx, serialize(tx, map, pretty), mapOf(type, T.String), strict);

        expect(sameValue(tx, again, map)).toBe(true);
      })
    );
  });

  it.each(scalars)('keep lists of lists of %s with nulls among them', (_name, type, values) => {
    const nested = fc.array(fc.option(fc.array(fc.option(values), { maxLength: 4 })), { maxLength: 4 });
    fc.assert(
      fc.property(nested, fc.boolean(), fc.boolean(), (rows, inLines, strict) => {
        const lists = rows.map((row) => row && new ApexList(type, row));
        const list = new ApexList(listOf(type), lists);
        // Nulls inside a list stay, also where those of fields are left out.
        const text = serialize(tx, list, { pretty: inLines, suppressNulls: true });

        expect(sameValue(tx, deserialize(tx, text, listOf(listOf(type)), strict), list)).toBe(true);
      })
    );
  });
});
