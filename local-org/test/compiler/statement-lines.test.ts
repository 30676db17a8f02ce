import { expect, test } from 'vitest';
import { run } from './harness.js';

/**
 * The line of a stack frame is that of the part of a statement that threw: of a member or method its name, of anything else where
 * it begins. Compared with the line numbers in the byte code that the platform's compiler front end makes of the same statements.
 * In each source the line that is reported bears the comment.
 */
const sources: readonly (readonly [name: string, lines: string])[] = [
  ['the last method of a chain', 'Main r = self\n.me(1)\n.gone\n.me(2) //\n.me(3);'],
  ['an argument', 'Integer i = self.sum(\n1,\nnone.length() //\n);'],
  ['a method of the library', "String s = 'abc'\n.trim()\n.substring( //\n9\n)\n.trim();"],
  [
    'a library method in the middle of a chain',
    "String s = 'abc'\n.trim()\n.substring(9) //\n.trim()\n.toLowerCase();"
  ],
  ['a quotient, where it begins', 'Integer q = one\n+\none //\n/ nil;'],
  ['a field of a record', 'String s = acc\n.Owner\n.Name; acc = null; s = acc\n.Name //\n;'],
  ['a field that is set', "acc = null; acc\n.Name //\n= 'x';"],
  ['an element, where the list begins', 'Integer i = one +\nitems //\n[\n7\n];'],
  ['an element of an initial value', 'Object o = new List<Integer>{\none,\none / nil, //\none\n};'],
  ['a value of a new record', 'Account a = new Account(\nName =\nnone\n.trim() //\n);'],
  ['a condition', 'if (\none > 1 ||\nitems.get(5) > 1 //\n) { one = 2; }'],
  ['a branch', "String s = one == 2\n? 'a'\n: none.trim(); //\n"],
  ['a returned value', 'return\none //\n/ nil;'],
  ['a loop that counts', 'for (\nInteger i = 0;\ni < none.length(); //\ni++\n) { one = i; }'],
  ['a step of a loop', 'for (\nInteger i = 0;\ni < 2;\ni += one / nil //\n) { one = i; }'],
  ['the end of a loop', 'do { one = 2; } while (\none //\n/ nil > 1);'],
  ['a concatenated text', "String s = 'a'\n+ none.trim() //\n+ 'b';"],
  ['what is assigned to a property', 'self\n.prop\n=\none / nil; //'],
  ['a constructor of the project', 'Main m = new Main(\nnone.length() //\n);'],
  ['the rest behind ?.', 'String s = self?.\ntext()\n.trim(); //'],
  ['a whole statement on one line', 'Integer i = one / nil; //']
];

test.each(sources)('%s', async (_, statements) => {
  const head = `public class Main {
    Main gone; Main a; Integer prop { get; set; } Main() {} Main(Integer i) {}
    Main me(Integer i) { return this; } String text() { return null; } Integer sum(Integer a, Integer b) { return a + b; }
    public static Object run() {
      Main self = new Main(); Integer one = 1; Integer nil = 0; String none; Account acc = new Account(); List<Integer> items = new List<Integer>();`;
  const text = `${head}\n${statements}\n${statements.startsWith('return') ? '' : 'return null;'} } }`;
  const expected = text.split('\n').findIndex((line) => line.includes('//')) + 1;

  const trace = (await run({ Main: text })).split('\n').find((line) => line.startsWith('Class.Main.run'));

  expect(trace).toBe(`Class.Main.run: line ${expected}, column 1`);
});
