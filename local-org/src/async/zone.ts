/** A wall-clock reading. Month 1 to 12. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What the clock on the wall shows at a moment in an IANA time zone. */
export function wallClock(ms: number, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  }).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second')
  };
}

const asUtc = (w: WallClock): number => Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute, w.second);

/** The moment at which a wall clock shows a reading: the earlier one of two; one that is skipped moves forward with the clock. */
export function toInstant(reading: WallClock, timeZone: string): number {
  const wanted = asUtc(reading);
  const offsetAt = (ms: number) => asUtc(wallClock(ms, timeZone)) - Math.floor(ms / 1000) * 1000;
  const before = wanted - offsetAt(wanted - 86_400_000);
  const after = wanted - offsetAt(wanted + 86_400_000);
  const candidates = [before, after].filter((ms) => asUtc(wallClock(ms, timeZone)) === wanted);
  return candidates.length > 0 ? Math.min(...candidates) : Math.max(before, after);
}
