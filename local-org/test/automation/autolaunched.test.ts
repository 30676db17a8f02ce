import { orgTable } from '../platform/org-table.js';
import { assignment, bool, condition, filter, flowFile, num, ref, set, start, str, to, variable } from './flow-file.js';

/** A flow of one Assignment with these lines, over variables of each type. */
const assigning = (name: string, items: Parameters<typeof assignment>[1]) =>
  flowFile(name, {
    ...start('Assign'),
    assignments: assignment('Assign', items),
    variables: [
      variable('text', 'String'),
      variable('number', 'Number', { scale: 2 }),
      variable('day', 'Date'),
      variable('picks', 'Multipicklist'),
      variable('texts', 'String', { isCollection: true }),
      variable('others', 'String', { isCollection: true }),
      variable('account', 'SObject', { objectType: 'Account' })
    ]
  });

const operators = {
  ...assigning('AddNumber', [set('number', 'Add', num(1.5)), set('number', 'Add', num(2))]),
  ...assigning('Subtract', [set('number', 'Assign', num(1)), set('number', 'Subtract', num(3.25))]),
  ...assigning('AddText', [set('text', 'Assign', str('a')), set('text', 'Add', str('b'))]),
  ...assigning('AddDays', [set('day', 'Assign', { dateValue: '2026-02-27' }), set('day', 'Add', num(2))]),
  ...assigning('SubtractDays', [set('day', 'Assign', { dateValue: '2026-03-01' }), set('day', 'Subtract', num(1))]),
  ...assigning('AddItem', [set('picks', 'AddItem', str('a')), set('picks', 'AddItem', str('b'))]),
  ...assigning('AddAtStart', [set('texts', 'AddAtStart', str('z'))]),
  ...assigning('AddAll', [set('texts', 'Add', ref('others'))]),
  ...assigning('AddNothing', [set('texts', 'Add', ref('text'))]),
  ...assigning('AddEmptyCollection', [set('texts', 'Add', ref('others'))]),
  ...assigning('AssignCount', [set('number', 'AssignCount', ref('texts'))]),
  ...assigning('RemoveAll', [set('texts', 'RemoveAll', ref('others'))]),
  ...assigning('RemoveFirst', [set('texts', 'RemoveFirst', str('b'))]),
  ...assigning('RemoveAfterFirst', [set('texts', 'RemoveAfterFirst', str('b'))]),
  ...assigning('RemoveBeforeFirst', [set('texts', 'RemoveBeforeFirst', str('b'))]),
  ...assigning('RemovePosition', [set('texts', 'RemovePosition', num(2))]),
  ...assigning('RemoveUncommon', [set('texts', 'RemoveUncommon', ref('others'))]),
  ...assigning('Template', [set('text', 'Assign', str('{!number} of {!texts}, {!account.Name}'))]),
  ...assigning('RecordField', [
    set('account.Name', 'Assign', str('Acme')),
    set('account.NumberOfEmployees', 'Assign', num(3))
  ]),
  ...assigning('OwnerAsUser', [set('text', 'Assign', ref('account.Owner:User.Username'))]),
  ...assigning('OwnerAsQueue', [set('text', 'Assign', ref('account.Owner:Group.Name'))]),
  ...assigning('Empty', [set('text', 'Assign', ref('$GlobalConstant.EmptyString'))])
};

/** Runs a flow with `texts` a b c b, and gives a variable. */
const after = (flow: string, variableName: string, inputs = ''): string =>
  `Helper.run('${flow}', new Map<String, Object>{ 'texts' => new List<String>{ 'a', 'b', 'c', 'b' }, 'others' => new List<String>{ 'b', 'd' }${inputs} }, '${variableName}')`;

const helper = `public class Helper {
  public static Object run(String name, Map<String, Object> inputs, String variable) {
    Flow.Interview interview = Flow.Interview.createInterview(name, inputs);
    interview.start();
    return interview.getVariableValue(variable);
  }
  public static String failure(String name, Map<String, Object> inputs) {
    try { run(name, inputs, 'x'); return 'none'; } catch (Exception e) { return e.getTypeName() + ': ' + e.getMessage(); }
  }
}`;

// Metadata API, "FlowAssignmentOperator"
orgTable(
  'assignments',
  [
    [after('AddNumber', 'number'), '3.5'],
    [
      `UserInfo.getUserName().equals((String) ${after('OwnerAsUser', 'text', ", 'account' => new Account(OwnerId = UserInfo.getUserId())")})`,
      'true'
    ],
    [after('OwnerAsQueue', 'text', ", 'account' => new Account(OwnerId = UserInfo.getUserId())"), 'null'],
    [after('Subtract', 'number'), '-2.25'],
    [after('AddText', 'text'), 'ab'],
    [after('AddDays', 'day'), '2026-03-01 00:00:00'],
    [after('SubtractDays', 'day'), '2026-02-28 00:00:00'],
    [after('AddItem', 'picks'), 'a;b'],
    [after('AddAtStart', 'texts'), '(z, a, b, c, b)'],
    [after('AddAll', 'texts'), '(a, b, c, b, b, d)'],
    [after('AddNothing', 'texts'), '(a, b, c, b, null)'],
    [after('AddEmptyCollection', 'texts', ", 'others' => null"), '(a, b, c, b)'],
    [after('AssignCount', 'number'), '4'],
    [after('RemoveAll', 'texts'), '(a, c)'],
    [after('RemoveFirst', 'texts'), '(a, c, b)'],
    [after('RemoveAfterFirst', 'texts'), '(a, b)'],
    [after('RemoveBeforeFirst', 'texts'), '(b, c, b)'],
    [after('RemovePosition', 'texts'), '(a, c, b)'],
    [after('RemoveUncommon', 'texts'), '(b, b)'],
    [after('Template', 'text', ", 'number' => 7, 'account' => new Account(Name = 'Acme')"), '7 of [a, b, c, b], Acme'],
    [after('RecordField', 'account'), 'Account:{Name=Acme, NumberOfEmployees=3}'],
    [after('Empty', 'text'), ''],
    [after('AddText', 'unknown'), 'null']
  ],
  { classes: { Helper: helper }, files: operators }
);

/** Answers 'yes' when the condition holds for the input `left`. */
const deciding = (name: string, type: string, operator: string, right: ReturnType<typeof str>) =>
  flowFile(name, {
    ...start('Decide'),
    decisions: {
      name: 'Decide',
      label: 'Decide',
      defaultConnector: to('No'),
      rules: {
        name: 'Outcome',
        conditionLogic: 'and',
        conditions: condition('left', operator, right),
        connector: to('Yes'),
        label: 'x'
      }
    },
    assignments: [
      assignment('Yes', [set('text', 'Assign', str('yes'))]),
      assignment('No', [set('text', 'Assign', str('no'))])
    ],
    variables: [variable('left', type), variable('text', 'String')]
  });
const decided = (flow: string, left: string): string =>
  `Helper.run('${flow}', new Map<String, Object>{ 'left' => ${left} }, 'text')`;

// https://help.salesforce.com/s/articleView?id=platform.flow_ref_operators_condition.htm
orgTable(
  'conditions',
  [
    [decided('Equal', "'Abc'"), 'yes'],
    [decided('Equal', "'abc'"), 'no'],
    [decided('NotEqual', "'Abc'"), 'no'],
    [decided('Contains', "'xAbcx'"), 'yes'],
    [decided('Contains', 'null'), 'no'],
    [decided('Starts', "'Abcx'"), 'yes'],
    [decided('Ends', "'Abcx'"), 'no'],
    [decided('Null', 'null'), 'yes'],
    [decided('Null', "'a'"), 'no'],
    [decided('NotNull', "'a'"), 'yes'],
    [decided('Blank', "'  '"), 'yes'],
    [decided('More', '3'), 'yes'],
    [decided('More', '2'), 'no'],
    [decided('More', 'null'), 'no'],
    [decided('AtMost', '2.0'), 'yes'],
    [decided('SameNumber', '2.00'), 'yes'],
    [decided('True', 'true'), 'yes'],
    [decided('True', 'false'), 'no']
  ],
  {
    classes: { Helper: helper },
    files: {
      ...deciding('Equal', 'String', 'EqualTo', str('Abc')),
      ...deciding('NotEqual', 'String', 'NotEqualTo', str('Abc')),
      ...deciding('Contains', 'String', 'Contains', str('Abc')),
      ...deciding('Starts', 'String', 'StartsWith', str('Abc')),
      ...deciding('Ends', 'String', 'EndsWith', str('Abc')),
      ...deciding('Null', 'String', 'IsNull', bool(true)),
      ...deciding('NotNull', 'String', 'IsNull', bool(false)),
      ...deciding('Blank', 'String', 'IsBlank', bool(true)),
      ...deciding('More', 'Number', 'GreaterThan', num(2)),
      ...deciding('AtMost', 'Number', 'LessThanOrEqualTo', num(2)),
      ...deciding('SameNumber', 'Number', 'EqualTo', num(2)),
      ...deciding('True', 'Boolean', 'EqualTo', bool(true))
    }
  }
);

const account = (name: string, value: ReturnType<typeof str>) => ({ field: name, value });

const greeter = `public class Greeter {
  public class Input { @InvocableVariable public String name; @InvocableVariable public Integer times; @InvocableVariable public List<Account> accounts; }
  public class Output { @InvocableVariable public String text; @InvocableVariable public Integer size; }
  @InvocableMethod public static List<Output> greet(List<Input> inputs) {
    List<Output> outputs = new List<Output>();
    for (Input input : inputs) {
      if (input.name == 'bad') throw new IllegalArgumentException('Bad name');
      Output output = new Output();
      output.text = 'Hello '.repeat(input.times) + input.name;
      output.size = input.accounts?.size();
      outputs.add(output);
    }
    return outputs;
  }
}`;

const greeting = (name: string, more: Record<string, ReturnType<typeof str>> = {}) => ({
  name: 'Greet',
  label: 'Greet',
  actionName: 'Greeter',
  actionType: 'apex',
  storeOutputAutomatically: true,
  inputParameters: [
    { name: 'name', value: ref(name) },
    { name: 'times', value: num(2) }
  ],
  ...more
});

const elements = {
  ...flowFile('Loop', {
    ...start('Each'),
    loops: {
      name: 'Each',
      label: 'Each',
      collectionReference: 'texts',
      iterationOrder: 'Desc',
      nextValueConnector: to('Add'),
      noMoreValuesConnector: to('Done')
    },
    assignments: [
      assignment('Add', [set('text', 'Add', ref('Each'))], 'Each'),
      assignment('Done', [set('text', 'Add', str('.'))])
    ],
    variables: [variable('texts', 'String', { isCollection: true }), variable('text', 'String')]
  }),
  ...flowFile('Formulas', {
    ...start('Assign'),
    formulas: [
      { name: 'twice', dataType: 'Number', scale: 1, expression: '{!number} * 2' },
      {
        name: 'sentence',
        dataType: 'String',
        expression: 'IF({!twice} > 5, "many", "few") & " " & UPPER({!account.Name})'
      },
      { name: 'me', dataType: 'String', expression: '{!$User.Username}' }
    ],
    constants: { name: 'mark', dataType: 'String', value: str('!') },
    textTemplates: { name: 'letter', text: 'Dear {!account.Name}{!mark}' },
    assignments: assignment('Assign', [set('text', 'Assign', str('{!sentence}|{!letter}|{!me}|{!$User.Username}'))]),
    variables: [
      variable('number', 'Number', { scale: 2 }),
      variable('account', 'SObject', { objectType: 'Account' }),
      variable('text', 'String')
    ]
  }),
  ...flowFile('Records', {
    ...start('Create'),
    recordCreates: {
      name: 'Create',
      label: 'Create',
      object: 'Account',
      storeOutputAutomatically: true,
      inputAssignments: [account('Name', ref('name')), account('NumberOfEmployees', num(5))],
      connector: to('Update')
    },
    recordUpdates: {
      name: 'Update',
      label: 'Update',
      object: 'Account',
      filterLogic: 'and',
      filters: filter('Name', 'EqualTo', ref('name')),
      inputAssignments: account('Phone', str('1')),
      connector: to('Get')
    },
    recordLookups: [
      {
        name: 'Get',
        label: 'Get',
        object: 'Account',
        filterLogic: 'or',
        filters: [filter('Id', 'EqualTo', ref('Create')), filter('Name', 'StartsWith', str('%'))],
        getFirstRecordOnly: true,
        storeOutputAutomatically: true,
        connector: to('GetAll')
      },
      {
        name: 'GetAll',
        label: 'GetAll',
        object: 'Account',
        filterLogic: '1 AND (2 OR 3)',
        filters: [
          filter('Phone', 'IsNull', bool(false)),
          filter('NumberOfEmployees', 'GreaterThan', num(4)),
          filter('Name', 'Contains', str('x'))
        ],
        sortField: 'Name',
        sortOrder: 'Desc',
        getFirstRecordOnly: false,
        storeOutputAutomatically: true,
        connector: to('Count')
      }
    ],
    assignments: assignment(
      'Count',
      [
        set('count', 'AssignCount', ref('GetAll')),
        set('text', 'Assign', str('{!Get.Name} {!Get.Phone} {!Get.Owner.Username}'))
      ],
      'Delete'
    ),
    recordDeletes: { name: 'Delete', label: 'Delete', object: 'Account', inputReference: 'Get' },
    variables: [variable('name', 'String'), variable('text', 'String'), variable('count', 'Number', { scale: 0 })]
  }),
  ...flowFile('Fault', {
    ...start('Create'),
    recordCreates: {
      name: 'Create',
      label: 'Create',
      object: 'Account',
      inputAssignments: account('Phone', str('1')),
      faultConnector: to('Caught')
    },
    assignments: assignment('Caught', [set('text', 'Assign', ref('$Flow.FaultMessage'))]),
    variables: variable('text', 'String')
  }),
  ...flowFile('Unhandled', {
    ...start('Create'),
    recordCreates: { name: 'Create', label: 'Create', object: 'Account', inputAssignments: account('Phone', str('1')) }
  }),
  ...flowFile('Caller', {
    ...start('Sub'),
    subflows: {
      name: 'Sub',
      label: 'Sub',
      flowName: 'Loop',
      inputAssignments: { name: 'texts', value: ref('texts') },
      outputAssignments: { name: 'text', assignToReference: 'text' },
      connector: to('After')
    },
    assignments: assignment('After', [set('text', 'Add', str(' done'))]),
    variables: [variable('texts', 'String', { isCollection: true }), variable('text', 'String')]
  }),
  ...flowFile('Action', {
    ...start('Greet'),
    actionCalls: greeting('name', { connector: to('Take'), faultConnector: to('Caught') }),
    assignments: [
      assignment('Take', [set('text', 'Assign', ref('Greet.text'))]),
      assignment('Caught', [set('text', 'Assign', ref('$Flow.FaultMessage'))])
    ],
    variables: [variable('name', 'String'), variable('text', 'String')]
  }),
  ...flowFile('Mail', {
    ...start('Send'),
    actionCalls: {
      name: 'Send',
      label: 'Send',
      actionName: 'emailSimple',
      actionType: 'emailSimple',
      inputParameters: [
        { name: 'emailAddresses', value: str('a@example.com, b@example.com') },
        { name: 'emailSubject', value: str('Hi') },
        { name: 'emailBody', value: str('There') }
      ]
    }
  }),
  ...flowFile('Collections', {
    ...start('Sorted'),
    collectionProcessors: [
      {
        name: 'Sorted',
        label: 'Sorted',
        collectionProcessorType: 'SortCollectionProcessor',
        collectionReference: 'accounts',
        limit: 3,
        sortOptions: { sortField: 'Name', sortOrder: 'Desc', doesPutEmptyStringAndNullFirst: false },
        connector: to('Filtered')
      },
      {
        name: 'Filtered',
        label: 'Filtered',
        collectionProcessorType: 'FilterCollectionProcessor',
        collectionReference: 'accounts',
        assignNextValueToReference: 'currentItem_Filtered',
        conditionLogic: 'and',
        conditions: condition('currentItem_Filtered.Phone', 'EqualTo', str('1')),
        connector: to('Names')
      }
    ],
    loops: {
      name: 'Names',
      label: 'Names',
      collectionReference: 'Filtered',
      iterationOrder: 'Asc',
      nextValueConnector: to('Add')
    },
    assignments: assignment('Add', [set('text', 'Add', ref('Names.Name'))], 'Names'),
    variables: [
      variable('accounts', 'SObject', { objectType: 'Account', isCollection: true }),
      variable('currentItem_Filtered', 'SObject', { objectType: 'Account' }),
      variable('text', 'String')
    ]
  }),
  ...flowFile('Draft', {
    ...start('Assign'),
    status: 'Draft',
    assignments: assignment('Assign', [set('text', 'Assign', str('ran'))]),
    variables: variable('text', 'String')
  }),
  ...flowFile('Endless', { ...start('Sub'), subflows: { name: 'Sub', label: 'Sub', flowName: 'Endless' } })
};

const insertThree = `new List<Account>{ new Account(Name = 'a', Phone = '1'), new Account(Name = 'c', Phone = '1'), new Account(Name = 'b'), new Account(Name = 'd', Phone = '1') }`;

orgTable(
  'elements of flows',
  [
    [`Helper.run('Loop', new Map<String, Object>{ 'texts' => new List<String>{ 'a', 'b' } }, 'text')`, 'ba.'],
    [
      `Helper.run('Formulas', new Map<String, Object>{ 'number' => 3, 'account' => new Account(Name = 'Acme') }, 'text')`,
      'many ACME|Dear Acme!|admin@local-org.example|admin@local-org.example'
    ],
    [`Helper.run('Records', new Map<String, Object>{ 'name' => 'New' }, 'text')`, 'New 1 admin@local-org.example'],
    [
      `Helper.run('Records', new Map<String, Object>{ 'name' => 'New' }, 'count') + ' ' + [SELECT COUNT() FROM Account]`,
      '1 0'
    ],
    [
      `Helper.run('Fault', new Map<String, Object>(), 'text')`,
      'This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: Required fields are missing: [Name]. You can look up ExceptionCode values in the SOAP API Developer Guide.'
    ],
    [
      `Helper.failure('Unhandled', new Map<String, Object>())`,
      'System.FlowException: An unhandled fault has occurred in this flow'
    ],
    [
      `Helper.failure('Endless', new Map<String, Object>())`,
      'System.FlowException: An unhandled fault has occurred in this flow'
    ],
    [`Helper.failure('None', new Map<String, Object>())`, 'System.TypeException: Invalid type: Flow.Interview.None'],
    [`Helper.run('Caller', new Map<String, Object>{ 'texts' => new List<String>{ 'a', 'b' } }, 'text')`, 'ba. done'],
    [`Helper.run('Action', new Map<String, Object>{ 'name' => 'Ada' }, 'text')`, 'Hello Hello Ada'],
    [
      `Helper.run('Action', new Map<String, Object>{ 'name' => 'bad' }, 'text')`,
      'An Apex error occurred: System.IllegalArgumentException: Bad name'
    ],
    [`Helper.run('Collections', new Map<String, Object>{ 'accounts' => ${insertThree} }, 'text')`, 'dc'],
    [`Helper.run('Draft', new Map<String, Object>(), 'text')`, 'ran'],
    [`Helper.typed()`, 'ba. ba.'],
    [
      `Invocable.Action.createCustomAction('flow', 'Loop').setInvocationParameter('texts', new List<String>{ 'x', 'y' }).invoke()[0].getOutputParameters().get('text')`,
      'yx.'
    ],
    [
      `Invocable.Action.createCustomAction('flow', 'Unhandled').invoke()[0].getErrors()[0].getMessage()`,
      'An unhandled fault has occurred in this flow'
    ]
  ],
  {
    classes: {
      Helper: helper.replace(
        /}\s*$/,
        `public static String typed() {
          Flow.Interview.Loop made = new Flow.Interview.Loop(new Map<String, Object>{ 'texts' => new List<String>{ 'a', 'b' } });
          made.start();
          Flow.Interview plain = made;
          return made.text + ' ' + plain.getVariableValue('text');
        }
      }`
      ),
      Greeter: greeter
    },
    files: elements
  }
);

orgTable(
  'the rows that stand for flows',
  [
    ["[SELECT IsActive FROM FlowDefinitionView WHERE ApiName = 'Loop'].IsActive", 'true'],
    [
      "[SELECT FlowDefinitionView.ApiName FROM FlowVersionView WHERE Label = 'Draft'].FlowDefinitionView.ApiName",
      'Draft'
    ],
    ["[SELECT Status FROM FlowVersionView WHERE Label = 'Draft'].Status", 'Draft']
  ],
  { classes: { Greeter: greeter }, files: elements }
);
