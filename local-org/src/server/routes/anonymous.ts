import { ApexThrow } from '../../kernel/exception.js';
import type { ApexId } from '../../kernel/scalars.js';
import { exceptionText } from '../../runtime/exceptions.js';
import { isDetailed, type LogLevels } from '../../runtime/log-levels.js';
import { stackTraceText } from '../../runtime/stack-trace.js';
import { UncompiledCode } from '../../code/uncompiled.js';
import { UnsupportedFeature } from '../../kernel/unsupported.js';
import type { LocalOrg } from '../../org/local-org.js';
import { HttpError } from './route.js';

/** The result of executeAnonymous; line and column are -1 where they say nothing. */
export interface AnonymousResult {
  readonly compiled: boolean;
  readonly compileProblem: string | null;
  readonly success: boolean;
  readonly line: number;
  readonly column: number;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
}

const fine: AnonymousResult = {
  compiled: true,
  compileProblem: null,
  success: true,
  line: -1,
  column: -1,
  exceptionMessage: null,
  exceptionStackTrace: null
};

/**
 * Runs anonymous Apex as a user, who needs the permission to author Apex as on the platform. An exception is no error of the
 * request: it is answered, and the transaction rolled back. `log` is empty for a block that does not compile.
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/sforce_api_objects_executeanonymousresult.htm
 */
export async function executeAnonymous(
  org: LocalOrg,
  userId: ApexId,
  source: string,
  levels: LogLevels | null
): Promise<{ readonly result: AnonymousResult; readonly log: string }> {
  if (!org.data.runningUser(userId).access.userPermission('AuthorApex')) {
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', 'You need the permission Author Apex to run anonymous Apex.');
  }
  if (levels) await org.prepareLogs(levels);
  const block = await org.code.compileAnonymous(source, isDetailed(org.logLevelsOf(userId, levels)));
  const [problem] = block.errors;
  if (problem) {
    const { message, line, column } = problem;
    return { result: { ...fine, compiled: false, success: false, compileProblem: message, line, column }, log: '' };
  }
  let log = '';
  const request = levels && {
    levels,
    unit: 'execute_anonymous_apex',
    preface: source.split(/\r?\n/).map((line) => `Execute Anonymous: ${line}`),
    onLog: (text: string) => {
      log = text;
    }
  };
  try {
    org.run({ userId, origin: { kind: 'anonymous' }, ...(request && { log: request }) }, (tx) => block.run(tx));
    return { result: fine, log };
  } catch (thrown) {
    return { result: failure(thrown), log };
  }
}

function failure(thrown: unknown): AnonymousResult {
  if (thrown instanceof UncompiledCode || thrown instanceof UnsupportedFeature) {
    return { ...fine, compiled: false, success: false, compileProblem: thrown.message, line: 1, column: 1 };
  }
  if (!(thrown instanceof ApexThrow)) throw thrown;
  const { exception } = thrown;
  return {
    ...fine,
    success: false,
    line: exception.frames[0]?.line ?? -1,
    column: 1,
    exceptionMessage: exceptionText(exception),
    exceptionStackTrace: stackTraceText(exception)
  };
}
