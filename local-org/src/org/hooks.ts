import type { DeliveredEvent } from '../async/event-bus.js';
import type { DueWork } from '../async/due.js';

/** What an org tells the outside while it works. */
export interface OrgHooks {
  due(work: readonly DueWork[]): void;
  published(events: readonly DeliveredEvent[]): void;
  /** A debug log was kept; its id. */
  logged?(id: string): void;
  /** Failures of background work, for people to read. */
  report(text: string): void;
}
