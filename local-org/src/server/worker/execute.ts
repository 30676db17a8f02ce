import { ApexThrow } from '../../kernel/exception.js';
import type { LimitName, Transaction } from '../../kernel/services.js';
import { exceptionText } from '../../runtime/exceptions.js';
import { isDetailed } from '../../runtime/log-levels.js';
import { stackTraceText } from '../../runtime/stack-trace.js';
import { idOf } from '../../async/job-rows.js';
import { UncompiledCode } from '../../code/uncompiled.js';
import { UnsupportedFeature } from '../../kernel/unsupported.js';
import type { LocalOrg } from '../../org/local-org.js';
import { logIn } from './log-in.js';
import type { ExecResult, ExecTask } from './protocol.js';

/** Limits as the debug log's LIMIT_USAGE names them. */
const shown: readonly (readonly [LimitName, string])[] = [
  ['queries', 'SOQL queries'],
  ['queryRows', 'query rows'],
  ['dmlStatements', 'DML statements'],
  ['dmlRows', 'DML rows'],
  ['callouts', 'callouts'],
  ['cpuMs', 'CPU time'],
  ['heapBytes', 'heap size'],
  ['futureCalls', 'future calls'],
  ['queueableJobs', 'queueable jobs']
];

/** Runs anonymous Apex as a user (the administrator when none is named). */
export async function execute(org: LocalOrg, task: ExecTask): Promise<ExecResult> {
  const debug: string[] = [];
  let log = '';
  let limits: ExecResult['limits'] = [];
  const ended = (error: string | null): ExecResult => ({ ok: error === null, debug, log, limits, error });
  const user = task.username === null ? org.data.administratorId.value : logIn(org, task.username)?.userId;
  if (user === undefined) return ended(`There is no active user ${task.username}.`);
  await org.prepareLogs(task.logLevels);
  const block = await org.code.compileAnonymous(task.source, isDetailed(org.logLevelsOf(idOf(user), task.logLevels)));
  if (block.errors.length > 0)
    return ended(block.errors.map((one) => `Line ${one.line}, column ${one.column}: ${one.message}`).join('\n'));
  const count = (tx: Transaction) => {
    limits = shown.map(([name, label]) => ({ name: label, used: tx.limits.used(name), limit: tx.limits.limit(name) }));
  };
  try {
    const start = {
      userId: idOf(user),
      origin: { kind: 'anonymous' as const },
      ...(task.logLevels
        ? {
            log: {
              levels: task.logLevels,
              unit: 'execute_anonymous_apex',
              preface: task.source.split(/\r?\n/).map((line) => `Execute Anonymous: ${line}`),
              onLog: (text: string) => {
                log = text;
              }
            }
          }
        : { onDebug: (line: string) => debug.push(line) })
    };
    org.run(start, (tx) => {
      try {
        block.run(tx);
      } finally {
        count(tx);
      }
    });
    return ended(null);
  } catch (error) {
    if (error instanceof UncompiledCode || error instanceof UnsupportedFeature) return ended(error.message);
    if (!(error instanceof ApexThrow)) throw error;
    return ended([exceptionText(error.exception), stackTraceText(error.exception)].filter(Boolean).join('\n'));
  }
}
