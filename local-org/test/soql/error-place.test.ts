import { expect, test } from 'vitest';
import { placedMessage } from '../../src/soql/error-place.js';

const column = (name: string, object: string) =>
  `No such column '${name}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;

/** Excerpts as orgs have shown them: https://github.com/forcedotcom/soql-tooling/issues/86, https://github.com/forcedotcom/cli/issues/1356 */
test.each([
  [
    'Select Id, Status, Location, Body from ApexLog',
    column('Body', 'ApexLog'),
    '\nSelect Id, Status, Location, Body from ApexLog\n                             ^\nERROR at Row:1:Column:30\n'
  ],
  [
    "SELECT Id, ApiName, Status FROM FlowDefinition WHERE ApiName IN ('a','b')",
    column('ApiName', 'FlowDefinition'),
    '\nSELECT Id, ApiName, Status FROM FlowDefinition\n           ^\nERROR at Row:1:Column:12\n'
  ],
  [
    'SELECT Id, Opportunity__r.Name, Opportunity__r.Id, Stage                          FROM Opportunity_Competitor__c',
    column('Stage', 'Opportunity_Competitor__c'),
    '\nOpportunity__r.Name, Opportunity__r.Id, Stage                          \n                                        ^\nERROR at Row:1:Column:52\n'
  ],
  [
    'SELECT Id FROM DataSpace WHERE DataSpaceDefinition.DeveloperName = 1',
    "sObject type 'DataSpace' is not supported.",
    '\nSELECT Id FROM DataSpace WHERE DataSpaceDefinition.DeveloperName\n               ^\nERROR at Row:1:Column:16\n'
  ],
  [
    'SELECT Id, FROM Account',
    "unexpected token: 'FROM'",
    '\nSELECT Id, FROM Account\n           ^\nERROR at Row:1:Column:12\n'
  ]
])('%s', (soql, message, expected) => {
  expect(placedMessage(soql, message)).toBe(expected + message);
});

test('a message that names no part of the query stays as it is', () => {
  expect(placedMessage('SELECT Id FROM', "unexpected token: '<EOF>'")).toBe("unexpected token: '<EOF>'");
});
