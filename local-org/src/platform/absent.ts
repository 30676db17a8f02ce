import { platformClass } from './define.js';

/** Classes that Salesforce has and the local org names only, so that their use is explained and not taken for a misspelling. */
export const absentClasses = [
  platformClass({
    name: 'DataWeave.Script',
    members: { 'static DataWeave.Script createScript(String scriptName)': { unsupported: 'DataWeave' } }
  }),
  platformClass({ name: 'DataWeave.Result', members: { 'String getValueAsString()': { unsupported: 'DataWeave' } } })
];
