import type { OrgInfo } from '../../kernel/services.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { ProjectMetadata } from '../../schema/metadata.js';
import type { Schema } from '../../schema/model.js';
import type { PermissionCatalog } from '../../security/profiles.js';
import type { Statuses } from '../standard/statuses.js';
import { stableId, type RowFields, type SystemRows } from '../store/system-rows.js';
import { seedCachePartitions } from './cache-partitions.js';
import { seedApprovals } from './approvals.js';
import { seedApps } from './apps.js';
import { seedCode } from './code.js';
import { seedCustomMetadata } from './custom-metadata.js';
import { seedDeclared } from './declared.js';
import { seedEntityDefinitions } from './entity-definitions.js';
import { seedFlows } from './flows.js';
import { seedFolders } from './folders.js';
import { seedGroups } from './groups.js';
import { seedCurrencies, seedFiscalYears, seedOrganization } from './organization.js';
import { seedPermissions } from './permissions.js';
import { seedRoles } from './roles.js';
import { seedStatuses } from './statuses.js';
import { seedSubscribers } from './subscribers.js';
import { administratorKey, seedUsers } from './users.js';

export interface SeedParts {
  readonly schema: Schema;
  readonly metadata: ProjectMetadata;
  readonly catalog: PermissionCatalog;
  readonly statuses: Statuses;
  readonly info: OrgInfo;
  readonly administrator: ApexId;
  /** Takes metadata that makes no row because it cannot be read. */
  readonly problems: Error[];
  readonly define: (object: string, key: string, fields: RowFields) => ApexId;
  /** The same for what the project's metadata declares: the row carries its namespace. */
  readonly declare: (object: string, key: string, fields: RowFields) => ApexId;
  /** Makes the row unless it is there: afterwards it belongs to the users of the org. */
  readonly once: (object: string, key: string, fields: RowFields) => ApexId;
  /** Takes out rows that earlier metadata defined: all, or those with this id in the field. */
  readonly forget: (object: string, field?: string, id?: ApexId) => void;
  /** Takes out the records of a custom metadata type that files have made. */
  readonly forgetFiled: (object: string) => void;
}

/** Makes the rows that an org has from the start, and those that stand for its metadata. Runs again whenever the metadata changed. */
export function seed(
  rows: SystemRows,
  parts: Omit<SeedParts, 'administrator' | 'define' | 'declare' | 'forget' | 'forgetFiled' | 'once'>,
  now: number
): void {
  const administrator = stableId(parts.schema.object('User')?.keyPrefix ?? '', administratorKey);
  const define: SeedParts['define'] = (object, key, fields) => rows.define(object, key, fields, now, administrator);
  const prefix = parts.schema.namespace.name;
  const declare: SeedParts['declare'] = (object, key, fields) => {
    const named = prefix !== '' && parts.schema.object(object)?.fields.has('NamespacePrefix');
    return define(object, key, named ? { NamespacePrefix: prefix, ...fields } : fields);
  };
  const once: SeedParts['once'] = (object, key, fields) => rows.defineOnce(object, key, fields, now, administrator);
  const forget: SeedParts['forget'] = (object, field, id) => rows.forget(object, field, id);
  const forgetFiled: SeedParts['forgetFiled'] = (object) => rows.forgetFiled(object);
  const all: SeedParts = { ...parts, administrator, define, declare, once, forget, forgetFiled };
  seedOrganization(rows, all, now);
  seedUsers(all);
  seedRoles(all);
  seedGroups(all);
  seedFiscalYears(all, now);
  seedCurrencies(all);
  seedPermissions(all);
  seedStatuses(all);
  seedCustomMetadata(all);
  seedCode(all);
  seedCachePartitions(all);
  seedSubscribers(all);
  seedDeclared(all);
  seedApps(all);
  seedFolders(all);
  seedFlows(all);
  seedApprovals(all);
  seedEntityDefinitions(all);
  define('Pricebook2', 'standard', { Name: 'Standard Price Book', IsActive: true, IsStandard: true });
}
