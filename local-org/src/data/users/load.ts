import { queryException } from '../../runtime/exceptions.js';
import { ApexId } from '../../kernel/scalars.js';
import type { OrgInfo, RunningUser } from '../../kernel/services.js';
import type { Permissions } from '../../security/permissions.js';
import type { PermissionCatalog } from '../../security/profiles.js';
import type { Connection } from '../store/connection.js';
import type { GrantCache } from './grant-cache.js';

const userColumns = `u."Id", u."Name", u."Username", u."Email", u."ProfileId", p."Name", u."TimeZoneSidKey", u."LocaleSidKey", u."LanguageLocaleKey", u."UserType"`;

/** User type of the platform's own user, which has no profile and may do everything. */
export const automatedProcessType = 'AutomatedProcess';

/** Reads a user with its rights: profile, assigned permission sets (also through groups), and rows that Apex wrote for them. */
export function loadUser(
  connection: Connection,
  catalog: PermissionCatalog,
  grants: GrantCache,
  info: OrgInfo,
  id: ApexId
): RunningUser {
  const currency = info.multiCurrency ? 'u."DefaultCurrencyIsoCode"' : 'NULL';
  const row = connection.get(
    `SELECT ${userColumns}, ${currency} FROM "User" u LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?`,
    [id.value]
  );
  if (!row) throw queryException(`There is no user with the id ${id.value}.`);
  const [, name, userName, email, profileId, profileName, timeZone, locale, language, type, ownCurrency] = row.map(
    (value) => (value === null ? '' : String(value))
  );
  return {
    id,
    name: name ?? '',
    userName: userName ?? '',
    email: email ?? '',
    profileId: ApexId.parse(profileId ?? '') ?? id,
    profileName: profileName ?? '',
    timeZone: timeZone || 'America/Los_Angeles',
    locale: locale || 'en_US',
    language: language || 'en_US',
    currency: ownCurrency || info.currency,
    access: catalog.access(
      type === automatedProcessType ? 'System Administrator' : (profileName ?? ''),
      assignedGrants(connection, catalog, grants, id)
    )
  };
}

function assignedGrants(
  connection: Connection,
  catalog: PermissionCatalog,
  grants: GrantCache,
  user: ApexId
): Permissions[] {
  const sets = connection.all(
    `SELECT s."Id", s."Name" FROM "PermissionSetAssignment" a
     LEFT JOIN "PermissionSetGroupComponent" c ON c."PermissionSetGroupId" = a."PermissionSetGroupId"
     JOIN "PermissionSet" s ON s."Id" = COALESCE(a."PermissionSetId", c."PermissionSetId")
     WHERE a."AssigneeId" = ? AND s."IsOwnedByProfile" = 0`,
    [user.value]
  );
  return sets.flatMap(([id, name]) => {
    const own = catalog.permissionSet(String(name));
    const rows = grants.of(String(id));
    return own ? [own, rows] : [rows];
  });
}
