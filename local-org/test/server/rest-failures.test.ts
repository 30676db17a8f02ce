import { expect, it } from 'vitest';
import { lockMessage } from '../../src/data/lock.js';
import { queryException } from '../../src/runtime/exceptions.js';
import { restFailure } from '../../src/server/routes/failures.js';

/** REST API Developer Guide, "Status Codes and Error Responses"; SOAP API Developer Guide, "ExceptionCode". */
it.each([
  ['a row that another transaction holds', lockMessage, 'UNABLE_TO_LOCK_ROW'],
  ['an unknown object', "sObject type 'Nothing' is not supported.", 'INVALID_TYPE'],
  ['an unknown field', "No such column 'Nothing' on entity 'Account'.", 'INVALID_FIELD'],
  ['anything else', "unexpected token: ','", 'MALFORMED_QUERY']
])('a client hears of %s by its code', (_, message, errorCode) => {
  const failure = restFailure(queryException(message));

  expect(failure.status).toBe(400);
  expect(JSON.parse(Buffer.from(failure.body).toString())).toEqual([{ message, errorCode }]);
});
