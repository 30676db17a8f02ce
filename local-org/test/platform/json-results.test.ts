import { expect, test } from 'vitest';
import { evaluate } from '../compiler/harness.js';

/** Results that tests make from JSON and write to it, as mocks in public suites do. */
test.each([
  [
    `((Database.LeadConvertResult) JSON.deserialize('{"success":true,"leadid":"00Q000000000001AAA"}', Database.LeadConvertResult.class)).getLeadId()`,
    '00Q000000000001AAA'
  ],
  [
    `((Database.LeadConvertResult) JSON.deserialize('{"success":true,"accountId":"001000000000001AAA"}', Database.LeadConvertResult.class)).getAccountId()`,
    '001000000000001AAA'
  ],
  [
    `JSON.serialize(JSON.deserialize('{"success":true,"leadId":"00Q000000000001AAA"}', Database.LeadConvertResult.class))`,
    '{"leadId":"00Q000000000001AAA","accountId":null,"contactId":null,"opportunityId":null,"success":true,"errors":[]}'
  ],
  [
    `((Database.SaveResult) JSON.deserialize('{"success":true,"id":"null"}', Database.SaveResult.class)).getId()`,
    'null'
  ],
  [
    `JSON.serialize(JSON.deserialize('{"success":true,"id":"001000000000001AAA"}', Approval.LockResult.class))`,
    '{"success":true,"id":"001000000000001AAA","errors":[]}'
  ],
  [
    `JSON.serialize(JSON.deserialize('{"success":true,"entityId":"001000000000001AAA","instanceStatus":"Pending"}', Approval.ProcessResult.class))`,
    '{"success":true,"newWorkitemIds":[],"instanceStatus":"Pending","instanceId":null,"errors":[],"entityId":"001000000000001AAA","actorIds":[]}'
  ],
  [`JSON.serialize(UUID.fromString('aabbccdd-0000-4000-8000-000000000001'))`, '"aabbccdd-0000-4000-8000-000000000001"']
])('%s', async (expression, expected) => {
  expect(await evaluate(expression)).toBe(expected);
});
