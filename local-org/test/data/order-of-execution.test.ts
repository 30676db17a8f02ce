import { describe, expect, test } from 'vitest';
import type { AutomatedChange, FieldUpdates, RecordAutomation } from '../../src/kernel/automation.js';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { Transaction } from '../../src/kernel/services.js';
import type { SObjectValue } from '../../src/kernel/sobject.js';
import { field } from '../schema/project.js';
import { id, plain, record, World } from './world.js';

/**
 * Steps as the page "Triggers and Order of Execution" of the Apex Developer Guide numbers them:
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 */

type Step = (change: AutomatedChange, tx: Transaction, evaluation: number) => readonly FieldUpdates[] | void;

/** Automation that runs the given steps, on one object. */
function automation(
  object: string,
  steps: Partial<Record<'beforeSave' | 'workflowRules' | 'afterSave' | 'beforeDelete', Step>>
): RecordAutomation {
  return {
    handles: (name, step) => name === object && steps[step] !== undefined,
    beforeSave: (tx, change) => void steps.beforeSave?.(change, tx, 0),
    workflowRules: (tx, change, evaluation) => steps.workflowRules?.(change, tx, evaluation) ?? [],
    afterSave: (tx, change) => void steps.afterSave?.(change, tx, 0),
    beforeDelete: (tx, change) => void steps.beforeDelete?.(change, tx, 0)
  };
}

function worldWith(made: RecordAutomation, files: Readonly<Record<string, string>> = {}): World {
  const world = new World(files);
  Object.assign(world.org, { automation: made });
  return world;
}

const valueOf = (one: SObjectValue | null | undefined, name: string) => plain(one?.fields.get(name) ?? null);

const updatesOf = (change: AutomatedChange, fields: Readonly<Record<string, string>>, reevaluate = false) =>
  change.rows.map((row): FieldUpdates => ({ row, fields: new Map(Object.entries(fields)), reevaluate }));

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception.message ?? '';
    throw error;
  }
  return '';
}

const hotNeedsSite = `<ValidationRule><fullName>HotNeedsSite</fullName><active>true</active>
  <errorConditionFormula>ISPICKVAL(Rating, "Hot") &amp;&amp; ISBLANK(Site)</errorConditionFormula>
  <errorMessage>A hot account has a site.</errorMessage></ValidationRule>`;

describe('the order of execution', () => {
  test('steps 3, 4, 8, 11 and 14 follow each other, on insert and on update', () => {
    const seen: string[] = [];
    const note = (name: string) => (change: AutomatedChange) => {
      seen.push(`${name} ${change.operation}`);
    };
    const world = worldWith(
      automation('Account', {
        beforeSave: note('before-save flow'),
        workflowRules: note('workflow rules'),
        afterSave: note('after-save flow')
      })
    );
    world.trigger({
      object: 'Account',
      events: ['before insert', 'after insert', 'before update', 'after update'],
      run: ({ event }) => void seen.push(event)
    });

    const account = world.one('Account', { Name: 'a' });
    world.dml('update', account);

    const order = (kind: string) =>
      `before-save flow ${kind}, before ${kind}, after ${kind}, workflow rules ${kind}, after-save flow ${kind}`.split(
        ', '
      );
    expect(seen).toEqual([...order('insert'), ...order('update')]);
  });

  test('step 2: formats are checked before triggers run', () => {
    const world = new World();
    let fired = false;
    world.trigger({ object: 'Account', events: ['before insert'], run: () => void (fired = true) });

    const text = messageOf(() => world.one('Account', { Name: 'x'.repeat(256) }));

    expect([fired, text.includes('STRING_TOO_LONG')]).toEqual([false, true]);
  });

  test('step 2: a required field may still be filled by a trigger', () => {
    const world = new World();
    world.trigger({
      object: 'Account',
      events: ['before insert'],
      run: ({ newRecords }) => newRecords?.[0]?.fields.set('Name', 'filled')
    });

    world.one('Account', {});

    expect(world.rows('SELECT Name FROM Account')).toEqual(['filled']);
  });

  test('step 3: what a before-save flow sets is seen by before-triggers and stored', () => {
    const world = worldWith(
      automation('Account', { beforeSave: ({ rows }) => void rows[0]?.record.fields.set('Site', 'flow') })
    );
    let seen: unknown;
    world.trigger({
      object: 'Account',
      events: ['before insert'],
      run: ({ newRecords }) => (seen = valueOf(newRecords?.[0], 'Site'))
    });

    world.one('Account', { Name: 'a' });

    expect([seen, world.rows('SELECT Site FROM Account')]).toEqual(['flow', ['flow']]);
  });

  test('step 3: a record that a flow refuses goes no further', () => {
    const world = worldWith(
      automation('Account', {
        beforeSave: ({ rows }) => rows[0]?.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Not today', ['Name'])
      })
    );
    let fired = false;
    world.trigger({ object: 'Account', events: ['before insert'], run: () => void (fired = true) });

    const text = messageOf(() => world.one('Account', { Name: 'a' }));

    expect([fired, text]).toEqual([
      false,
      'Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, Not today: [Name]'
    ]);
  });

  test('step 5: validation rules see what flows and before-triggers have set', () => {
    const world = worldWith(
      automation('Account', { beforeSave: ({ rows }) => void rows[0]?.record.fields.set('Site', 'flow') }),
      { 'objects/Account/validationRules/HotNeedsSite.validationRule-meta.xml': hotNeedsSite }
    );

    world.one('Account', { Name: 'a', Rating: 'Hot' });

    expect(world.rows('SELECT Site FROM Account')).toEqual(['flow']);
  });

  test('steps 7 and 8: after-triggers find the record stored, not committed', () => {
    const world = new World();
    let found: unknown;
    world.trigger({
      object: 'Account',
      events: ['after insert'],
      run: () => (found = world.rows('SELECT Name FROM Account'))
    });

    world.one('Account', { Name: 'a' });
    world.data.abort(world.tx);

    expect([found, world.rows('SELECT Name FROM Account')]).toEqual([['a'], []]);
  });

  describe('step 11: field updates of workflow rules', () => {
    test('run the update triggers once more, on insert too, with the old record as it was', () => {
      const seen: unknown[] = [];
      const world = worldWith(
        automation('Account', { workflowRules: (change) => updatesOf(change, { Site: 'workflow' }) })
      );
      world.trigger({
        object: 'Account',
        events: ['before insert', 'after insert', 'before update', 'after update'],
        run: ({ event, oldRecords, newRecords }) =>
          void seen.push([event, valueOf(oldRecords?.[0], 'Site'), valueOf(newRecords?.[0], 'Site')])
      });

      const account = world.one('Account', { Name: 'a', Site: 'one' });
      const inserted = seen.splice(0);
      world.dml('update', record('Account', { Id: id(account), Site: 'two' }));

      expect({ inserted, updated: seen }).toEqual({
        inserted: [
          ['before insert', null, 'one'],
          ['after insert', null, 'one'],
          ['before update', 'one', 'workflow'],
          ['after update', 'one', 'workflow']
        ],
        updated: [
          ['before update', 'workflow', 'two'],
          ['after update', 'workflow', 'two'],
          ['before update', 'workflow', 'workflow'],
          ['after update', 'workflow', 'workflow']
        ]
      });
      expect(world.rows('SELECT Site FROM Account')).toEqual(['workflow']);
    });

    test('are not held against validation rules', () => {
      const world = worldWith(
        automation('Account', { workflowRules: (change) => updatesOf(change, { Rating: 'Hot' }) }),
        { 'objects/Account/validationRules/HotNeedsSite.validationRule-meta.xml': hotNeedsSite }
      );

      world.one('Account', { Name: 'a' });

      expect(world.rows('SELECT Rating FROM Account')).toEqual(['Hot']);
    });

    test('are held against system validation', () => {
      const world = worldWith(
        automation('Account', { workflowRules: (change) => updatesOf(change, { Site: 'x'.repeat(81) }) })
      );

      expect(messageOf(() => world.one('Account', { Name: 'a' }))).toContain('STRING_TOO_LONG');
    });

    test('have the rules evaluated again when they ask for it, five times at most', () => {
      const evaluations: number[] = [];
      const world = worldWith(
        automation('Account', {
          workflowRules: (change, _tx, evaluation) => {
            evaluations.push(evaluation);
            return updatesOf(change, { Site: String(evaluation) }, true);
          }
        })
      );

      world.one('Account', { Name: 'a' });

      expect(evaluations).toEqual([0, 1, 2, 3, 4, 5]);
    });
  });

  test('step 14: after-save flows see what workflow rules have set, and the record as it was before the statement', () => {
    const seen: unknown[] = [];
    const world = worldWith(
      automation('Account', {
        workflowRules: (change) => updatesOf(change, { Site: 'workflow' }),
        afterSave: ({ rows }) => void seen.push([valueOf(rows[0]?.old, 'Site'), valueOf(rows[0]?.record, 'Site')])
      })
    );

    const account = world.one('Account', { Name: 'a', Site: 'one' });
    world.dml('update', record('Account', { Id: id(account), Site: 'two' }));

    expect(seen).toEqual([
      [null, 'workflow'],
      ['workflow', 'workflow']
    ]);
  });

  test('a recursive save has triggers, but neither workflow rules nor after-save flows', () => {
    const seen: string[] = [];
    const world = worldWith(
      automation('Account', {
        workflowRules: () => void seen.push('workflow rules'),
        afterSave: ({ rows }, tx) => {
          seen.push('after-save flow');
          const change = record('Account', { Id: rows[0]?.id ?? null, Site: 'flow' });
          tx.data.dml(tx, 'update', [change], { access: { mode: 'system', sharing: false }, allOrNone: true });
        }
      })
    );
    world.trigger({
      object: 'Account',
      events: ['after insert', 'after update'],
      run: ({ event }) => void seen.push(event)
    });

    world.one('Account', { Name: 'a' });

    expect(seen).toEqual(['after insert', 'workflow rules', 'after-save flow', 'after update']);
  });

  test('step 16: a parent with a roll-up goes through its own save, flows included', () => {
    const detail = field(
      `<fullName>Order__c</fullName><label>Order</label><type>MasterDetail</type><referenceTo>Parent__c</referenceTo><relationshipName>Lines</relationshipName>`
    );
    const total = field(
      `<fullName>Lines__c</fullName><label>Lines</label><type>Summary</type><summaryForeignKey>Line__c.Order__c</summaryForeignKey><summaryOperation>count</summaryOperation>`
    );
    const object = (label: string) =>
      `<CustomObject><label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField></CustomObject>`;
    const seen: unknown[] = [];
    const world = worldWith(
      automation('Parent__c', {
        afterSave: ({ operation, rows }) =>
          void seen.push([operation, valueOf(rows[0]?.old, 'Lines__c'), valueOf(rows[0]?.record, 'Lines__c')])
      }),
      {
        'objects/Parent__c/Parent__c.object-meta.xml': object('Parent'),
        'objects/Parent__c/fields/Lines__c.field-meta.xml': total,
        'objects/Line__c/Line__c.object-meta.xml': object('Line'),
        'objects/Line__c/fields/Order__c.field-meta.xml': detail
      }
    );
    const parent = world.one('Parent__c', { Name: 'p' });

    world.one('Line__c', { Name: 'l', Order__c: id(parent) });

    expect(seen).toEqual([
      ['insert', null, '0'],
      ['update', '0', '1']
    ]);
  });

  test('flows before a deletion run ahead of delete triggers, and may refuse it', () => {
    const seen: string[] = [];
    const world = worldWith(
      automation('Account', {
        beforeDelete: ({ rows }) => {
          seen.push('flow');
          if (valueOf(rows[0]?.old, 'Name') === 'kept') rows[0]?.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Kept');
        }
      })
    );
    world.trigger({ object: 'Account', events: ['before delete'], run: ({ event }) => void seen.push(event) });
    const [kept, gone] = world.insert('Account', { Name: 'kept' }, { Name: 'gone' });

    const text = messageOf(() => world.dml('delete', kept as SObjectValue));
    world.dml('delete', gone as SObjectValue);

    expect(text).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION, Kept');
    expect(seen).toEqual(['flow', 'flow', 'before delete']);
  });
});
