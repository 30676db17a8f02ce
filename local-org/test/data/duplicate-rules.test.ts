import { describe, expect, it } from 'vitest';
import { facts, objectXml, type Files } from '../async/harness.js';
import { World } from './world.js';

const rule = 'Metadata API Developer Guide, "DuplicateRule"';
const matching = 'Metadata API Developer Guide, "MatchingRule"';
const header = 'Apex Reference Guide, "DMLOptions.DuplicateRuleHeader Class"';

const item = (field: string, method = 'Exact', blanks = 'NullNotAllowed') =>
  `<matchingRuleItems><blankValueBehavior>${blanks}</blankValueBehavior><fieldName>${field}</fieldName><matchingMethod>${method}</matchingMethod></matchingRuleItems>`;
const matchingRule = (name: string, ...parts: readonly string[]) =>
  `<matchingRules><fullName>${name}</fullName><label>${name}</label>${parts.join('')}<ruleStatus>Active</ruleStatus></matchingRules>`;
const way = (object: string, name: string, mapping = '') =>
  `<duplicateRuleMatchRules><matchRuleSObjectType>${object}</matchRuleSObjectType><matchingRule>${name}</matchingRule>${mapping}</duplicateRuleMatchRules>`;
const duplicateRule = (
  insert: string,
  update: string,
  more: string,
  alerts = '<operationsOnInsert>Alert</operationsOnInsert>'
) =>
  `<DuplicateRule xmlns="http://soap.sforce.com/2006/04/metadata"><actionOnInsert>${insert}</actionOnInsert><actionOnUpdate>${update}</actionOnUpdate>` +
  `<alertText>Twice!</alertText>${more}<isActive>true</isActive><masterLabel>r</masterLabel>${alerts}<securityOption>BypassSharingRules</securityOption><sortOrder>1</sortOrder></DuplicateRule>`;

const files: Files = {
  'objects/Contact/Contact.object-meta.xml': objectXml('', 'Code__c'),
  'matchingRules/Contact.matchingRule-meta.xml': `<MatchingRules xmlns="http://soap.sforce.com/2006/04/metadata">${matchingRule(
    'Name_And_Reach',
    '<booleanFilter>1 AND (2 OR 3)</booleanFilter>',
    item('LastName', 'LastName'),
    item('Email'),
    item('Phone', 'Phone')
  )}${matchingRule('Code', item('Code__c'))}</MatchingRules>`,
  'duplicateRules/Contact.People.duplicateRule-meta.xml': duplicateRule(
    'Allow',
    'Block',
    way('Contact', 'Name_And_Reach')
  ),
  'duplicateRules/Contact.Codes.duplicateRule-meta.xml': duplicateRule(
    'Block',
    'Allow',
    `<duplicateRuleFilter><duplicateRuleFilterItems><field>Department</field><operation>equals</operation><value>Strict</value><sortOrder>1</sortOrder><table>Contact</table></duplicateRuleFilterItems></duplicateRuleFilter>${way('Contact', 'Code')}`
  ),
  'duplicateRules/Lead.People.duplicateRule-meta.xml': duplicateRule(
    'Allow',
    'Allow',
    way(
      'Contact',
      'Name_And_Reach',
      '<objectMapping><inputObject>Lead</inputObject><outputObject>Contact</outputObject>' +
        '<mappingFields><inputField>Company</inputField><outputField>LastName</outputField></mappingFields>' +
        '<mappingFields><inputField>Email</inputField><outputField>Email</outputField></mappingFields></objectMapping>'
    )
  )
};

const members = `private static Database.Error refusal(Database.SaveResult result) {
  return result.isSuccess() ? null : result.getErrors()[0];
}
private static Contact ada() {
  Contact one = new Contact(LastName = 'Lovelace', Email = 'ada@example.com', Phone = '+1 (555) 010', Code__c = 'x');
  insert one;
  return one;
}`;

facts(
  'Duplicate rules',
  files,
  [
    [
      'alert: the statement fails unless its options allow duplicates',
      header,
      `ada();
       Contact again = new Contact(LastName = 'lovelace', Email = 'ADA@example.com');
       Database.Error error = refusal(Database.insert(again, false));
       Assert.areEqual(StatusCode.DUPLICATES_DETECTED, error.getStatusCode());
       Assert.areEqual('Twice!', error.getMessage());
       Database.DMLOptions options = new Database.DMLOptions();
       options.DuplicateRuleHeader.allowSave = true;
       Assert.isTrue(Database.insert(again, options).isSuccess());
       try { insert new Contact(LastName = 'Lovelace', Email = 'ada@example.com'); Assert.fail('no exception'); }
       catch (DmlException e) { Assert.areEqual('Insert failed. First exception on row 0; first error: DUPLICATES_DETECTED, Twice!: []', e.getMessage()); }`
    ],
    [
      'tell what they have found',
      'Apex Reference Guide, "DuplicateResult Class"',
      `Contact one = ada();
       Database.SaveResult result = Database.insert(new Contact(LastName = 'Lovelace', Email = 'ada@example.com'), false);
       Assert.isInstanceOfType(result.getErrors()[0], Database.DuplicateError.class);
       Datacloud.DuplicateResult found = ((Database.DuplicateError) result.getErrors()[0]).getDuplicateResult();
       Assert.areEqual('People', found.getDuplicateRule());
       Assert.areEqual('Contact', found.getDuplicateRuleEntityType());
       Assert.isTrue(found.isAllowSave());
       Datacloud.MatchResult match = found.getMatchResults()[0];
       Assert.areEqual('Name_And_Reach 1', match.getRule() + ' ' + match.getSize());
       Assert.areEqual(one.Id, match.getMatchRecords()[0].getRecord().Id);`
    ],
    [
      'block whatever the options say, and only records that their filter takes',
      rule,
      `ada();
       Database.DMLOptions options = new Database.DMLOptions();
       options.DuplicateRuleHeader.allowSave = true;
       Database.Error error = refusal(Database.insert(new Contact(LastName = 'b', Code__c = 'X', Department = 'Strict'), options.optAllOrNone == null ? relaxed() : options));
       Assert.areEqual(StatusCode.DUPLICATES_DETECTED, error.getStatusCode());
       Assert.isNull(refusal(Database.insert(new Contact(LastName = 'b', Code__c = 'x'), false)));`
    ],
    [
      'look at changes of the fields that are matched',
      rule,
      `ada();
       Contact other = new Contact(LastName = 'Lovelace', Email = 'b@example.com');
       insert other;
       Assert.isNull(refusal(Database.update(new Contact(Id = other.Id, Title = 't'), false)));
       Assert.areEqual(StatusCode.DUPLICATES_DETECTED, refusal(Database.update(new Contact(Id = other.Id, Email = 'ada@example.com'), false)).getStatusCode());`
    ],
    [
      'compare phone numbers by their digits, and nothing with nothing',
      matching,
      `ada();
       Assert.areEqual(StatusCode.DUPLICATES_DETECTED, refusal(Database.insert(new Contact(LastName = 'Lovelace', Phone = '1-555-010'), false)).getStatusCode());
       insert new Contact(LastName = 'Empty');
       Assert.isNull(refusal(Database.insert(new Contact(LastName = 'Empty'), false)));`
    ],
    [
      'look among the records of another object',
      rule,
      `ada();
       Assert.areEqual(StatusCode.DUPLICATES_DETECTED, refusal(Database.insert(new Lead(LastName = 'x', Company = 'Lovelace', Email = 'ada@example.com'), false)).getStatusCode());
       Assert.isNull(refusal(Database.insert(new Lead(LastName = 'Lovelace', Company = 'x', Email = 'ada@example.com'), false)));`
    ],
    [
      'are asked by Datacloud.FindDuplicates, without a query being counted',
      'Apex Reference Guide, "FindDuplicates Class"',
      `Contact one = ada();
       Integer queries = Limits.getQueries();
       List<Datacloud.FindDuplicatesResult> results = Datacloud.FindDuplicates.findDuplicates(new List<SObject>{
         new Contact(LastName = 'Lovelace', Email = 'ada@example.com'), new Contact(LastName = 'Other') });
       Assert.areEqual(queries, Limits.getQueries());
       Assert.areEqual(1, results[0].getDuplicateResults().size());
       Assert.areEqual(one.Id, results[0].getDuplicateResults()[0].getMatchResults()[0].getMatchRecords()[0].getRecord().Id);
       Assert.areEqual(0, results[1].getDuplicateResults().size());
       Assert.areEqual(0, Datacloud.FindDuplicatesByIds.findDuplicatesByIds(new List<Id>{ one.Id })[0].getDuplicateResults().size());`
    ]
  ],
  `${members}
private static Database.DMLOptions relaxed() {
  Database.DMLOptions options = new Database.DMLOptions();
  options.OptAllOrNone = false;
  options.DuplicateRuleHeader.allowSave = true;
  return options;
}`
);

describe('a duplicate rule', () => {
  it('whose matching rule is not in the project is told at the start', () => {
    const world = new World({
      'duplicateRules/Account.Standard.duplicateRule-meta.xml': duplicateRule(
        'Allow',
        'Allow',
        way('Account', 'Standard_Rule')
      )
    });

    expect(world.data.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('the project has no matching rule Account.Standard_Rule')
    ]);
  });
});
