import { expect, test } from 'vitest';
import { parseQuery } from '../../src/soql/parse.js';
import { printQuery } from '../../src/soql/print.js';

test.each([
  'SELECT Id, Account.Owner.Name FROM Contact',
  "SELECT COUNT(Id) total FROM Account WHERE Name LIKE 'A%' AND (Industry != NULL OR AnnualRevenue > 1.50)",
  'SELECT Name, (SELECT Id FROM Contacts ORDER BY LastName DESC NULLS LAST LIMIT 3) FROM Account LIMIT 5 OFFSET 2',
  "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Email = 'x\\'y') FOR UPDATE",
  'SELECT Industry, SUM(AnnualRevenue) FROM Account GROUP BY ROLLUP(Industry) HAVING COUNT(Id) > 2',
  'SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Task',
  'SELECT FIELDS(STANDARD) FROM Account WHERE CreatedDate = LAST_N_DAYS:30 AND Name IN (:names) WITH USER_MODE',
  'SELECT Id FROM Account WHERE (NOT Name = NULL) AND IsDeleted = TRUE ALL ROWS'
])('%s is read and printed as the same query', (soql) => {
  const query = parseQuery(soql);

  expect(parseQuery(printQuery(query))).toEqual(query);
});

test('binds of static queries are shown as the platform shows them', () => {
  expect(printQuery(parseQuery('SELECT Id FROM Account WHERE Name = :name'))).toBe(
    'SELECT Id FROM Account WHERE Name = :name'
  );
  const query = parseQuery('SELECT Id FROM Account LIMIT :x');
  expect(printQuery({ ...query, limit: { kind: 'bind', name: '$0' } })).toBe('SELECT Id FROM Account LIMIT :tmpVar1');
});
