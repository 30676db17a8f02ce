import type { DebugLog } from '../kernel/services.js';

/** Characters after which the log drops its oldest lines, as the platform's 20 MB logs do. */
const capacity = 20_000_000;

/** Keeps the lines of a transaction's debug log: `10:15:30.123|USER_DEBUG|[12]|DEBUG|text`. */
export class MemoryDebugLog implements DebugLog {
  private readonly kept: string[] = [];
  private readonly clock: () => number;
  private readonly onLine: ((line: string) => void) | undefined;
  private size = 0;

  /** `onLine` hears each line as it is written, e.g. to print it. */
  constructor(clock: () => number, onLine?: (line: string) => void) {
    this.clock = clock;
    this.onLine = onLine;
  }

  get lines(): readonly string[] {
    return this.kept;
  }

  debug(level: string, text: string, line: number): void {
    const time = new Date(this.clock()).toISOString().slice(11, 23);
    const entry = `${time}|USER_DEBUG|[${line}]|${level}|${text}`;
    this.kept.push(entry);
    this.size += entry.length;
    while (this.size > capacity && this.kept.length > 1) this.size -= (this.kept.shift() ?? '').length;
    this.onLine?.(entry);
  }
}
