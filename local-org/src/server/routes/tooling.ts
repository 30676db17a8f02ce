import { ApexThrow } from '../../kernel/exception.js';
import { exceptionText } from '../../runtime/exceptions.js';
import { stackTraceText } from '../../runtime/stack-trace.js';
import type { HttpResult } from '../worker/protocol.js';
import { HttpError, json, type RouteContext } from './route.js';

/** The result of the Tooling API's executeAnonymous; line and column are -1 where they say nothing. */
interface ExecuteAnonymousResult {
  readonly compiled: boolean;
  readonly compileProblem: string | null;
  readonly success: boolean;
  readonly line: number;
  readonly column: number;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
}

const fine: ExecuteAnonymousResult = {
  compiled: true,
  compileProblem: null,
  success: true,
  line: -1,
  column: -1,
  exceptionMessage: null,
  exceptionStackTrace: null
};

/** An exception of the block: reported with status 200, after the transaction has been rolled back. */
export class AnonymousFailure extends Error {
  readonly result: ExecuteAnonymousResult;
  constructor(result: ExecuteAnonymousResult) {
    super(result.exceptionMessage ?? '');
    this.result = result;
  }
}

/** GET tooling/executeAnonymous?anonymousBody=: needs the permission to author Apex, as on the platform. */
export function executeAnonymous(context: RouteContext): HttpResult {
  const { tx } = context;
  const { anonymous } = context;
  if (!anonymous) throw new HttpError(400, 'MISSING_ARGUMENT', 'anonymousBody is missing');
  if (!tx.user.access.userPermission('AuthorApex')) {
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', 'You need the permission Author Apex to run anonymous Apex.');
  }
  const [error] = anonymous.errors;
  if (error) {
    return json(200, {
      ...fine,
      compiled: false,
      success: false,
      compileProblem: error.message,
      line: error.line,
      column: error.column
    } satisfies ExecuteAnonymousResult);
  }
  try {
    anonymous.run(tx);
    return json(200, fine);
  } catch (thrown) {
    if (!(thrown instanceof ApexThrow)) throw thrown;
    const { exception } = thrown;
    throw new AnonymousFailure({
      ...fine,
      success: false,
      line: exception.frames[0]?.line ?? -1,
      column: 1,
      exceptionMessage: exceptionText(exception),
      exceptionStackTrace: stackTraceText(exception)
    });
  }
}
