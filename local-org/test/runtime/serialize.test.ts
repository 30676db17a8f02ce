import fc from 'fast-check';
import { Big } from 'bigdecimal.js';
import { describe, expect, it } from 'vitest';
import { ApexList, ApexMap, ApexSet, keyOf } from '../../src/kernel/collections.js';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { ApexValue } from '../../src/kernel/object.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../../src/kernel/scalars.js';
import { SObjectValue } from '../../src/kernel/sobject.js';
import { listOf, T } from '../../src/kernel/types.js';
import { HttpRequestObject } from '../../src/platform/http.js';
import { JsonTokens } from '../../src/platform/json/tokens.js';
import { readUntyped } from '../../src/platform/json/untyped.js';
import { serialize } from '../../src/platform/json/serialize.js';
import { sameValue } from '../../src/runtime/equality.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { readState, writeState } from '../../src/runtime/serialize.js';
import { toText } from '../../src/runtime/text.js';
import { typeOf } from '../../src/runtime/types.js';
import { compile, errorsOf, transaction } from '../compiler/harness.js';

const scalars: fc.Arbitrary<ApexValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string(),
  fc.integer({ min: -2147483648, max: 2147483647 }),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  fc.double({ noNaN: true }).map((value) => new ApexDouble(value)),
  fc.tuple(fc.bigInt(), fc.integer({ min: 0, max: 12 })).map(([digits, scale]) => Big(digits, scale)),
  fc.integer({ min: -100_000, max: 100_000 }).map((days) => new ApexDate(days)),
  fc.integer().map((ms) => new ApexDatetime(ms)),
  fc.integer({ min: 0, max: 86_399_999 }).map((ms) => new ApexTime(ms)),
  fc.uint8Array().map((bytes) => new ApexBlob(bytes)),
  fc.constant(ApexId.parse('001000000000001AAA') as ApexId)
);

const { graphs } = fc.letrec<{ graphs: ApexValue }>((tie) => ({
  graphs: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.array(tie('graphs'), { maxLength: 4 }).map((items) => new ApexList(T.Object, items)),
    fc.array(scalars, { maxLength: 4 }).map((items) => {
      const set = new ApexSet(T.Object);
      for (const item of items) set.entries.set(keyOf(item), item);
      return set;
    }),
    fc.array(fc.tuple(scalars, tie('graphs')), { maxLength: 4 }).map((entries) => {
      const map = new ApexMap(T.Object, T.Object);
      for (const [key, value] of entries) map.entries.set(keyOf(key), { key, value });
      return map;
    }),
    fc.array(tie('graphs'), { maxLength: 3 }).map((values) => {
      const record = new SObjectValue('Account');
      values.forEach((value, i) => record.fields.set(`F${i}__c`, value));
      return record;
    })
  )
}));

const classes = {
  Node: `public class Node {
    public Node next; public String name; public transient String secret; public Kind kind; private List<Node> all = new List<Node>();
    public Integer reads = 0;
    public String label { get { reads++; return 'label ' + name; } }
    public Type type; public Exception error; public Schema.SObjectField field;
    public enum Kind { A, B }
    public static Node make() {
      Node first = new Node(); Node second = new Node();
      first.name = 'first'; second.name = 'second'; first.next = second; second.next = first;
      first.all.add(first); first.all.add(second); first.secret = 'hidden'; first.kind = Kind.B;
      first.type = List<String>.class; first.field = Account.Name;
      try { Integer zero = 0; Integer one = 1 / zero; } catch (Exception e) { first.error = e; }
      return first;
    }
    public static String tell(Node n) {
      return n.name + ' ' + n.next.name + ' ' + (n.next.next === n) + ' ' + (n.all[1] === n.next) + ' ' + n.secret + ' ' + n.kind.name()
        + ' ' + n.type + ' ' + n.field + ' ' + n.error.getTypeName() + ' ' + n.error.getLineNumber() + ' ' + n.reads;
    }
  }`
};

const loaded = compile(classes);

describe('the state of a job', () => {
  it('comes back as the same values of the same types', async () => {
    const tx = transaction(await loaded);

    fc.assert(
      fc.property(graphs, (value) => {
        const copy = readState(tx, writeState(tx, value));

        expect(typeOf(copy)).toEqual(typeOf(value));
        expect(sameValue(tx, copy, value)).toBe(true);
        expect(toText(tx, copy)).toBe(toText(tx, value));
      })
    );
  });

  it('keeps cycles, shared objects, enums, types and exceptions of project objects, and drops what is transient', async () => {
    const code = await loaded;
    expect(errorsOf(code)).toEqual([]);
    const tx = transaction(code);
    const node = code.invokeStatic(tx, 'Node', 'make', []);

    const copy = readState(tx, writeState(tx, node));

    expect(copy).not.toBe(node);
    expect(code.invokeStatic(tx, 'Node', 'tell', [copy])).toBe(
      'first second true true null B List<String> Name System.MathException 12 0'
    );
  });

  it('keeps stubs: the copy asks a copy of the provider', async () => {
    const code = await compile({
      Shop: 'public class Shop { public String greet(String name) { return name; } }',
      Main: `public class Main implements StubProvider {
        public Integer calls = 0;
        public Object handleMethodCall(Object stubbed, String name, Type returns, List<Type> types, List<String> names, List<Object> args) {
          calls++;
          return name + ' ' + args[0] + ' ' + calls;
        }
        public static List<Object> make() {
          Main provider = new Main();
          return new List<Object>{ Test.createStub(Shop.class, provider), provider };
        }
        public static String tell(List<Object> copies) {
          return ((Shop) copies[0]).greet('Bo') + ' ' + ((Main) copies[1]).calls;
        }
      }`
    });
    expect(errorsOf(code)).toEqual([]);
    const tx = transaction(code, { test: { running: false, mocks: new Map(), seeAllData: false } });
    const made = code.invokeStatic(tx, 'Main', 'make', []);

    const copy = readState(tx, writeState(tx, made));

    expect(code.invokeStatic(tx, 'Main', 'tell', [copy])).toBe('greet Bo 1 1');
    expect(code.invokeStatic(tx, 'Main', 'tell', [made])).toBe('greet Bo 1 1');
  });

  it('keeps element types of collections', async () => {
    const tx = transaction(await loaded);
    const list = new ApexList(listOf(T.Id), [new ApexList(T.Id)]);

    expect(typeOf(readState(tx, writeState(tx, list)))).toEqual(listOf(listOf(T.Id)));
  });

  it('refuses platform objects that the platform refuses', async () => {
    const tx = transaction(await loaded);

    expect(() => writeState(tx, new HttpRequestObject())).toThrow(ApexThrow);
    try {
      writeState(tx, new HttpRequestObject());
    } catch (error) {
      expect(exceptionText((error as ApexThrow).exception)).toBe(
        'System.SerializationException: Not Serializable: System.HttpRequest'
      );
    }
  });
});

const { untyped } = fc.letrec<{ untyped: ApexValue }>((tie) => ({
  untyped: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<ApexValue>(null, true, false),
    fc.string(),
    fc.integer({ min: -2147483648, max: 2147483647 }),
    fc.array(tie('untyped'), { maxLength: 4 }).map((items) => new ApexList(T.Object, items)),
    fc.dictionary(fc.string(), tie('untyped'), { maxKeys: 4 }).map((entries) => {
      const map = new ApexMap(T.String, T.Object);
      for (const [key, value] of Object.entries(entries)) map.entries.set(key, { key, value });
      return map;
    })
  )
}));

describe('JSON', () => {
  it.each([true, false])('reads back what it wrote (pretty: %s)', async (pretty) => {
    const tx = transaction(await loaded);

    fc.assert(
      fc.property(untyped, (value) => {
        const text = serialize(tx, value, { pretty, suppressNulls: false });
        const tokens = new JsonTokens(text);
        tokens.next();

        expect(sameValue(tx, readUntyped(tokens), value)).toBe(true);
        expect(() => JSON.parse(text) as unknown).not.toThrow();
      })
    );
  });
});
