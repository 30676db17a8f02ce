import type { Transaction, TransactionOrigin } from '../../kernel/services.js';
import type { ApexId } from '../../kernel/scalars.js';
import { ApexThrow } from '../../kernel/exception.js';
import type { MemoryDebugLog } from '../../runtime/debug-log.js';
import { exceptionText } from '../../runtime/exceptions.js';
import type { LogLevels } from '../../runtime/log-levels.js';
import type { TraceFlags, TracedLog } from '../tooling/trace-logs.js';
import { TransactionLog, type LogRequest } from './transaction-log.js';

/** A log that the caller of a transaction wants for itself. */
export type WantedLog = LogRequest & { readonly onLog: (text: string) => void };

/** Outermost code units of transactions that nobody gave a name. */
const units: Partial<Readonly<Record<TransactionOrigin['kind'], string>>> = {
  anonymous: 'execute_anonymous_apex',
  aura: 'aura',
  rest: 'rest',
  queueable: 'queueable',
  future: 'future',
  batch: 'batch',
  scheduled: 'scheduled'
};

/** A line that code has caused: it stands with its line number, or in a trigger. */
const byCode = /\|\[\d+\]|\|__sfdc_trigger\//;

/** The debug log of one transaction: for the caller that wants it, and kept when the user is traced. */
export class RunLog {
  readonly levels: LogLevels | undefined;
  private readonly wanted: WantedLog | undefined;
  private readonly traced: LogLevels | undefined;
  private readonly origin: TransactionOrigin['kind'];
  private readonly startedAt = Date.now();
  private log: TransactionLog | undefined;
  private status = 'Success';

  constructor(flags: TraceFlags | null, userId: ApexId, origin: TransactionOrigin['kind'], wanted?: WantedLog) {
    this.wanted = wanted;
    this.origin = origin;
    this.traced = flags?.levelsFor(userId, this.startedAt);
    this.levels = wanted?.levels ?? this.traced;
  }

  begin(tx: Transaction & { readonly log: MemoryDebugLog }): void {
    if (!this.levels) return;
    const request = this.wanted ?? { levels: this.levels, unit: units[this.origin] ?? this.origin, preface: [] };
    this.log = new TransactionLog(tx, request);
    this.log.begin();
  }

  failed(error: unknown): void {
    this.log?.failed(error);
    this.status = error instanceof ApexThrow ? exceptionText(error.exception) : 'Internal error';
  }

  /** Ends the log; what is to be kept of it, null when the user is not traced or no code ran. */
  end(): TracedLog | null {
    if (!this.log) return null;
    const text = this.log.end();
    this.wanted?.onLog(text);
    if (!this.traced || !byCode.test(text)) return null;
    const { startedAt, origin, status } = this;
    return { text, startedAt, durationMs: Date.now() - startedAt, origin, status };
  }
}
