import { ApexThrow } from '../../kernel/exception.js';
import type { LimitName, Transaction } from '../../kernel/services.js';
import type { MemoryDebugLog } from '../../runtime/debug-log.js';
import { exceptionText } from '../../runtime/exceptions.js';
import { logHeader, type LogLevels } from '../../runtime/log-levels.js';
import { exceptionLine, stackTraceText } from '../../runtime/stack-trace.js';
import { localParts } from '../../runtime/time-zone.js';

/** A debug log that someone wants of a transaction. */
export interface LogRequest {
  readonly levels: LogLevels;
  /** Name of the outermost code unit: `execute_anonymous_apex`. */
  readonly unit: string;
  /** Lines between the header and the first event: the text of anonymous Apex. */
  readonly preface: readonly string[];
}

type Logged = Transaction & { readonly log: MemoryDebugLog };

/** Lines of the block of limits, in the order and with the words of the Apex Developer Guide, "Debug Log". */
const limitLines: readonly (readonly [string, LimitName])[] = [
  ['Number of SOQL queries', 'queries'],
  ['Number of query rows', 'queryRows'],
  ['Number of SOSL queries', 'soslQueries'],
  ['Number of DML statements', 'dmlStatements'],
  ['Number of Publish Immediate DML', 'publishImmediateDml'],
  ['Number of DML rows', 'dmlRows'],
  ['Maximum CPU time', 'cpuMs'],
  ['Maximum heap size', 'heapBytes'],
  ['Number of callouts', 'callouts'],
  ['Number of Email Invocations', 'emailInvocations'],
  ['Number of future calls', 'futureCalls'],
  ['Number of queueable jobs added to the queue', 'queueableJobs'],
  ['Number of Mobile Apex push calls', 'pushCalls']
];

/** The debug log of one transaction as a text, from its header to EXECUTION_FINISHED. */
export class TransactionLog {
  private readonly tx: Logged;
  private readonly request: LogRequest;

  constructor(tx: Logged, request: LogRequest) {
    this.tx = tx;
    this.request = request;
  }

  begin(): void {
    const { tx, request } = this;
    const { log, user } = tx;
    log.event(
      'APEX_CODE',
      'ERROR',
      `USER_INFO|[EXTERNAL]|${user.id.value.slice(0, 15)}|${user.userName}|${zoneName(user.timeZone, tx.now())}|${zoneOffset(user.timeZone, tx.now())}`
    );
    log.event('APEX_CODE', 'ERROR', 'EXECUTION_STARTED');
    log.event('APEX_CODE', 'ERROR', `CODE_UNIT_STARTED|[EXTERNAL]|${request.unit}`);
  }

  failed(error: unknown): void {
    const { log } = this.tx;
    if (!(error instanceof ApexThrow)) {
      log.event('APEX_CODE', 'ERROR', `FATAL_ERROR|${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    const text = exceptionText(error.exception);
    log.event('APEX_CODE', 'INFO', `EXCEPTION_THROWN|[${exceptionLine(error.exception)}]|${text}`);
    const stack = stackTraceText(error.exception);
    log.event('APEX_CODE', 'ERROR', `FATAL_ERROR|${text}${stack === '' ? '' : `\n\n${stack}`}`);
  }

  /** The whole text. */
  end(): string {
    const { log, limits } = this.tx;
    const before = log.lines.length;
    log.event('APEX_PROFILING', 'INFO', 'CUMULATIVE_LIMIT_USAGE');
    if (log.lines.length > before) {
      log.event('APEX_PROFILING', 'INFO', 'LIMIT_USAGE_FOR_NS|(default)|');
      for (const [label, name] of limitLines) {
        log.plain(`  ${label}: ${limits.used(name)} out of ${limits.limit(name)}`);
      }
      log.plain('');
      log.event('APEX_PROFILING', 'INFO', 'CUMULATIVE_LIMIT_USAGE_END');
      log.plain('');
      const peak = limits.heapPeak();
      if (peak !== undefined) log.event('APEX_PROFILING', 'INFO', `MEASURED_HEAP|${peak}`);
    }
    log.event('APEX_CODE', 'ERROR', `CODE_UNIT_FINISHED|${this.request.unit}`);
    log.event('APEX_CODE', 'ERROR', 'EXECUTION_FINISHED');
    return [logHeader(this.request.levels), ...this.request.preface, ...log.lines, ''].join('\n');
  }
}

/** `(GMT-07:00) Pacific Daylight Time (America/Los_Angeles)` */
function zoneName(timeZone: string, ms: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'long' }).formatToParts(ms);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  return `(${zoneOffset(timeZone, ms)}) ${name} (${timeZone})`;
}

function zoneOffset(timeZone: string, ms: number): string {
  const minutes = localParts(timeZone, ms).offsetMs / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `GMT${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}
