import type { ObservedStatement, ObservedUnit, StatementEnd, TransactionObserver } from '../kernel/observer.js';
import type { MemoryDebugLog } from './debug-log.js';

/** Writes statements and code units into a debug log, each when its category is kept (Salesforce Help, "Debug Log Levels"). */
export class LogObserver implements TransactionObserver {
  private readonly log: MemoryDebugLog;

  constructor(log: MemoryDebugLog) {
    this.log = log;
  }

  statement({ kind, text, frames }: ObservedStatement): (end: StatementEnd) => void {
    const at = frames[0] ? `[${frames[0].line}]` : '[EXTERNAL]';
    switch (kind) {
      case 'soql':
        this.log.event('DB', 'INFO', `SOQL_EXECUTE_BEGIN|${at}|Aggregations:${aggregations(text)}|${text}`);
        return ({ rows }) => this.log.event('DB', 'INFO', `SOQL_EXECUTE_END|${at}|Rows:${rows ?? 0}`);
      case 'sosl':
        this.log.event('DB', 'INFO', `SOSL_EXECUTE_BEGIN|${at}|${text}`);
        return ({ rows }) => this.log.event('DB', 'INFO', `SOSL_EXECUTE_END|${at}|Rows:${rows ?? 0}`);
      case 'dml':
        this.log.event('DB', 'INFO', `DML_BEGIN|${at}|${text}`);
        return () => this.log.event('DB', 'INFO', `DML_END|${at}`);
      case 'callout':
        this.log.event('CALLOUT', 'INFO', `CALLOUT_REQUEST|${at}|${text}`);
        return ({ status }) => {
          if (status !== undefined) this.log.event('CALLOUT', 'INFO', `CALLOUT_RESPONSE|${at}|${status}`);
        };
    }
  }

  unit({ text }: ObservedUnit): () => void {
    this.log.event('APEX_CODE', 'ERROR', `CODE_UNIT_STARTED|[EXTERNAL]|${text}`);
    return () => this.log.event('APEX_CODE', 'ERROR', `CODE_UNIT_FINISHED|${text}`);
  }
}

/** Child queries of the text. */
const aggregations = (text: string): number => text.split('(SELECT ').length - 1;
