import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openOrg, type TestOrg } from '../async/harness.js';
import { executeAnonymous } from '../../src/server/routes/anonymous.js';
import type { ApexId } from '../../src/kernel/scalars.js';

const guide = 'Apex Developer Guide, "Anonymous Blocks"';

let opened: TestOrg;
let clerk: ApexId;
beforeAll(async () => {
  opened = await openOrg({
    'Service.cls': `public class Service {
      public static Integer calls = 0;
      public static Integer twice(Integer i) { calls++; return i * 2; }
      private static Integer hidden() { return 1; }
      @TestVisible private static Integer forTests() { return 1; }
      public virtual class Base { public virtual String name() { return 'base'; } }
    }`,
    'ServiceTest.cls': '@IsTest public class ServiceTest { public static void make() {} }'
  });
  await opened.run(`
    Profile standard = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
    User someone = new User(LastName = 'Clerk', Username = 'clerk@anonymous.example', Email = 'clerk@anonymous.example', Alias = 'clerk', ProfileId = standard.Id,
      TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
    insert someone;`);
  clerk = opened.org.data.userId('clerk@anonymous.example') as ApexId;
}, 60_000);
afterAll(() => opened.close());

/** The last debugged text, or what is wrong. */
async function outcomeOf(apex: string): Promise<string> {
  const { result, log } = await executeAnonymous(opened.org, opened.org.data.administratorId, apex, {
    APEX_CODE: 'DEBUG'
  });
  if (result.compileProblem !== null) return `${result.line}:${result.column} ${result.compileProblem}`;
  if (result.exceptionMessage !== null) return `${result.exceptionMessage} at ${result.exceptionStackTrace}`;
  const debugged = [...log.matchAll(/\|USER_DEBUG\|\[\d+\]\|DEBUG\|(.*)/g)].map(([, text = '']) => text);
  return debugged.join(' ');
}

describe('an anonymous block', () => {
  it.each([
    // Methods may be declared, refer to later ones, and see the variables declared before their first call.
    ['Integer int1 = 0; void one() { two(); } void two() { int1++; } one(); System.debug(int1);', '1'],
    ['Integer add(Integer a, Integer b) { return a + b; } System.debug(add(1, 2));', '3'],
    ['static Integer one() { return 1; } System.debug(one());', '1'],
    ['global Integer one() { return 1; } private Integer two() { return 2; } System.debug(one() + two());', '3'],
    ['public class A { public Integer x = 3; public Integer get() { return x; } } System.debug(new A().get());', '3'],
    // Types of a block are virtual without saying so.
    [
      "class A { public virtual String s() { return 'a'; } } class B extends A { public override String s() { return 'b'; } } A a = new B(); System.debug(a.s());",
      'b'
    ],
    [
      'interface Shape { Integer size(); } class Box implements Shape { public Integer size() { return 4; } } System.debug(new Box().size());',
      '4'
    ],
    ['enum Color { RED, BLUE } System.debug(Color.BLUE.ordinal());', '1'],
    // The classes of the org.
    ['System.debug(Service.twice(4) + Service.calls);', '9'],
    [
      "class Mine extends Service.Base { public override String name() { return 'mine'; } } System.debug(new Mine().name());",
      'mine'
    ],
    ['System.debug(Service.hidden());', '1:22 Method is not visible: Integer Service.hidden()'],
    ['System.debug(Service.forTests());', '1:22 Method is not visible: Integer Service.forTests()'],
    // Returning ends the block; a value does not belong there.
    ["System.debug('a'); if (true) return; System.debug('b');", 'a'],
    ['Integer i = 1 / 0;', 'System.MathException: Divide by 0 at AnonymousBlock: line 1, column 1'],
    ['Integer i = nothing;', '1:13 Variable does not exist: nothing'],
    ['System.debug(Test.isRunningTest()); System.debug(System.Request.getCurrent().getQuiddity());', 'false ANONYMOUS']
  ])('%s → %s', async (apex, expected) => {
    expect(await outcomeOf(apex)).toBe(expected);
  });

  it(`keeps what it has changed, and nothing when it fails (${guide})`, async () => {
    await outcomeOf("insert new Account(Name = 'kept');");
    await outcomeOf("insert new Account(Name = 'lost'); Integer i = 1 / 0;");

    expect(await opened.rows("[SELECT COUNT() FROM Account WHERE Name IN ('kept', 'lost')]")).toBe('1');
  });

  it(`is for those who may author Apex (${guide})`, async () => {
    await expect(executeAnonymous(opened.org, clerk, 'Integer i = 1;', null)).rejects.toThrow('Author Apex');
  });

  it(`reads and saves in user mode, with sharing (${guide})`, async () => {
    const block = await opened.org.code.compileAnonymous('List<Account> all = [SELECT Id, Name FROM Account];');
    const as = (userId: ApexId) => () =>
      opened.org.run({ userId, origin: { kind: 'anonymous' } }, (tx) => {
        const seen = vi.spyOn(opened.org.data, 'query');
        block.run(tx);
        return seen.mock.lastCall?.[3];
      });

    expect(as(clerk)()).toEqual({ mode: 'user', sharing: true });
  });
});
