import { expect, test } from 'vitest';
import { run } from './harness.js';

/** https://salesforce.stackexchange.com/questions/135750: what an sObject that is a member of an object answers while it is null. */
test.each([
  ['named with its object', 'return holder.record.FirstName;', 'null'],
  ['reached through this', 'return holder.throughThis();', 'null'],
  ['held by a property', 'return holder.property.FirstName;', 'null'],
  ['over two objects', 'return new Wrapper().holder.record.FirstName;', 'null'],
  ['its parent', 'return holder.record.Account.Name;', 'null'],
  ['its Id', 'return holder.record.Id;', 'Attempt to de-reference a null object'],
  ['named alone', 'return holder.alone();', 'Attempt to de-reference a null object'],
  ['in a variable', 'Contact c = holder.record; return c.FirstName;', 'Attempt to de-reference a null object'],
  ['a method', "return holder.record.get('FirstName');", 'Attempt to de-reference a null object'],
  ['written', "holder.record.FirstName = 'a'; return 1;", 'Attempt to de-reference a null object']
])('a field of a null record %s', async (_case, body, expected) => {
  const sources = {
    Holder: `public class Holder {
      public Contact record;
      public Contact property { get; set; }
      public Object throughThis() { return this.record.FirstName; }
      public Object alone() { return record.FirstName; }
    }`,
    Wrapper: 'public class Wrapper { public Holder holder = new Holder(); }',
    Main: `public class Main { public static Object run() {
      Holder holder = new Holder();
      try { ${body} } catch (NullPointerException e) { return e.getMessage(); }
    } }`
  };
  expect(await run(sources)).toBe(expected);
});
