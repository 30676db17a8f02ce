import { orgTable } from '../platform/org-table.js';
import { assignment, bool, condition, filter, flowFile, ref, set, start, str, to, type Xml } from './flow-file.js';

const trigger = (target: string, object: string, triggerType: string, recordTriggerType: string, more: Xml = {}): Xml =>
  start(target, { object, triggerType, recordTriggerType, ...more });
const field = (name: string, value: Xml) => ({ field: name, value });

/** Marks the record in its Description before the save. */
const mark = (text: string): Xml =>
  assignment('Mark', [set('$Record.Description', 'Assign', { elementReference: 'marked' })], text) as Xml;
const marked = (text: string): Xml => ({
  formulas: { name: 'marked', dataType: 'String', expression: `BLANKVALUE({!$Record.Description}, "") & "${text}"` }
});

const files = {
  ...flowFile('Before', {
    ...trigger('Mark', 'Account', 'RecordBeforeSave', 'CreateAndUpdate'),
    ...marked('F'),
    assignments: mark('Check'),
    decisions: {
      name: 'Check',
      label: 'Check',
      rules: {
        name: 'Bad',
        conditionLogic: 'and',
        conditions: condition('$Record.Name', 'StartsWith', str('bad')),
        connector: to('Refuse'),
        label: 'Bad'
      }
    },
    customErrors: {
      name: 'Refuse',
      label: 'Refuse',
      customErrorMessages: [
        { errorMessage: 'No {!$Record.Name}', isFieldError: true, fieldSelection: 'Name' },
        { errorMessage: 'Sorry', isFieldError: false }
      ]
    }
  }),
  ...flowFile('AfterCreate', {
    ...trigger('Make', 'Account', 'RecordAfterSave', 'Create', {
      filterLogic: 'and',
      filters: filter('Industry', 'EqualTo', str('Energy'))
    }),
    recordCreates: {
      name: 'Make',
      label: 'Make',
      object: 'Contact',
      inputAssignments: [field('LastName', str('Of {!$Record.Name}')), field('AccountId', ref('$Record.Id'))],
      connector: to('Own')
    },
    recordUpdates: {
      name: 'Own',
      label: 'Own',
      inputReference: '$Record',
      inputAssignments: field('Site', str('made')),
      connector: to('Count')
    },
    recordLookups: {
      name: 'Count',
      label: 'Count',
      object: 'Contact',
      filters: filter('AccountId', 'EqualTo', ref('$Record.Id')),
      storeOutputAutomatically: true,
      getFirstRecordOnly: false
    }
  }),
  ...flowFile('Changed', {
    ...trigger('Make', 'Account', 'RecordAfterSave', 'Update', {
      filterFormula: 'ISCHANGED({!$Record.Phone}) && {!$Record.Phone} = "1"'
    }),
    recordCreates: {
      name: 'Make',
      label: 'Make',
      object: 'Task',
      inputAssignments: field('Subject', str('{!$Record__Prior.Phone} to {!$Record.Phone}'))
    }
  }),
  ...flowFile('BecameMet', {
    ...trigger('Make', 'Account', 'RecordAfterSave', 'CreateAndUpdate', {
      doesRequireRecordChangedToMeetCriteria: true,
      filterLogic: 'or',
      filters: [filter('Fax', 'EqualTo', str('1')), filter('Fax', 'EqualTo', str('2'))]
    }),
    recordCreates: {
      name: 'Make',
      label: 'Make',
      object: 'Task',
      inputAssignments: field('Subject', str('fax {!$Record.Fax}'))
    }
  }),
  ...flowFile('Failing', {
    ...trigger('Make', 'Account', 'RecordAfterSave', 'Create', {
      filters: filter('Site', 'EqualTo', str('fail'))
    }),
    recordCreates: { name: 'Make', label: 'Make', object: 'Contact', inputAssignments: field('FirstName', str('x')) }
  }),
  ...flowFile('BeforeDelete', {
    ...trigger('Make', 'Account', 'RecordBeforeDelete', 'Delete'),
    recordCreates: {
      name: 'Make',
      label: 'Make',
      object: 'Task',
      inputAssignments: field('Subject', str('gone {!$Record.Name}'))
    }
  }),
  ...flowFile('Unknown', {
    ...trigger('Wait', 'Lead', 'RecordAfterSave', 'Create'),
    waits: { name: 'Wait', label: 'Wait' }
  }),
  ...flowFile('Inactive', {
    ...trigger('Make', 'Lead', 'RecordAfterSave', 'Create'),
    status: 'Draft',
    recordDeletes: { name: 'Make', label: 'Make', inputReference: '$Record' }
  }),
  'triggers/Marks.trigger': `trigger Marks on Account (before insert, before update) {
    for (Account one : Trigger.new) one.Description = (one.Description ?? '') + 'T';
  }`,
  'triggers/Marks.trigger-meta.xml':
    '<ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>60.0</apiVersion><status>Active</status></ApexTrigger>'
};

const helper = `public class Helper {
  public static Account made(Account record) {
    insert record;
    return read(record);
  }
  public static Account read(Account record) {
    return [SELECT Name, Description, Site, (SELECT LastName FROM Contacts) FROM Account WHERE Id = :record.Id];
  }
  public static String tasks() {
    List<String> found = new List<String>();
    for (Task one : [SELECT Subject FROM Task ORDER BY Subject]) found.add(one.Subject);
    return String.join(found, ',');
  }
  public static String afterUpdates(List<Account> states) {
    Account record = states[0];
    insert record;
    for (Integer i = 1; i < states.size(); i++) {
      Account next = states[i];
      next.Id = record.Id;
      update next;
    }
    return tasks();
  }
  public static String failure(Account record) {
    Database.SaveResult result = Database.insert(record, false);
    List<String> texts = new List<String>();
    for (Database.Error error : result.getErrors()) texts.add(error.getStatusCode().name() + ' ' + error.getFields() + ' ' + error.getMessage());
    return String.join(texts, '|');
  }
  public static String many() {
    List<Account> records = new List<Account>();
    for (Integer i = 0; i < 50; i++) records.add(new Account(Name = 'a' + i, Industry = 'Energy'));
    Integer queries = Limits.getQueries();
    Integer statements = Limits.getDmlStatements();
    insert records;
    return (Limits.getQueries() - queries) + ' ' + (Limits.getDmlStatements() - statements) + ' ' + [SELECT COUNT() FROM Contact];
  }
  public static String partial() {
    List<Account> records = new List<Account>{ new Account(Name = 'a', Site = 'fail'), new Account(Name = 'b', Industry = 'Energy') };
    Database.insert(records, false);
    return records[0].Id + ' ' + read(records[1]).Site;
  }
  public static String deleted() {
    Account record = new Account(Name = 'a');
    insert record;
    delete record;
    return tasks();
  }
}`;

const failing =
  "CANNOT_EXECUTE_FLOW_TRIGGER () We can't save this record because the “Failing” process failed. Give your Salesforce admin these details. " +
  'This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]. ' +
  'You can look up ExceptionCode values in the SOAP API Developer Guide.';

orgTable(
  'flows that records trigger',
  [
    ["Helper.made(new Account(Name = 'a')).Description", 'FT'],
    [
      "Helper.failure(new Account(Name = 'bad one'))",
      'FIELD_CUSTOM_VALIDATION_EXCEPTION (Name) No bad one|FIELD_CUSTOM_VALIDATION_EXCEPTION () Sorry'
    ],
    ["Helper.made(new Account(Name = 'a')).Contacts.size()", '0'],
    ["Helper.made(new Account(Name = 'a', Industry = 'Energy')).Contacts[0].LastName", 'Of a'],
    ["Helper.made(new Account(Name = 'a', Industry = 'Energy')).Site", 'made'],
    // One query and one statement of each kind for all fifty records, and the insert itself.
    ['Helper.many()', '1 3 50'],
    ["Helper.failure(new Account(Name = 'a', Site = 'fail'))", failing],
    ['Helper.partial()', 'null made'],
    [
      "Helper.afterUpdates(new List<Account>{ new Account(Name = 'a', Phone = '0'), new Account(Phone = '1'), new Account(Fax = '9') })",
      '0 to 1'
    ],
    [
      "Helper.afterUpdates(new List<Account>{ new Account(Name = 'a', Fax = '1'), new Account(Fax = '2'), new Account(Fax = '3'), new Account(Fax = '2') })",
      'fax 1,fax 2'
    ],
    ['Helper.deleted()', 'gone a']
  ],
  { classes: { Helper: helper }, files }
);

const process = (name: string, objectType: string, triggerType: string, body: Xml): Record<string, string> =>
  flowFile(name, {
    processType: 'Workflow',
    startElementReference: 'myDecision',
    processMetadataValues: [
      { name: 'ObjectType', value: str(objectType) },
      { name: 'ObjectVariable', value: ref('myVariable_current') },
      { name: 'OldObjectVariable', value: ref('myVariable_old') },
      { name: 'TriggerType', value: str(triggerType) }
    ],
    variables: [
      {
        name: 'myVariable_current',
        dataType: 'SObject',
        isCollection: false,
        isInput: true,
        isOutput: true,
        objectType
      },
      { name: 'myVariable_old', dataType: 'SObject', isCollection: false, isInput: true, isOutput: false, objectType }
    ],
    ...body
  });

const processes = process('Naming', 'Account', 'onAllChanges', {
  formulas: [
    {
      name: 'isWanted',
      dataType: 'Boolean',
      expression: 'NOT(ISBLANK({!myVariable_current.Phone})) && ISBLANK({!myVariable_old.Phone})'
    },
    { name: 'newSite', dataType: 'String', expression: '{!myVariable_current.Owner.Username}' }
  ],
  decisions: {
    name: 'myDecision',
    label: 'myDecision',
    rules: {
      name: 'myRule_1',
      conditionLogic: 'and',
      conditions: condition('isWanted', 'EqualTo', bool(true)),
      connector: to('myRule_1_A1'),
      label: 'x'
    }
  },
  recordUpdates: {
    name: 'myRule_1_A1',
    label: 'x',
    object: 'Account',
    filters: filter('Id', 'EqualTo', ref('myVariable_current.Id')),
    inputAssignments: field('Site', ref('newSite'))
  }
});

orgTable(
  'processes of Process Builder',
  [
    ["Made.site(new Account(Name = 'a'))", 'null'],
    ["Made.site(new Account(Name = 'a', Phone = '1'))", 'admin@local-org.example']
  ],
  {
    classes: {
      Made: `public class Made { public static String site(Account record) { insert record; return [SELECT Site FROM Account WHERE Id = :record.Id].Site; } }`
    },
    files: processes
  }
);
