import { describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { SObjectValue } from '../../src/kernel/sobject.js';
import type { TriggerContext } from '../../src/kernel/services.js';
import { limitException, mathException } from '../../src/runtime/exceptions.js';
import { id, plain, record, systemMode, World } from './world.js';

const allEvents = [
  'before insert',
  'after insert',
  'before update',
  'after update',
  'before delete',
  'after delete',
  'after undelete'
] as const;

function message(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception.message ?? '';
    throw error;
  }
  return '';
}

const nameOf = (one: SObjectValue | undefined) => one?.fields.get('Name');

describe('triggers', () => {
  test('see old and new records at each event', () => {
    const world = new World();
    const seen: string[] = [];
    const show = (records: TriggerContext['newRecords']) =>
      records?.map((one) => `${String(nameOf(one))}${one.fields.get('Id') ? '#' : ''}`).join() ?? '-';
    world.trigger({
      object: 'Account',
      events: allEvents,
      run: (c) => seen.push(`${c.event}: ${show(c.oldRecords)} > ${show(c.newRecords)}`)
    });

    const account = world.one('Account', { Name: 'a' });
    world.dml('update', record('Account', { Id: id(account), Name: 'b' }));
    world.dml('delete', account);
    world.dml('undelete', account);

    expect(seen).toEqual([
      'before insert: - > a',
      'after insert: - > a#',
      'before update: a# > b#',
      'after update: a# > b#',
      'before delete: b# > -',
      'after delete: b# > -',
      'after undelete: - > b#'
    ]);
  });

  test('before-triggers change what is saved, not the record of the caller', () => {
    const world = new World();
    world.trigger({
      object: 'Account',
      events: ['before insert'],
      run: ({ newRecords }) => newRecords?.[0]?.fields.set('Rating', 'Hot')
    });

    const account = world.one('Account', { Name: 'a' });

    expect(account.fields.has('Rating')).toBe(false);
    expect(world.rows('SELECT Rating FROM Account')).toEqual(['Hot']);
  });

  test('a before-trigger may fill a required field', () => {
    const world = new World();
    world.trigger({
      object: 'Account',
      events: ['before insert'],
      run: ({ newRecords }) => newRecords?.[0]?.fields.set('Name', 'filled')
    });

    world.insert('Account', {});

    expect(world.rows('SELECT Name FROM Account')).toEqual(['filled']);
  });

  test('after-triggers see what is stored: defaults, computed and system fields', () => {
    const world = new World();
    let seen: unknown;
    world.trigger({
      object: 'Lead',
      events: ['after insert'],
      run: ({ newRecords }) => {
        seen = ['Name', 'Status', 'IsConverted', 'CreatedDate'].map((name) =>
          plain(newRecords?.[0]?.fields.get(name) ?? null)
        );
      }
    });

    world.insert('Lead', { FirstName: 'Bo', LastName: 'Diaz', Company: 'Acme' });

    expect(seen).toEqual(['Bo Diaz', 'Open - Not Contacted', false, '2026-03-10T18:30:00.000Z']);
  });

  test('get at most 200 records at a time', () => {
    const world = new World();
    const sizes: number[] = [];
    world.trigger({
      object: 'Account',
      events: ['before insert'],
      run: ({ newRecords }) => sizes.push(newRecords?.length ?? 0)
    });

    world.dml(
      'insert',
      Array.from({ length: 450 }, (_, i) => record('Account', { Name: `a${i}` }))
    );

    expect(sizes).toEqual([200, 200, 50]);
  });

  test('addError refuses the record with the message and field', () => {
    const world = new World();
    world.trigger({
      object: 'Account',
      events: ['before insert'],
      run: ({ newRecords }) =>
        newRecords?.forEach((one) => nameOf(one) === 'bad' && (one.errors = [{ message: 'No.', field: 'Name' }]))
    });

    expect(message(() => world.insert('Account', { Name: 'good' }, { Name: 'bad' }))).toBe(
      'Insert failed. First exception on row 1; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, No.: [Name]'
    );
  });

  test('in a partial save triggers run again over the records that are left', () => {
    const world = new World();
    const runs: unknown[][] = [];
    world.trigger({
      object: 'Account',
      events: ['after insert'],
      run: ({ newRecords }) => {
        runs.push(newRecords?.map(nameOf) ?? []);
        for (const one of newRecords ?? []) if (nameOf(one) === 'bad') one.errors = [{ message: 'No.' }];
      }
    });

    const results = world.dml(
      'insert',
      ['a', 'bad', 'c'].map((Name) => record('Account', { Name })),
      { allOrNone: false }
    );

    expect(runs).toEqual([
      ['a', 'bad', 'c'],
      ['a', 'c']
    ]);
    expect(results.map((r) => r.success)).toEqual([true, false, true]);
    expect(world.count('SELECT COUNT() FROM Account')).toBe(2);
  });

  test('an exception fails the records with the trigger, the phase and the cause', () => {
    const world = new World();
    world.trigger({
      name: 'Guard',
      object: 'Account',
      events: ['before insert'],
      run: () => {
        throw mathException('Divide by 0');
      }
    });

    expect(message(() => world.insert('Account', { Name: 'a' }))).toMatch(
      /^Insert failed\. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Guard: execution of BeforeInsert\n\ncaused by: System\.MathException: Divide by 0\n\n/
    );
  });

  test('a governor limit is not wrapped', () => {
    const world = new World();
    world.trigger({
      object: 'Account',
      events: ['before insert'],
      run: () => {
        throw limitException('Too many SOQL queries: 101');
      }
    });

    expect(message(() => world.insert('Account', { Name: 'a' }))).toBe('Too many SOQL queries: 101');
  });

  test('recursion ends at a depth of 16', () => {
    const world = new World();
    world.trigger({
      object: 'Account',
      events: ['after insert'],
      run: (_, tx) =>
        void tx.data.dml(tx, 'insert', [record('Account', { Name: 'x' })], { access: systemMode, allOrNone: true })
    });

    expect(message(() => world.insert('Account', { Name: 'a' }))).toContain('maximum trigger depth exceeded');
    expect(world.count('SELECT COUNT() FROM Account')).toBe(0);
  });

  test('nested DML is undone with the statement that caused it', () => {
    const world = new World();
    world.trigger({
      object: 'Account',
      events: ['after insert'],
      run: ({ newRecords }, tx) => {
        tx.data.dml(tx, 'insert', [record('Contact', { LastName: 'x' })], { access: systemMode, allOrNone: true });
        for (const one of newRecords ?? []) one.errors = [{ message: 'No.' }];
      }
    });

    message(() => world.insert('Account', { Name: 'a' }));

    expect(world.count('SELECT COUNT() FROM Contact')).toBe(0);
  });
});

describe('transactions', () => {
  test('savepoints bring back what was before', () => {
    const world = new World();
    world.insert('Account', { Name: 'a' });
    const savepoint = world.data.savepoint(world.tx);
    world.insert('Account', { Name: 'b' });

    world.data.rollback(world.tx, savepoint);

    expect(world.rows('SELECT Name FROM Account')).toEqual(['a']);
  });

  test('uncommitted work stands from the first DML to the end, or until it is rolled back and released', () => {
    const world = new World();
    const pending = () => world.data.hasUncommittedWork(world.tx);
    expect(pending()).toBe(false);

    const savepoint = world.data.savepoint(world.tx);
    world.insert('Account', { Name: 'a' });
    expect(pending()).toBe(true);
    world.data.rollback(world.tx, savepoint);
    world.data.releaseSavepoint(world.tx, savepoint);
    expect(pending()).toBe(false);

    world.insert('Account', { Name: 'a' });
    world.data.commit(world.tx);
    expect(pending()).toBe(false);
  });

  test('what is held is undone level by level', () => {
    const world = new World();
    const count = () => world.count('SELECT COUNT() FROM Account');
    const insert = (Name: string) => {
      world.tx = world.begin();
      world.insert('Account', { Name });
      world.data.commit(world.tx);
    };

    world.data.hold();
    insert('setup');
    world.data.hold();
    insert('test');
    expect(count()).toBe(2);
    world.data.endHold();
    expect(count()).toBe(1);
    world.data.endHold();
    expect(count()).toBe(0);
  });

  test('set-up objects and others do not mix', () => {
    const world = new World();
    world.insert('Account', { Name: 'a' });
    const set = record('PermissionSet', { Name: 'p', Label: 'p' });

    expect(message(() => world.dml('insert', set))).toContain('MIXED_DML_OPERATION');
    expect(plain(set)).toEqual({ Name: 'p', Label: 'p' });
  });

  // Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations": groups may be inserted and updated.
  test('groups mix with others, but for deleting them', () => {
    const world = new World();
    world.insert('Account', { Name: 'a' });
    const group = record('Group', { Name: 'g', Type: 'Queue' });

    world.dml('insert', group);

    expect(message(() => world.dml('delete', group))).toContain('MIXED_DML_OPERATION');
  });
});
