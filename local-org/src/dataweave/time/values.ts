/** A day. */
export class WeaveDate {
  /** Since 1970-01-01. */
  readonly days: number;
  readonly format: string | undefined;
  constructor(days: number, format?: string) {
    this.days = days;
    this.format = format;
  }
}

/** What a clock shows, without saying where: `ms` as if it were in UTC. */
class Local {
  readonly ms: number;
  readonly format: string | undefined;
  constructor(ms: number, format?: string) {
    this.ms = ms;
    this.format = format;
  }
}

/** The same with the zone in which it is told: `Z`, `+03:00` or `America/New_York`. */
class Zoned {
  readonly ms: number;
  readonly zone: string;
  readonly format: string | undefined;
  constructor(ms: number, zone: string, format?: string) {
    this.ms = ms;
    this.zone = zone;
    this.format = format;
  }
}

/** A moment: `ms` since 1970 in UTC, whatever its zone. */
export class WeaveDateTime extends Zoned {}

/** A time of day at an offset: `ms` as the clock there shows. */
export class WeaveTime extends Zoned {}

/** A day and a time without a zone. */
export class WeaveLocalDateTime extends Local {}

/** A time of day without a zone. */
export class WeaveLocalTime extends Local {}

export class WeaveTimeZone {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}

/** A length of time: of the calendar (years, months, days) or of the clock. */
export class WeavePeriod {
  readonly months: number;
  readonly days: number;
  readonly ms: number;
  constructor(months: number, days: number, ms: number) {
    this.months = months;
    this.days = days;
    this.ms = ms;
  }
}
