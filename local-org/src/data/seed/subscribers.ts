import { existsSync, readFileSync } from 'node:fs';
import { subscriberSettings } from '../../schema/subscriber-settings.js';
import { stableId } from '../store/system-rows.js';
import type { SeedParts } from './seed.js';

/**
 * A row a trigger on platform or change events, before the first event is published: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventbussubscriber.htm
 * Delivery keeps the position in it.
 */
export function seedSubscribers({ metadata, schema, once }: SeedParts): void {
  const settings = subscriberSettings(metadata);
  for (const { name, file } of metadata.components('ApexTrigger')) {
    const source = file.replace(/-meta\.xml$/, '');
    if (!existsSync(source)) continue;
    const [, trigger = '', object = ''] = /\btrigger\s+(\w+)\s+on\s+(\w+)/i.exec(readFileSync(source, 'utf8')) ?? [];
    const topic = schema.object(object);
    if (topic?.kind !== 'platformEvent') continue;
    once('EventBusSubscriber', trigger, {
      Name: trigger,
      Topic: topic.name,
      Type: 'ApexTrigger',
      ExternalId: stableId(schema.object('ApexTrigger')?.keyPrefix ?? '', name).value,
      Status: 'Running',
      Position: 0,
      Tip: 0,
      LastProcessed: '0',
      LastPublished: '0',
      Retries: 0,
      IsPartitioned: settings(trigger).partitions > 1
    });
  }
}
