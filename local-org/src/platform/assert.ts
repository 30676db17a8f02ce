import type { ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { fullTypeName } from '../kernel/types.js';
import { instanceOf, typeOf } from '../runtime/types.js';
import { required } from '../runtime/arguments.js';
import { assertEqual, assertNotEqual, fail } from './assertions.js';
import { platformClass } from './define.js';
import type { TypeToken } from './type-token.js';

type S = string | null;

function instance(tx: Transaction, value: ApexValue, type: TypeToken | null, message: S = null): void {
  const wanted = required(type, 2).of;
  if (!instanceOf(tx, value, wanted)) {
    fail(tx, message, `Expected: ${fullTypeName(wanted)}, Actual: ${fullTypeName(typeOf(value))}`);
  }
}

function notInstance(tx: Transaction, value: ApexValue, type: TypeToken | null, message: S = null): void {
  const unwanted = required(type, 2).of;
  if (instanceOf(tx, value, unwanted)) fail(tx, message, `Same type: ${fullTypeName(unwanted)}`);
}

export const assertClass = platformClass({
  name: 'System.Assert',
  members: {
    'static void areEqual(Object expected, Object actual)': (tx, a: ApexValue, b: ApexValue) => assertEqual(tx, a, b),
    'static void areEqual(Object expected, Object actual, String msg)': (tx, a: ApexValue, b: ApexValue, m: S) =>
      assertEqual(tx, a, b, m),
    'static void areNotEqual(Object notExpected, Object actual)': (tx, a: ApexValue, b: ApexValue) =>
      assertNotEqual(tx, a, b),
    'static void areNotEqual(Object notExpected, Object actual, String msg)': (tx, a: ApexValue, b: ApexValue, m: S) =>
      assertNotEqual(tx, a, b, m),
    'static void fail()': (tx) => fail(tx, null),
    'static void fail(String msg)': (tx, m: S) => fail(tx, m),
    'static void isFalse(Boolean condition)': (tx, a: boolean | null) => assertEqual(tx, false, a),
    'static void isFalse(Boolean condition, String msg)': (tx, a: boolean | null, m: S) => assertEqual(tx, false, a, m),
    'static void isInstanceOfType(Object instance, Type expectedType)': (tx, a: ApexValue, t: TypeToken | null) =>
      instance(tx, a, t),
    'static void isInstanceOfType(Object instance, Type expectedType, String msg)': (
      tx,
      a: ApexValue,
      t: TypeToken | null,
      m: S
    ) => instance(tx, a, t, m),
    'static void isNotInstanceOfType(Object instance, Type notExpectedType)': (tx, a: ApexValue, t: TypeToken | null) =>
      notInstance(tx, a, t),
    'static void isNotInstanceOfType(Object instance, Type notExpectedType, String msg)': (
      tx,
      a: ApexValue,
      t: TypeToken | null,
      m: S
    ) => notInstance(tx, a, t, m),
    'static void isNotNull(Object value)': (tx, a: ApexValue) => assertNotEqual(tx, null, a),
    'static void isNotNull(Object value, String msg)': (tx, a: ApexValue, m: S) => assertNotEqual(tx, null, a, m),
    'static void isNull(Object value)': (tx, a: ApexValue) => assertEqual(tx, null, a),
    'static void isNull(Object value, String msg)': (tx, a: ApexValue, m: S) => assertEqual(tx, null, a, m),
    'static void isTrue(Boolean condition)': (tx, a: boolean | null) => assertEqual(tx, true, a),
    'static void isTrue(Boolean condition, String msg)': (tx, a: boolean | null, m: S) => assertEqual(tx, true, a, m)
  }
});
