import { text, flag } from '../../schema/xml.js';
import type { SeedParts } from './seed.js';

/** Rows of the project's Platform Cache partitions. */
export function seedCachePartitions({ metadata, declare }: SeedParts): void {
  for (const { name, xml } of metadata.components('PlatformCachePartition')) {
    declare('PlatformCachePartition', name, {
      DeveloperName: name,
      MasterLabel: text(xml, 'masterLabel') ?? name,
      Description: text(xml, 'description') ?? null,
      IsDefaultPartition: flag(xml, 'isDefaultPartition'),
      Language: 'en_US'
    });
  }
}
