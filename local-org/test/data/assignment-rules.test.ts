import { expect, test } from 'vitest';
import type { ApexId } from '../../src/kernel/scalars.js';
import { runner } from './apex-runner.js';
import { id, record, World } from './world.js';

const criterion = (field: string, value: string) =>
  `<criteriaItems><field>${field}</field><operation>equals</operation><value>${value}</value></criteriaItems>`;
const entry = (criteria: string, to: string, kind: string) =>
  `<ruleEntry><assignedTo>${to}</assignedTo><assignedToType>${kind}</assignedToType>${criteria}</ruleEntry>`;

const files = {
  'queues/Web.queue-meta.xml':
    '<Queue><name>Web</name><queueSobject><sobjectType>Case</sobjectType></queueSobject></Queue>',
  'queues/Rest.queue-meta.xml':
    '<Queue><name>Rest</name><queueSobject><sobjectType>Case</sobjectType></queueSobject></Queue>',
  'assignmentRules/Case.assignmentRules-meta.xml': `<AssignmentRules>
    <assignmentRule><fullName>Off</fullName><active>false</active>${entry('', 'Web', 'Queue')}</assignmentRule>
    <assignmentRule><fullName>On</fullName><active>true</active>
      ${entry(criterion('Case.Origin', 'Web'), 'Web', 'Queue')}
      ${entry(`<booleanFilter>1 OR 2</booleanFilter>${criterion('Case.Priority', 'High')}${criterion('Case.Type', 'Problem')}`, 'admin@local-org.example', 'User')}
      ${entry('<formula>ISPICKVAL(Origin, "Phone")</formula>', 'Rest', 'Queue')}
    </assignmentRule></AssignmentRules>`
};

const owner = (world: World) => world.rows('SELECT Owner.Name FROM Case')[0];

// Apex Developer Guide, "Setting DML Options": the assignment rule header of cases and leads.
test.each([
  ['the first entry that is met', { Origin: 'Web', Priority: 'High' }, { Name: 'Web' }],
  ['a user by the name of the user', { Priority: 'High' }, { Name: 'Org Administrator' }],
  ['an entry by its formula', { Origin: 'Phone', Priority: 'Low' }, { Name: 'Rest' }],
  ['nothing where no entry is met', { Priority: 'Low' }, { Name: 'u' }]
])('the active rule assigns %s', (_name, fields, expected) => {
  const world = new World(files);
  const user = standardUser(world);

  world.dml('insert', record('Case', { ...fields, OwnerId: user }), { assignmentRule: 'active' });

  expect(owner(world)).toEqual(expected);
});

test('without options no rule runs', () => {
  const world = new World(files);

  world.one('Case', { Origin: 'Web', OwnerId: standardUser(world) });

  expect(owner(world)).toEqual({ Name: 'u' });
});

test('options of the statement or of the record ask for the active rule, or for one by its id', async () => {
  const world = new World(files);
  const run = await runner(
    world,
    `Database.DMLOptions options = new Database.DMLOptions();
     options.assignmentRuleHeader.useDefaultRule = true;
     Case one = new Case(Origin = 'Web');
     Database.insert(one, options);
     Case two = new Case(Origin = 'Phone', Priority = 'Low');
     two.setOptions(options);
     insert two;
     List<String> names = new List<String>();
     for (Case c : [SELECT Owner.Name FROM Case ORDER BY CaseNumber]) names.add(c.Owner.Name);
     return String.join(names, ', ');`
  );

  expect(run()).toBe('Web, Rest');
});

test('the owner is given after the after-triggers and before workflow rules', () => {
  const world = new World(files);
  const seen: unknown[] = [];
  world.trigger({
    object: 'Case',
    events: ['after insert'],
    run: ({ newRecords }) => seen.push(String((newRecords?.[0]?.fields.get('OwnerId') as ApexId).value.slice(0, 3)))
  });
  const automation = {
    handles: (object: string, step: string) => object === 'Case' && step === 'workflowRules',
    workflowRules: (_tx: unknown, change: { rows: readonly { record: { fields: Map<string, unknown> } }[] }) => {
      seen.push(String((change.rows[0]?.record.fields.get('OwnerId') as ApexId).value.slice(0, 3)));
      return [];
    }
  };
  Object.assign(world.org, { automation });

  world.dml('insert', record('Case', { Origin: 'Web' }), { assignmentRule: 'active' });

  expect(seen).toEqual(['005', '00G']);
});

function standardUser(world: World): ApexId {
  const [profile] = world.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const user = world.one('User', {
    LastName: 'u',
    Username: 'u@x.example',
    Email: 'u@x.example',
    Alias: 'u',
    ProfileId: id(profile)
  });
  world.data.commit(world.tx);
  world.tx = world.begin();
  return id(user);
}
