import type { ProjectMetadata } from '../schema/metadata.js';
import { text } from '../schema/xml.js';

/** What a project says of the trigger that it runs for events. */
export interface SubscriberSettings {
  /** User name of the user as whom the trigger runs; undefined for Automated Process. */
  readonly userName?: string;
  /** Events that the trigger gets at most at once. */
  readonly batchSize: number;
}

const largestBatch = 2000;

/**
 * Settings by the trigger's name in lower case, of the files of type PlatformEventSubscriberConfig (Platform Events Developer Guide,
 * "Configure the User and Batch Size for Your Platform Event Trigger").
 */
export function subscriberSettings(metadata: ProjectMetadata): (trigger: string) => SubscriberSettings {
  const settings = new Map<string, SubscriberSettings>();
  for (const { xml } of metadata.components('PlatformEventSubscriberConfig')) {
    const userName = text(xml, 'user');
    const size = Number(text(xml, 'batchSize') ?? largestBatch);
    const batchSize = size >= 1 && size <= largestBatch ? Math.floor(size) : largestBatch;
    settings.set((text(xml, 'platformEventConsumer') ?? '').toLowerCase(), {
      batchSize,
      ...(userName !== undefined && { userName })
    });
  }
  return (trigger) => settings.get(trigger.toLowerCase()) ?? { batchSize: largestBatch };
}
