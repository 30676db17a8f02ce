import { platformClass } from './define.js';

const flows = { unsupported: 'flows' };

/** Classes that Salesforce has and the local org names only, so that their use is explained and not taken for a misspelling. */
export const absentClasses = [
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
