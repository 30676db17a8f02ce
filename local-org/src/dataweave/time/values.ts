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

/** A moment with the zone in which it is told: `Z`, `+03:00` or `America/New_York`. */
export class WeaveDateTime {
  readonly ms: number;
  readonly zone: string;
  readonly format: string | undefined;
  constructor(ms: number, zone: string, format?: string) {
    this.ms = ms;
    this.zone = zone;
    this.format = format;
  }
}

/** A day and a time without a zone. */
export class WeaveLocalDateTime {
  /** As if it were in UTC. */
  readonly ms: number;
  readonly format: string | undefined;
  constructor(ms: number, format?: string) {
    this.ms = ms;
    this.format = format;
  }
}

/** A time of day without a zone. */
export class WeaveLocalTime {
  readonly ms: number;
  readonly format: string | undefined;
  constructor(ms: number, format?: string) {
    this.ms = ms;
    this.format = format;
  }
}

/** A time of day at an offset. */
export class WeaveTime {
  /** As the clock there shows. */
  readonly ms: number;
  readonly zone: string;
  readonly format: string | undefined;
  constructor(ms: number, zone: string, format?: string) {
    this.ms = ms;
    this.zone = zone;
    this.format = format;
  }
}

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
