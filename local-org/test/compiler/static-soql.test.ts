import { describe, expect, test } from 'vitest';
import { compile, type CompileOptions } from './harness.js';

const hint = 'Please reference your WSDL or the describe call for the appropriate names.';
const object = (name: string) =>
  `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${hint}`;
const column = (name: string, entity: string) =>
  `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${hint}`;
const relationship = (name: string, place = 'field path') =>
  `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${hint}`;

/** Queries that Salesforce refuses when the class is saved, and the error. */
const refused: readonly (readonly [string, string])[] = [
  ['SELECT Id FROM Foo__c', object('Foo__c')],
  ['SELECT COUNT() FROM Foo__c', object('Foo__c')],
  ['SELECT Foo__c FROM Account', column('Foo__c', 'Account')],
  ['SELECT Name, Foo FROM account', column('Foo', 'Account')],
  ['SELECT Id FROM Account WHERE Foo__c = 1', column('Foo__c', 'Account')],
  ['SELECT Id FROM Account WHERE NOT (Name = null OR Foo__c = 1)', column('Foo__c', 'Account')],
  ['SELECT Id FROM Account ORDER BY Foo__c', column('Foo__c', 'Account')],
  ['SELECT COUNT(Id) FROM Account GROUP BY Foo__c', column('Foo__c', 'Account')],
  ['SELECT SUM(Foo__c) FROM Account', column('Foo__c', 'Account')],
  ['SELECT toLabel(Foo__c) FROM Account', column('Foo__c', 'Account')],
  ['SELECT Name FROM Account GROUP BY Name HAVING COUNT(Foo__c) > 1', column('Foo__c', 'Account')],
  ['SELECT COUNT() FROM Account WHERE Foo__c = 1', column('Foo__c', 'Account')],
  ['SELECT Account.Foo__c FROM Contact', column('Foo__c', 'Account')],
  ['SELECT Accounts.Name FROM Contact', relationship('Accounts')],
  ['SELECT Parent__r.Name FROM Account', relationship('Parent__r')],
  ['SELECT x.Name FROM Contact c, c.Account a', relationship('x')],
  ['SELECT a.Foo FROM Contact c, c.Account a', column('Foo', 'Account')],
  ['SELECT Id FROM Contact c, c.Company a', relationship('Company')],
  ['SELECT (SELECT Id FROM People) FROM Account', relationship('People', 'FROM part of query call')],
  ['SELECT (SELECT Foo FROM Contacts) FROM Account', column('Foo', 'Contact')],
  ['SELECT Id FROM Account WHERE Id IN (SELECT Foo FROM Contact)', column('Foo', 'Contact')],
  ['SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Foo__c)', object('Foo__c')],
  ['SELECT What.BillingCity FROM Task', column('BillingCity', 'Name')],
  ['SELECT What.Account.Name FROM Task', relationship('Account')],
  ['SELECT TYPEOF What WHEN Account THEN Foo END FROM Task', column('Foo', 'Account')],
  ['SELECT TYPEOF What WHEN Foo__c THEN Id END FROM Task', object('Foo__c')],
  ['SELECT TYPEOF Which WHEN Account THEN Id END FROM Task', relationship('Which')],
  ['SELECT TYPEOF What WHEN Account THEN Id ELSE Foo END FROM Task', column('Foo', 'Name')],
  ['SELECT Name n FROM Account', 'only aggregate expressions use field aliasing'],
  ['SELECT Name, COUNT(Id) FROM Account', 'Field must be grouped or aggregated: Name'],
  ['SELECT Name, Owner.Name FROM Account GROUP BY Name', 'Field must be grouped or aggregated: Owner.Name'],
  ['SELECT Name FROM Account GROUP BY Name ORDER BY Industry', 'Ordered field must be grouped or aggregated: Industry'],
  ['SELECT COUNT(Id) n, MAX(Name) n FROM Account', 'duplicate alias: n'],
  ['SELECT SUM(Name) FROM Account', 'field must be of type number for aggregate function SUM'],
  [
    'SELECT COUNT(Id) FROM Account LIMIT 1',
    'Non-grouped query that uses overall aggregate functions cannot also use LIMIT'
  ],
  ['SELECT COUNT(Id) n FROM Account GROUP BY Name ORDER BY n', column('n', 'Account')]
];

/** Queries that Salesforce takes. */
const taken: readonly string[] = [
  'SELECT id, NAME, account.NAME, Account.Owner.Profile.Name FROM contact',
  'SELECT Account.Name, Account.Owner.Name FROM Account',
  'SELECT a.Name, a.Owner.Name FROM Account a WHERE a.Name != null ORDER BY a.Name',
  'SELECT c.Name, a.Name FROM Contact c, c.Account a WHERE a.Industry = null',
  'SELECT Owner.Name, Owner.Type, Owner.Email, Owner.Profile.Name, Owner.UserRole.Name FROM Case',
  'SELECT What.Name, What.Type, Who.Id, Who.FirstName, Who.MiddleName FROM Task WHERE What.Type = null',
  'SELECT TYPEOF What WHEN Account THEN Name, Industry WHEN Case THEN Subject ELSE Name END FROM Task',
  'SELECT FIELDS(STANDARD) FROM Account LIMIT 10',
  'SELECT toLabel(Industry), FORMAT(AnnualRevenue) revenue FROM Account',
  'SELECT Industry, COUNT(Id), SUM(AnnualRevenue) total FROM Account GROUP BY Industry ORDER BY SUM(AnnualRevenue)',
  'SELECT Industry i, Owner.Name o, COUNT_DISTINCT(Name) FROM Account GROUP BY Account.Industry, Owner.Name LIMIT 5',
  'SELECT CALENDAR_YEAR(CreatedDate), MAX(Name) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate) HAVING COUNT(Id) > 1',
  'SELECT Industry, GROUPING(Industry) g FROM Account GROUP BY ROLLUP(Industry)',
  'SELECT COUNT() FROM Account LIMIT 5',
  'SELECT (SELECT Contact.LastName FROM Account.Contacts WHERE Account.Name != null) FROM Account',
  'SELECT (SELECT Id FROM a.Contacts c ORDER BY c.Name) FROM Account a',
  'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Owner.Name = null)',
  'SELECT Id FROM Account WHERE CreatedBy.Name = null AND IsDeleted = false ALL ROWS'
];

async function errorsIn(query: string, options: CompileOptions = {}) {
  const { compileErrors } = await compile(
    { Main: `public class Main {\n  Object found =\n    [${query}];\n}` },
    options
  );
  return compileErrors.map(({ line, column: at, message }) => ({ line, column: at, message }));
}

describe('static SOQL', () => {
  test.each(refused)('refuses %s', async (query, message) => {
    expect(await errorsIn(query)).toEqual([{ line: 3, column: 5, message }]);
  });

  test.each(taken)('takes %s', async (query) => {
    expect(await errorsIn(query)).toEqual([]);
  });
});
