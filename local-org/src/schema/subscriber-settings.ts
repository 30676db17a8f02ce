import type { ProjectMetadata } from './metadata.js';
import { text } from './xml.js';

/** What a project says of the trigger that it runs for events. */
export interface SubscriberSettings {
  /** User name of the user as whom the trigger runs; undefined for Automated Process. */
  readonly userName?: string;
  /** Events that the trigger gets at most at once. */
  readonly batchSize: number;
  /** Streams into which the events are divided, each with its own place and transactions. */
  readonly partitions: number;
  /** Field of the event whose value chooses the stream. */
  readonly partitionKey: string;
}

const largestBatch = 2000;
/** Platform Events Developer Guide, "Parallel Subscription Limits". */
const mostPartitions = 10;
const unset: SubscriberSettings = { batchSize: largestBatch, partitions: 1, partitionKey: 'EventUuid' };

/**
 * Settings by the trigger's name in lower case, of the files of type PlatformEventSubscriberConfig (Platform Events Developer Guide,
 * "Configure the User and Batch Size for Your Platform Event Trigger").
 */
export function subscriberSettings(metadata: ProjectMetadata): (trigger: string) => SubscriberSettings {
  const settings = new Map<string, SubscriberSettings>();
  for (const { xml } of metadata.components('PlatformEventSubscriberConfig')) {
    const userName = text(xml, 'user');
    const batchSize = within(text(xml, 'batchSize'), largestBatch) ?? largestBatch;
    const partitions = within(text(xml, 'numPartitions'), mostPartitions) ?? 1;
    // A field of the event's own carries the event's name in front.
    const partitionKey = text(xml, 'partitionKey')?.replace(/^.*\./, '') ?? unset.partitionKey;
    settings.set((text(xml, 'platformEventConsumer') ?? '').toLowerCase(), {
      batchSize,
      partitions,
      partitionKey,
      ...(userName !== undefined && { userName })
    });
  }
  return (trigger) => settings.get(trigger.toLowerCase()) ?? unset;
}

/** A whole number from 1 to `most`, undefined for anything else. */
function within(value: string | undefined, most: number): number | undefined {
  const number = Math.floor(Number(value));
  return number >= 1 && number <= most ? number : undefined;
}
