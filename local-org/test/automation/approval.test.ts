import { orgTable } from '../platform/org-table.js';
import { flowFile, ref, start, str, variable, xml, type Xml } from './flow-file.js';

const process = (name: string, body: Xml): Record<string, string> => ({
  [`approvalProcesses/Account.${name}.approvalProcess-meta.xml`]: `<ApprovalProcess xmlns="http://soap.sforce.com/2006/04/metadata">${xml({ active: true, label: name, ...body })}</ApprovalProcess>`
});
const action = (...names: string[]): Xml => ({ action: names.map((name) => ({ name, type: 'FieldUpdate' })) });
const step = (name: string, approvers: readonly Xml[], more: Xml = {}): Xml => ({
  name,
  label: name,
  allowDelegate: false,
  assignedApprover: { approver: approvers, whenMultipleApprovers: 'Unanimous' },
  ...more
});
const me: Xml = { type: 'user', name: 'admin@local-org.example' };
const named = (operation: string, value: string): Xml => ({
  criteriaItems: { field: 'Account.Name', operation, value }
});
const anyone: Xml = { type: 'allInternalUsers' };

const files = {
  ...process('Simple', {
    processOrder: 1,
    allowRecall: true,
    allowedSubmitters: anyone,
    entryCriteria: named('startsWith', 'simple'),
    initialSubmissionActions: action('Submitted'),
    finalApprovalActions: action('Approved'),
    finalRejectionActions: action('Rejected'),
    recallActions: action('Recalled'),
    approvalStep: [
      step('First', [me], { approvalActions: action('FirstPassed') }),
      step('Skipped', [me], { entryCriteria: named('equals', 'never'), ifCriteriaNotMet: 'GotoNextStep' }),
      step('Second', [{ type: 'adhoc' }], { rejectBehavior: { type: 'BackToPrevious' } })
    ]
  }),
  ...process('Managed', {
    processOrder: 2,
    allowedSubmitters: { type: 'owner' },
    entryCriteria: { formula: 'BEGINS(Name, "managed")' },
    nextAutomatedApprover: { useApproverFieldOfRecordOwner: true, userHierarchyField: 'Manager' },
    finalApprovalRecordLock: true,
    approvalStep: step('Boss', [{ type: 'userHierarchyField' }])
  }),
  ...process('Off', { active: false, allowedSubmitters: anyone, approvalStep: step('One', [me]) }),
  'workflows/Account.workflow-meta.xml': `<Workflow xmlns="http://soap.sforce.com/2006/04/metadata">${xml({
    fieldUpdates: ['Submitted', 'Approved', 'Rejected', 'Recalled', 'FirstPassed'].map((name) => ({
      fullName: name,
      name,
      field: name === 'FirstPassed' ? 'Fax' : 'Site',
      literalValue: name,
      operation: 'Literal',
      notifyAssignee: false,
      protected: false
    }))
  })}</Workflow>`,
  ...flowFile('Submits', {
    ...start('Submit'),
    actionCalls: {
      name: 'Submit',
      label: 'Submit',
      actionName: 'submit',
      actionType: 'submit',
      inputParameters: [
        { name: 'objectId', value: ref('recordId') },
        { name: 'comment', value: str('Please') }
      ],
      outputParameters: { name: 'instanceStatus', assignToReference: 'status' }
    },
    variables: [variable('recordId', 'String'), variable('status', 'String')]
  })
};

const helper = `public class Helper {
  public static Account made(String name) {
    Account record = new Account(Name = name);
    insert record;
    return record;
  }
  public static Approval.ProcessResult submit(Account record) {
    Approval.ProcessSubmitRequest request = new Approval.ProcessSubmitRequest();
    request.setObjectId(record.Id);
    request.setComments('Please');
    return Approval.process(request);
  }
  public static Approval.ProcessResult answer(Approval.ProcessResult before, String action) {
    Approval.ProcessWorkitemRequest request = new Approval.ProcessWorkitemRequest();
    request.setWorkitemId(before.getNewWorkitemIds()[0]);
    request.setAction(action);
    request.setNextApproverIds(new List<Id>{ UserInfo.getUserId() });
    return Approval.process(request);
  }
  public static String run(String name, List<String> actions) {
    Account record = made(name);
    Approval.ProcessResult result = submit(record);
    String statuses = result.getInstanceStatus();
    for (String action : actions) {
      result = answer(result, action);
      statuses += ' ' + result.getInstanceStatus();
    }
    Account saved = [SELECT Site, Fax FROM Account WHERE Id = :record.Id];
    return statuses + '|' + saved.Site + ' ' + saved.Fax + '|' + Approval.isLocked(record.Id);
  }
  public static String history(String name) {
    Account record = made(name);
    answer(submit(record), 'Approve');
    List<String> found = new List<String>();
    for (ProcessInstance one : [SELECT Status, ProcessDefinition.DeveloperName, (SELECT StepStatus, Comments FROM Steps ORDER BY Id), (SELECT ActorId FROM Workitems) FROM ProcessInstance WHERE TargetObjectId = :record.Id]) {
      found.add(one.ProcessDefinition.DeveloperName + ' ' + one.Status + ' ' + one.Workitems.size());
      for (ProcessInstanceStep each : one.Steps) found.add(each.StepStatus + ' ' + each.Comments);
    }
    return String.join(found, ',');
  }
  public static String managed() {
    User boss = new User(LastName = 'Boss', Username = 'boss@approval.example', Email = 'boss@example.com', Alias = 'boss', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US',
      EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
    User worker = boss.clone();
    insert boss;
    worker.Username = 'worker@approval.example';
    worker.LastName = 'Worker';
    worker.ManagerId = boss.Id;
    insert worker;
    String said = '';
    System.runAs(worker) {
      Account record = made('managed');
      Approval.ProcessResult result = submit(record);
      said = String.valueOf(result.getActorIds()[0] == boss.Id);
      try {
        answer(result, 'Approve');
      } catch (DmlException e) {
        said += ' ' + e.getDmlType(0).name();
      }
      try {
        update new Account(Id = record.Id, Phone = '1');
      } catch (DmlException e) {
        said += ' ' + e.getDmlType(0).name();
      }
      System.runAs(boss) { said += ' ' + answer(result, 'Approve').getInstanceStatus(); }
      said += ' ' + Approval.isLocked(record.Id);
    }
    return said;
  }
  public static String failure(String name, Boolean twice) {
    Account record = made(name);
    try {
      if (twice) submit(record);
      submit(record);
      return 'none';
    } catch (DmlException e) { return e.getMessage(); }
  }
  public static String byFlow() {
    Flow.Interview interview = Flow.Interview.createInterview('Submits', new Map<String, Object>{ 'recordId' => made('simple').Id });
    interview.start();
    return (String) interview.getVariableValue('status');
  }
}`;

orgTable(
  'approval processes',
  [
    ["Helper.run('simple', new List<String>())", 'Pending|Submitted null|true'],
    ["Helper.run('simple', new List<String>{ 'Approve' })", 'Pending Pending|Submitted FirstPassed|true'],
    [
      "Helper.run('simple', new List<String>{ 'Approve', 'Approve' })",
      'Pending Pending Approved|Approved FirstPassed|false'
    ],
    ["Helper.run('simple', new List<String>{ 'Reject' })", 'Pending Rejected|Rejected null|false'],
    [
      "Helper.run('simple', new List<String>{ 'Approve', 'Reject', 'Reject' })",
      'Pending Pending Pending Rejected|Rejected FirstPassed|false'
    ],
    ["Helper.run('simple', new List<String>{ 'Removed' })", 'Pending Removed|Recalled null|false'],
    ["Helper.history('simple')", 'Simple Pending 1,Started Please,Approved null'],
    ['Helper.managed()', 'true INSUFFICIENT_ACCESS_OR_READONLY ENTITY_IS_LOCKED Approved true'],
    [
      "Helper.failure('managed', false)",
      'Process failed. First exception on row 0; first error: MANAGER_NOT_DEFINED, Manager undefined.: []'
    ],
    [
      "Helper.failure('other', false)",
      'Process failed. First exception on row 0; first error: NO_APPLICABLE_PROCESS, No applicable approval process was found.: []'
    ],
    [
      "Helper.failure('simple', true)",
      'Process failed. First exception on row 0; first error: ALREADY_IN_PROCESS, Cannot submit object already in process.: []'
    ],
    ['Helper.byFlow()', 'Pending'],
    [
      '((Approval.LockResult) JSON.deserialize(\'{"success":true,"id":"001000000000001AAA"}\', Approval.LockResult.class)).getId()',
      '001000000000001AAA'
    ],
    [
      '((Approval.ProcessResult) JSON.deserialize(\'{"success":false,"errors":[{"message":"No","statusCode":"NO_APPLICABLE_PROCESS"}]}\', Approval.ProcessResult.class)).getErrors()[0].getMessage()',
      'No'
    ]
  ],
  { classes: { Helper: helper }, files }
);
