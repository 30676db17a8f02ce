import type { ApexId } from '../../kernel/scalars.js';
import { ApexDatetime } from '../../kernel/scalars.js';
import { logLevel, type LogCategory, type LogLevel, type LogLevels } from '../../runtime/log-levels.js';
import type { Connection } from '../../data/store/connection.js';
import type { Transaction, TransactionOrigin } from '../../kernel/services.js';
import type { ToolingData } from './tooling-data.js';

/** Columns of DebugLevel and the categories that they set. */
const columns: readonly (readonly [string, LogCategory])[] = [
  ['ApexCode', 'APEX_CODE'],
  ['ApexProfiling', 'APEX_PROFILING'],
  ['Callout', 'CALLOUT'],
  ['Database', 'DB'],
  ['System', 'SYSTEM'],
  ['Validation', 'VALIDATION'],
  ['Visualforce', 'VISUALFORCE'],
  ['Workflow', 'WORKFLOW']
];

/** Finds out whose transactions are traced, by the TraceFlag rows of now. */
export class TraceFlags {
  private readonly connection: Connection;
  /** The table is made by the first request that needs it; before, nobody is traced. */
  private hasTable = false;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Levels of the user's active trace flag; undefined when there is none. */
  levelsFor(userId: ApexId, now: number): LogLevels | undefined {
    const [levels] = this.active(now, ' AND t."TracedEntityId" = ? ORDER BY t."CreatedDate" DESC LIMIT 1', [
      userId.value
    ]);
    return levels;
  }

  /** Whether the levels of any active trace flag are such. */
  someoneWants(such: (levels: LogLevels) => boolean, now: number): boolean {
    return this.active(now, '', []).some(such);
  }

  private active(now: number, rest: string, values: readonly string[]): LogLevels[] {
    this.hasTable ||= this.connection.get("SELECT 1 FROM sqlite_master WHERE name = 'TraceFlag'") !== undefined;
    if (!this.hasTable) return [];
    const rows = this.connection.all(
      `SELECT ${columns.map(([name]) => `d."${name}"`).join(', ')} FROM "TraceFlag" t JOIN "DebugLevel" d ON d."Id" = t."DebugLevelId"
       WHERE t."ExpirationDate" > ? AND COALESCE(t."StartDate", 0) <= ?
       AND t."LogType" IN ('USER_DEBUG', 'DEVELOPER_LOG')${rest}`,
      [now, now, ...values]
    );
    return rows.map((row) => {
      const levels: Partial<Record<LogCategory, LogLevel>> = {};
      columns.forEach(([, category], at) => {
        const level = logLevel(String(row[at] ?? 'NONE'));
        if (level && level !== 'NONE') levels[category] = level;
      });
      return levels;
    });
  }
}

/** A finished log of a traced transaction. */
export interface TracedLog {
  readonly text: string;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly origin: TransactionOrigin['kind'];
  /** `Success`, or the exception that ended the transaction. */
  readonly status: string;
}

const operations: Partial<Readonly<Record<TransactionOrigin['kind'], string>>> = {
  anonymous: '/services/data/tooling/executeAnonymous',
  rest: '/services/apexrest',
  aura: '/aura',
  queueable: 'QueueableHandler',
  future: 'FutureHandler',
  batch: 'Batch Apex',
  scheduled: 'Scheduled Apex'
};

/** Keeps the log as an ApexLog row, whose body clients ask for by its id. */
export function saveLog(tooling: ToolingData, tx: Transaction, log: TracedLog): ApexId {
  return tooling.write(tx, 'ApexLog', null, {
    Application: 'Unknown',
    DurationMilliseconds: Math.round(log.durationMs),
    Location: 'Monitoring',
    LogLength: Buffer.byteLength(log.text),
    LogUserId: tx.user.id,
    Operation: operations[log.origin] ?? 'Api',
    Request: 'Api',
    StartTime: new ApexDatetime(log.startedAt),
    Status: log.status.slice(0, 255),
    Body: log.text
  });
}
