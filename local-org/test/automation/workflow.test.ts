import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalOrg } from '../../src/org/local-org.js';
import { mailOutbox } from '../../src/platform/messaging/outbox.js';
import { openOrg, orgTable } from '../platform/org-table.js';
import { assignment, flowFile, ref, set, start, str, xml, type Xml } from './flow-file.js';

const workflow = (object: string, body: Xml): Record<string, string> => ({
  [`workflows/${object}.workflow-meta.xml`]: `<Workflow xmlns="http://soap.sforce.com/2006/04/metadata">${xml(body)}</Workflow>`
});
const rule = (
  fullName: string,
  triggerType: string,
  when: Xml,
  actions: readonly (readonly [string, string])[]
): Xml => ({
  fullName,
  active: true,
  triggerType,
  ...when,
  actions: actions.map(([type, name]) => ({ name, type }))
});
const update = (fullName: string, field: string, operation: string, more: Xml = {}): Xml => ({
  fullName,
  field,
  name: fullName,
  notifyAssignee: false,
  operation,
  protected: false,
  ...more
});
const when = (field: string, operation: string, value: string): Xml => ({ criteriaItems: { field, operation, value } });

const rules = workflow('Account', {
  fieldUpdates: [
    update('Literal', 'Site', 'Literal', { literalValue: 'set' }),
    update('Formula', 'Description', 'Formula', {
      formula: 'Name & " " & PRIORVALUE(Phone) & IF(ISNEW(), " new", " old")'
    }),
    update('Next', 'Rating', 'NextValue'),
    update('Empty', 'Fax', 'Null'),
    update('Owner', 'OwnerId', 'LookupValue', { lookupValue: 'admin@local-org.example', lookupValueType: 'User' }),
    update('Chain', 'Industry', 'Literal', { literalValue: 'Energy', reevaluateOnChange: true }),
    update('Chained', 'Website', 'Literal', { literalValue: 'chained' }),
    update('Quiet', 'TickerSymbol', 'Literal', { literalValue: 'Q' }),
    update('Parent', 'Phone', 'Formula', { formula: 'Name', targetObject: 'ParentId' })
  ],
  tasks: {
    fullName: 'Call',
    subject: 'Call them',
    status: 'Not Started',
    priority: 'High',
    dueDateOffset: 3,
    assignedToType: 'owner',
    notifyAssignee: false,
    protected: false
  },
  alerts: {
    fullName: 'Tell',
    description: 'Tell',
    protected: false,
    senderType: 'CurrentUser',
    template: 'unfiled$public/News',
    ccEmails: 'cc@example.com',
    recipients: [{ type: 'owner' }, { type: 'email', field: 'Website' }]
  },
  rules: [
    rule('Created', 'onCreateOnly', when('Account.Name', 'equals', 'CREATED,other'), [
      ['FieldUpdate', 'Literal'],
      ['Task', 'Call']
    ]),
    rule('Always', 'onAllChanges', { formula: 'ISCHANGED(Phone) || (ISNEW() && Phone = "1")' }, [
      ['FieldUpdate', 'Formula']
    ]),
    rule('Became', 'onCreateOrTriggeringUpdate', when('Account.NumberOfEmployees', 'greaterThan', '5'), [
      ['FieldUpdate', 'Next']
    ]),
    rule(
      'Logic',
      'onAllChanges',
      {
        booleanFilter: '1 AND (2 OR 3)',
        criteriaItems: [
          { field: 'Account.Fax', operation: 'notEqual', value: '' },
          { field: 'Account.Name', operation: 'startsWith', value: 'log' },
          { field: 'Account.Name', operation: 'contains', value: 'xyz' }
        ]
      },
      [['FieldUpdate', 'Empty']]
    ),
    rule('First', 'onAllChanges', when('Account.Name', 'equals', 'chain'), [['FieldUpdate', 'Chain']]),
    rule('Second', 'onAllChanges', when('Account.Industry', 'equals', 'energy'), [['FieldUpdate', 'Chained']]),
    rule('Third', 'onAllChanges', when('Account.Website', 'equals', 'chained'), [['FieldUpdate', 'Quiet']]),
    rule('Up', 'onAllChanges', when('Account.ParentId', 'notEqual', ''), [['FieldUpdate', 'Parent']]),
    rule('Mail', 'onCreateOnly', when('Account.Name', 'equals', 'mail'), [['Alert', 'Tell']]),
    { ...rule('Off', 'onAllChanges', when('Account.Name', 'notEqual', ''), [['FieldUpdate', 'Quiet']]), active: false }
  ]
});

const helper = `public class Helper {
  public static Account saved(List<Account> states) {
    Account record = states[0];
    insert record;
    for (Integer i = 1; i < states.size(); i++) { states[i].Id = record.Id; update states[i]; }
    return [SELECT Site, Description, Rating, Fax, Industry, Website, TickerSymbol, Phone, (SELECT Subject, Priority, ActivityDate FROM Tasks) FROM Account WHERE Id = :record.Id];
  }
  public static Account saved(Account record) { return saved(new List<Account>{ record }); }
  public static String parentPhone() {
    Account parent = new Account(Name = 'p');
    insert parent;
    insert new Account(Name = 'c', ParentId = parent.Id);
    return [SELECT Phone FROM Account WHERE Id = :parent.Id].Phone;
  }
}`;

orgTable(
  'workflow rules',
  [
    ["Helper.saved(new Account(Name = 'created')).Site", 'set'],
    ["Helper.saved(new Account(Name = 'no')).Site", 'null'],
    ["Helper.saved(new List<Account>{ new Account(Name = 'no'), new Account(Name = 'created') }).Site", 'null'],
    [
      "Helper.saved(new Account(Name = 'created')).Tasks[0].Subject + Helper.saved(new Account(Name = 'created')).Tasks[0].Priority",
      'Call themHigh'
    ],
    ["Helper.saved(new Account(Name = 'a', Phone = '1')).Description", 'a 1 new'],
    [
      "Helper.saved(new List<Account>{ new Account(Name = 'a', Phone = '0'), new Account(Phone = '2') }).Description",
      'a 0 old'
    ],
    [
      "Helper.saved(new List<Account>{ new Account(Name = 'a', Phone = '0'), new Account(Name = 'b') }).Description",
      'null'
    ],
    ["Helper.saved(new Account(Name = 'a', NumberOfEmployees = 6, Rating = 'Hot')).Rating", 'Warm'],
    [
      "Helper.saved(new List<Account>{ new Account(Name = 'a', NumberOfEmployees = 6, Rating = 'Hot'), new Account(NumberOfEmployees = 7) }).Rating",
      'Warm'
    ],
    [
      "Helper.saved(new List<Account>{ new Account(Name = 'a', NumberOfEmployees = 1, Rating = 'Hot'), new Account(NumberOfEmployees = 7) }).Rating",
      'Warm'
    ],
    ["Helper.saved(new Account(Name = 'Logs', Fax = '1')).Fax", 'null'],
    ["Helper.saved(new Account(Name = 'no', Fax = '1')).Fax", '1'],
    // Only the first update asks for rules to be evaluated again: the second one fires, the third does not.
    [
      "Helper.saved(new Account(Name = 'chain')).Website + Helper.saved(new Account(Name = 'chain')).TickerSymbol",
      'chainednull'
    ],
    ['Helper.parentPhone()', 'c']
  ],
  { classes: { Helper: helper }, files: rules }
);

// https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
const order = {
  ...flowFile('BeforeSave', {
    ...start('Mark', { object: 'Account', triggerType: 'RecordBeforeSave', recordTriggerType: 'Create' }),
    formulas: {
      name: 'marked',
      dataType: 'String',
      expression: 'BLANKVALUE({!$Record.Description}, "") & " flow-before"'
    },
    assignments: assignment('Mark', [set('$Record.Description', 'Assign', ref('marked'))])
  }),
  ...flowFile('AfterSave', {
    ...start('Mark', { object: 'Account', triggerType: 'RecordAfterSave', recordTriggerType: 'Create' }),
    recordUpdates: {
      name: 'Mark',
      label: 'Mark',
      inputReference: '$Record',
      inputAssignments: { field: 'Site', value: str('{!$Record.Description} flow-after') }
    }
  }),
  ...workflow('Account', {
    fieldUpdates: update('Mark', 'Description', 'Formula', { formula: 'Description & " workflow"' }),
    rules: rule('Mark', 'onCreateOnly', when('Account.Name', 'equals', 'a'), [['FieldUpdate', 'Mark']])
  }),
  'objects/Account/validationRules/Once.validationRule-meta.xml':
    '<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Once</fullName><active>true</active><errorConditionFormula>CONTAINS(Description, "workflow")</errorConditionFormula><errorMessage>Seen again</errorMessage></ValidationRule>',
  'triggers/Marks.trigger': `trigger Marks on Account (before insert, before update, after insert, after update) {
    if (Trigger.isBefore) for (Account one : Trigger.new) one.Description = (one.Description ?? '') + (Trigger.isInsert ? ' before-insert' : ' before-update');
    Helper.seen.add((Trigger.isBefore ? 'before ' : 'after ') + (Trigger.isInsert ? 'insert' : 'update') + (Trigger.isUpdate ? ' old:' + Trigger.old[0].Description : ''));
  }`,
  'triggers/Marks.trigger-meta.xml':
    '<ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>60.0</apiVersion><status>Active</status></ApexTrigger>'
};

orgTable(
  'flows, triggers and workflow rules in the order of execution',
  [
    ["Helper.described('a')", ' flow-before before-insert workflow before-update'],
    [
      "Helper.order('a')",
      'before insert|after insert|before update old: flow-before before-insert|after update old: flow-before before-insert'
    ]
  ],
  {
    classes: {
      Helper: `public class Helper {
        public static List<String> seen = new List<String>();
        public static String described(String name) { insert new Account(Name = name); return [SELECT Description FROM Account].Description; }
        public static String order(String name) { insert new Account(Name = name); return String.join(seen, '|'); }
      }`
    },
    files: Object.fromEntries(Object.entries(order).filter(([name]) => !name.includes('AfterSave')))
  }
);

orgTable(
  'the flow after the save comes last',
  [['Helper.run()', 'flow-before before-insert workflow before-update flow-after']],
  {
    classes: {
      Helper: `public class Helper {
        public static List<String> seen = new List<String>();
        public static String run() { insert new Account(Name = 'a'); return [SELECT Site FROM Account].Site; }
      }`
    },
    files: Object.fromEntries(Object.entries(order).filter(([name]) => !name.includes('validationRule')))
  }
);

let org: LocalOrg;
const ends: (() => void)[] = [];
beforeAll(async () => {
  org = await openOrg(
    {
      ...rules,
      'classes/Make.cls': `public class Make { public static void run() { insert new Account(Name = 'mail', Website = 'site@example.com'); } }`
    },
    (work) => ends.push(work)
  );
});
afterAll(() => {
  org.close();
  for (const end of ends) end();
});

it('an alert is a mail to its recipients', () => {
  const test = { running: false, mocks: new Map(), seeAllData: false };
  const mails = org.run({ userId: org.data.administratorId, origin: { kind: 'test' }, test }, (tx) => {
    org.code.invokeStatic(tx, 'Make', 'run', []);
    return mailOutbox(tx).map(({ to, cc, subject }) => ({ to, cc, subject }));
  });

  expect(mails).toEqual([
    { to: ['admin@local-org.example', 'site@example.com'], cc: ['cc@example.com'], subject: 'News' }
  ]);
});
