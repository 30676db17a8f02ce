import { expect, test } from 'vitest';
import type {
  AccessMode,
  DataService,
  Transaction,
  TransactionOrigin,
  TriggerContext
} from '../../src/kernel/services.js';
import { SObjectValue } from '../../src/kernel/sobject.js';
import { compile, transaction } from './harness.js';

/**
 * Apex Developer Guide, "Use the with sharing, without sharing, and inherited sharing Keywords". Classes are of API version 66: as of 67
 * what has no keyword follows sharing.
 */
type Keyword = 'with' | 'without' | 'inherited' | '';

const query = 'public static void read() { List<Account> l = [SELECT Id FROM Account]; }';
const classOf = (name: string, keyword: Keyword, body: string, more = ''): string =>
  `public ${more === 'virtual' ? 'virtual ' : ''}${keyword === '' ? '' : `${keyword} sharing `}class ${name} ${more.replace('virtual', '')} { ${body} }`;

/** How the queries of a run reach the data. */
async function sharingOf(
  files: Readonly<Record<string, string>>,
  origin: TransactionOrigin = { kind: 'sync' },
  context?: TriggerContext
): Promise<boolean[]> {
  const code = await compile(files, { apiVersion: 66 });
  expect(code.compileErrors).toEqual([]);
  const seen: boolean[] = [];
  const data = {
    query: (_tx: Transaction, _query: unknown, _binds: unknown, access: AccessMode) => {
      seen.push(access.sharing);
      return [];
    }
  } as unknown as DataService;
  const tx = transaction(code, { data, origin });
  if (context) for (const trigger of code.triggers('Account')) trigger.run(tx, context);
  else code.invokeStatic(tx, 'Main', 'run', []);
  return seen;
}

const sync = { kind: 'sync' } as const;
const aura = { kind: 'aura' } as const;
const rest = { kind: 'rest' } as const;

test.each([
  // Entry points: inherited runs with sharing, no keyword without, but in Aura and web components with.
  ['with', sync, true],
  ['without', sync, false],
  ['inherited', sync, true],
  ['', sync, false],
  ['with', aura, true],
  ['without', aura, false],
  ['inherited', aura, true],
  ['', aura, true],
  ['inherited', rest, true],
  ['', rest, false]
] as const)('an entry point with "%s" (%o) follows sharing: %s', async (keyword, origin, expected) => {
  const body = query.replace('read', 'run');

  expect(await sharingOf({ Main: classOf('Main', keyword, body) }, origin)).toEqual([expected]);
});

test.each([
  ['with', 'with', true],
  ['with', 'without', false],
  ['with', 'inherited', true],
  ['with', '', true],
  ['without', 'with', true],
  ['without', 'without', false],
  ['without', 'inherited', false],
  ['without', '', false],
  ['inherited', 'with', true],
  ['inherited', 'without', false],
  ['inherited', 'inherited', true],
  ['inherited', '', true],
  ['', 'with', true],
  ['', 'without', false],
  ['', 'inherited', false],
  ['', '', false]
] as const)('called from "%s", a class with "%s" follows sharing: %s', async (caller, callee, expected) => {
  const files = {
    Main: classOf('Main', caller, 'public static void run() { Reader.read(); }'),
    Reader: classOf('Reader', callee, query)
  };

  expect(await sharingOf(files)).toEqual([expected]);
});

test.each([
  ['with', '', false],
  ['with', 'without', false],
  ['without', 'with', true],
  ['without', '', false],
  ['', 'with', true]
] as const)('in a class with "%s", an inner one with "%s" has its own sharing: %s', async (outer, inner, expected) => {
  const files = {
    Main: 'public without sharing class Main { public static void run() { new Holder.Within().read(); } }',
    Holder: classOf('Holder', outer, classOf('Within', inner, query.replace('static ', '')))
  };

  expect(await sharingOf(files)).toEqual([expected]);
});

test.each([
  ['with', '', true],
  ['without', '', false],
  ['with', 'without', false],
  ['without', 'with', true],
  ['', '', false]
] as const)('below a class with "%s", one with "%s" follows sharing: %s', async (above, below, expected) => {
  const files = {
    Main: 'public class Main { public static void run() { new Child().read(); } }',
    Child: classOf('Child', below, query.replace('static ', ''), 'extends Parent'),
    Parent: classOf('Parent', above, '', 'virtual')
  };

  expect(await sharingOf(files)).toEqual([expected]);
});

test('an inherited method has the sharing of the class that defines it', async () => {
  const files = {
    Main: 'public class Main { public static void run() { new Child().read(); } }',
    Child: 'public without sharing class Child extends Parent { }',
    Parent: `public virtual with sharing class Parent { ${query.replace('static ', '')} }`
  };

  expect(await sharingOf(files)).toEqual([true]);
});

test.each([
  [false, '', [false, false]],
  [false, 'with', [false, true]],
  [false, 'inherited', [false, false]],
  [true, '', [true, true]],
  [true, 'inherited', [true, true]],
  [true, 'without', [true, false]]
] as const)(
  'a trigger fired with sharing (%s) and a class with "%s" that it calls: %o',
  async (sharing, keyword, expected) => {
    const files = {
      'Trigger T':
        'trigger T on Account (before insert) { List<Account> l = [SELECT Id FROM Account]; Reader.read(); }',
      Reader: classOf('Reader', keyword, query)
    };
    const context = {
      event: 'before insert',
      object: 'Account',
      newRecords: [new SObjectValue('Account')],
      oldRecords: null,
      sharing
    } as const;

    expect(await sharingOf(files, sync, context)).toEqual(expected);
  }
);
