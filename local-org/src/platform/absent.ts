import { platformClass } from './define.js';

const approvals = { unsupported: 'approval processes' };
const flows = { unsupported: 'flows' };

/** Classes that Salesforce has and the local org names only, so that their use is explained and not taken for a misspelling. */
export const absentClasses = [
  platformClass({
    name: 'System.Approval',
    members: {
      'static Approval.LockResult lock(SObject recordToLock)': approvals,
      'static Approval.LockResult lock(Id recordId)': approvals,
      'static Approval.UnlockResult unlock(SObject recordToUnlock)': approvals,
      'static Approval.UnlockResult unlock(Id recordId)': approvals,
      'static Boolean isLocked(Id recordId)': approvals,
      'static Boolean isLocked(SObject record)': approvals,
      'static Approval.ProcessResult process(Approval.ProcessRequest approvalRequest)': approvals
    }
  }),
  platformClass({
    name: 'Flow.Interview',
    members: {
      'static Flow.Interview createInterview(String flowName, Map<String,Object> inputVariables)': flows,
      'void start()': flows,
      'Object getVariableValue(String variableName)': flows
    }
  }),
  platformClass({
    name: 'DataWeave.Script',
    members: { 'static DataWeave.Script createScript(String scriptName)': { unsupported: 'DataWeave' } }
  }),
  platformClass({ name: 'DataWeave.Result', members: { 'String getValueAsString()': { unsupported: 'DataWeave' } } })
];
