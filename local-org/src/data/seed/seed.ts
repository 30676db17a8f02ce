import type { OrgInfo } from '../../kernel/services.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { ProjectMetadata } from '../../schema/metadata.js';
import type { Schema } from '../../schema/model.js';
import type { PermissionCatalog } from '../../security/profiles.js';
import type { Statuses } from '../standard/statuses.js';
import { stableId, type RowFields, type SystemRows } from '../store/system-rows.js';
import { seedCachePartitions } from './cache-partitions.js';
import { seedCode } from './code.js';
import { seedCustomMetadata } from './custom-metadata.js';
import { seedEntityDefinitions } from './entity-definitions.js';
import { seedPermissions } from './permissions.js';
import { seedStatuses } from './statuses.js';
import { administratorKey, seedUsers } from './users.js';

export interface SeedParts {
  readonly schema: Schema;
  readonly metadata: ProjectMetadata;
  readonly catalog: PermissionCatalog;
  readonly statuses: Statuses;
  readonly info: OrgInfo;
  /** Takes metadata that makes no row because it cannot be read. */
  readonly problems: Error[];
  readonly define: (object: string, key: string, fields: RowFields) => ApexId;
  /** Takes out rows that earlier metadata defined: all, or those with this id in the field. */
  readonly forget: (object: string, field?: string, id?: ApexId) => void;
}

/** Makes the rows that an org has from the start, and those that stand for its metadata. Runs again whenever the metadata changed. */
export function seed(rows: SystemRows, parts: Omit<SeedParts, 'define' | 'forget'>, now: number): void {
  const administrator = stableId(parts.schema.object('User')?.keyPrefix ?? '', administratorKey);
  const define: SeedParts['define'] = (object, key, fields) => rows.define(object, key, fields, now, administrator);
  const all: SeedParts = { ...parts, define, forget: (object, field, id) => rows.forget(object, field, id) };
  seedOrganization(rows, all, now);
  seedUsers(all);
  seedPermissions(all);
  seedStatuses(all);
  seedCustomMetadata(all);
  seedCode(all);
  seedCachePartitions(all);
  seedEntityDefinitions(all);
  define('Pricebook2', 'standard', { Name: 'Standard Price Book', IsActive: true, IsStandard: true });
}

/** The organization's row carries the id that the org was given, so it is written once and then changed. */
function seedOrganization(rows: SystemRows, { info }: SeedParts, now: number): void {
  rows.defineWithId(
    'Organization',
    info.id,
    {
      Name: info.name,
      IsSandbox: info.sandbox,
      OrganizationType: 'Developer Edition',
      InstanceName: 'LOCAL',
      LanguageLocaleKey: 'en_US',
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: 'America/Los_Angeles',
      FiscalYearStartMonth: 1
    },
    now
  );
}
