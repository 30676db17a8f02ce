import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { LoadedCode } from '../../src/code/loaded-code.js';
import type { Transaction } from '../../src/kernel/services.js';
import { compile, transaction } from './harness.js';

const operators = {
  plus: '+',
  minus: '-',
  times: '*',
  divided: '/',
  and1: '&',
  or1: '|',
  xor: '^',
  left: '<<',
  right: '>>',
  unsigned: '>>>'
};

let code: LoadedCode;
let tx: Transaction;

beforeAll(async () => {
  const methods = Object.entries(operators).flatMap(([name, operator]) => [
    `public static Integer ${name}(Integer a, Integer b) { return a ${operator} b; }`,
    `public static Long ${name}(Long a, Long b) { return a ${operator} b; }`
  ]);
  code = await compile({ Main: `public class Main { ${methods.join(' ')} }` });
  tx = transaction(code);
});

/** The answer over whole numbers without bounds. */
function exact(operator: string, a: bigint, b: bigint, bits: 32 | 64): bigint {
  const count = b & BigInt(bits - 1);
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      return a << count;
    case '>>':
      return a >> count;
    default:
      return BigInt.asUintN(bits, a) >> count;
  }
}

test.each(Object.entries(operators))('Integer %s wraps at 32 bits', (name, operator) => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (a, b) => {
      fc.pre(operator !== '/' || b !== 0);
      const expected = Number(BigInt.asIntN(32, exact(operator, BigInt(a), BigInt(b), 32)));

      expect(code.invokeStatic(tx, 'Main', name, [a, b])).toBe(expected);
    })
  );
});

test.each(Object.entries(operators))('Long %s wraps at 64 bits', (name, operator) => {
  const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
  fc.assert(
    fc.property(long, long, (a, b) => {
      fc.pre(operator !== '/' || b !== 0n);
      const expected = BigInt.asIntN(64, exact(operator, a, b, 64));

      expect(code.invokeStatic(tx, 'Main', name, [a, b])).toBe(expected);
    })
  );
});
