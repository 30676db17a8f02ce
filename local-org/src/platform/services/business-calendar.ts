import { fromLocal, localParts } from '../../runtime/time-zone.js';

/** Milliseconds since midnight. */
export interface OpeningHours {
  readonly opens: number;
  readonly closes: number;
}

const dayMs = 86_400_000;
/** Hours that are closed on every day of the week never open. */
const week = 7;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Opening hours of the week, Sunday first, by the clocks of a time zone. */
export class BusinessCalendar {
  readonly #timeZone: string;
  readonly #hours: readonly (OpeningHours | undefined)[];

  constructor(timeZone: string, hours: readonly (OpeningHours | undefined)[]) {
    this.#timeZone = timeZone;
    this.#hours = hours;
  }

  /** The moment itself when it is within the hours, otherwise when they begin next. */
  next(moment: number): number {
    for (const { from } of this.#spans(moment, 1)) return Math.max(from, moment);
    return moment;
  }

  /** Opening time between two moments, negative when the second is the earlier. */
  between(start: number, end: number): number {
    if (end < start) return -this.between(end, start);
    let sum = 0;
    for (const { from, to } of this.#spans(start, 1)) {
      if (from >= end) break;
      sum += Math.min(to, end) - Math.max(from, start);
    }
    return sum;
  }

  /** The moment at which so much opening time has passed; with a negative interval so much before. */
  add(start: number, interval: number): number {
    let rest = Math.abs(interval);
    const forward = interval >= 0;
    for (const { from, to } of this.#spans(start, forward ? 1 : -1)) {
      const open = forward ? to - Math.max(from, start) : Math.min(to, start) - from;
      if (rest <= open) return forward ? Math.max(from, start) + rest : Math.min(to, start) - rest;
      rest -= open;
    }
    return start;
  }

  /** The opening hours day by day, beginning with those that are not over (or, backward, have begun) at a moment. */
  *#spans(moment: number, direction: 1 | -1): Generator<Span> {
    const local = moment + localParts(this.#timeZone, moment).offsetMs;
    let closedDays = 0;
    for (let day = Math.floor(local / dayMs); closedDays <= week; day += direction) {
      // 1 January 1970 was a Thursday.
      const hours = this.#hours[(((day + 4) % week) + week) % week];
      closedDays = hours ? 0 : closedDays + 1;
      if (!hours) continue;
      const from = fromLocal(this.#timeZone, day * dayMs + hours.opens);
      const to = fromLocal(this.#timeZone, day * dayMs + hours.closes);
      if (direction === 1 ? to > moment : from < moment) yield { from, to };
    }
  }
}
