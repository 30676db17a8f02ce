import type { DebugLog } from '../kernel/services.js';
import { keeps, levelRank, type LogCategory, type LogLevel, type LogLevels } from './log-levels.js';
import { localParts } from './time-zone.js';

/** Characters after which the log drops its oldest lines, as the platform's 20 MB logs do. */
const capacity = 20_000_000;

export interface DebugLogParts {
  readonly clock: () => number;
  /** IANA name of the zone that the lines' times are in. */
  readonly timeZone: string;
  /** Absent: System.debug writes at every level and nothing else is kept. */
  readonly levels?: LogLevels;
  /** Hears each line as it is written, e.g. to print it. */
  readonly onLine?: (line: string) => void;
}

/**
 * Keeps the lines of a transaction's debug log: `10:15:30.123 (4711000)|USER_DEBUG|[12]|DEBUG|text`. The time is the user's, the
 * number in parentheses counts nanoseconds since the start (Apex Developer Guide, "Debug Log").
 */
export class MemoryDebugLog implements DebugLog {
  private readonly kept: string[] = [];
  private readonly parts: DebugLogParts;
  private readonly started = performance.now();
  private readonly offsetMs: number;
  private size = 0;

  constructor(parts: DebugLogParts) {
    this.parts = parts;
    this.offsetMs = localParts(parts.timeZone, parts.clock()).offsetMs;
  }

  get lines(): readonly string[] {
    return this.kept;
  }

  debug(level: string, text: string, line: number, event: 'USER_DEBUG' | 'DATAWEAVE_USER_DEBUG' = 'USER_DEBUG'): void {
    const { levels } = this.parts;
    if (levels && levelRank(levels.APEX_CODE ?? 'NONE') < Math.max(levelRank(level), 1)) return;
    this.add(`${event}|[${line}]|${level}|${text}`);
  }

  keepsCode(level: LogLevel): boolean {
    return this.parts.levels !== undefined && keeps(this.parts.levels, 'APEX_CODE', level);
  }

  /** Writes an event when the log keeps its category at that level. */
  event(category: LogCategory, level: LogLevel, text: string): void {
    if (this.parts.levels && keeps(this.parts.levels, category, level)) this.add(text);
  }

  /** Writes lines that have no time, such as those of the block of limits. */
  plain(text: string): void {
    this.push(text);
  }

  private add(text: string): void {
    const time = new Date(this.parts.clock() + this.offsetMs).toISOString().slice(11, 23);
    const elapsed = Math.round((performance.now() - this.started) * 1_000_000);
    this.push(`${time} (${elapsed})|${text}`);
  }

  private push(entry: string): void {
    this.kept.push(entry);
    this.size += entry.length;
    while (this.size > capacity && this.kept.length > 1) this.size -= (this.kept.shift() ?? '').length;
    this.parts.onLine?.(entry);
  }
}
