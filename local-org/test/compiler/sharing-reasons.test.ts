import { expect, test } from 'vitest';
import { loadSchema } from '../../src/schema/load.js';
import { compile, errorsOf, evaluate } from './harness.js';

const reason = loadSchema([]).schema.field('AccountShare', 'RowCause')?.picklist?.[0]?.value;

test('a sharing reason is the text of the row cause', async () => {
  expect(reason).toBeDefined();
  expect(await evaluate(`Schema.AccountShare.RowCause.${reason}`)).toBe(reason);
});

test('the members of a field token stay what they are', async () => {
  expect(await evaluate('AccountShare.RowCause.getDescribe().getName()')).toBe('RowCause');
});

test('a custom reason that the schema lacks is unsupported, any other name a mistake', async () => {
  const code = await compile({
    Main: 'public class Main {\nObject a = AccountShare.RowCause.Team__c;\nObject b = AccountShare.RowCause.Nobody;\n}'
  });

  expect(errorsOf(code)).toEqual([
    '2:34 The local org does not support the sharing reason Team__c: it is not in its schema',
    '3:34 Variable does not exist: Nobody'
  ]);
});
