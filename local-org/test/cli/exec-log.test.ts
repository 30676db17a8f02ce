import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { built, fixture, run, temporaryFolder } from '../support/cli.js';

beforeAll(built, 60_000);

it('prints the whole debug log with the levels asked for', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const script = join(folder, 'script.apex');
  writeFileSync(
    script,
    [
      `insert new Book__c(Name = 'Logged', Price__c = 2);`,
      `List<Book__c> found = [SELECT Name FROM Book__c WHERE Price__c > 1];`,
      `System.debug(LoggingLevel.FINE, 'too fine');`,
      `System.debug('found ' + found.size());`,
      `Integer zero = 0;`,
      `Integer broken = 1 / zero;`
    ].join('\n')
  );

  const ended = await run([
    ...['exec', script, '--source', fixture('bookshop'), '--data', folder],
    ...['--log-level', 'APEX_CODE,DEBUG;DB,INFO;APEX_PROFILING,INFO']
  ]);

  const events = ended.out.split('\n').map((line) => line.replace(/^[\d:.]+ \(\d+\)\|/, ''));
  expect(ended.code).toBe(1);
  expect(events[0]).toBe('67.0 APEX_CODE,DEBUG;APEX_PROFILING,INFO;DB,INFO');
  expect(events.filter((line) => /^[A-Z_]{5,}/.test(line) && !line.startsWith('USER_INFO'))).toEqual([
    'EXECUTION_STARTED',
    'CODE_UNIT_STARTED|[EXTERNAL]|execute_anonymous_apex',
    'DML_BEGIN|[1]|Op:Insert|Type:Book__c|Rows:1',
    'CODE_UNIT_STARTED|[EXTERNAL]|BookTrigger on Book__c trigger event BeforeInsert|__sfdc_trigger/BookTrigger',
    'CODE_UNIT_FINISHED|BookTrigger on Book__c trigger event BeforeInsert|__sfdc_trigger/BookTrigger',
    'DML_END|[1]',
    'SOQL_EXECUTE_BEGIN|[2]|Aggregations:0|SELECT Name FROM Book__c WHERE Price__c > 1',
    'SOQL_EXECUTE_END|[2]|Rows:1',
    'USER_DEBUG|[4]|DEBUG|found 1',
    'EXCEPTION_THROWN|[6]|System.MathException: Divide by 0',
    'FATAL_ERROR|System.MathException: Divide by 0',
    'CUMULATIVE_LIMIT_USAGE',
    'LIMIT_USAGE_FOR_NS|(default)|',
    'CUMULATIVE_LIMIT_USAGE_END',
    'CODE_UNIT_FINISHED|execute_anonymous_apex',
    'EXECUTION_FINISHED'
  ]);
  expect(ended.out).toContain('  Number of SOQL queries: 1 out of 100\n');
});
