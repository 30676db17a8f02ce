import { type ApexId, ApexTime } from '../../kernel/scalars.js';
import { standardProfiles } from '../../security/standard-profiles.js';
import { needsGrant } from '../../security/user-access.js';
import { automatedProcessType } from '../users/load.js';
import type { SeedParts } from './seed.js';

/** Key of the administrator that every org has. */
export const administratorKey = 'administrator';
/** Key of the user as whom triggers on events and publish callbacks run. */
export const automatedProcessKey = 'autoproc';

/** Keys of licences that are not their names. */
const licenseKeys: Readonly<Record<string, string>> = { Salesforce: 'SFDC', 'Salesforce Platform': 'AUL' };

/** Licences, profiles, the first user, a System Administrator, and business hours around the clock. */
export function seedUsers(parts: SeedParts): void {
  const { catalog, define, info } = parts;
  const licenses = new Map(
    [...new Set(standardProfiles.map(({ license }) => license))].map((name) => [
      name,
      define('UserLicense', name, {
        Name: name,
        MasterLabel: name,
        Status: 'Active',
        TotalLicenses: 100,
        UsedLicenses: 1,
        LicenseDefinitionKey: licenseKeys[name] ?? name
      })
    ])
  );
  for (const name of catalog.profileNames()) {
    const standard = standardProfiles.find((profile) => profile.name === name);
    const license = licenses.get(standard?.license ?? 'Salesforce') ?? null;
    const profile = define('Profile', name, {
      ...catalog.profilePermissions(name, 'Profile'),
      Name: name,
      UserLicenseId: license,
      UserType: standard?.userType ?? 'Standard'
    });
    const set = define('PermissionSet', `profile:${name}`, {
      ...catalog.profilePermissions(name, 'PermissionSet'),
      Name: `X${profile.value}`,
      Label: name,
      IsOwnedByProfile: true,
      IsCustom: standard === undefined,
      ProfileId: profile,
      Type: 'Profile'
    });
    seedObjectRights(parts, name, set);
  }
  const administrator = define('User', administratorKey, {
    FirstName: 'Org',
    LastName: 'Administrator',
    Name: 'Org Administrator',
    Username: 'admin@local-org.example',
    Email: 'admin@local-org.example',
    Alias: 'admin',
    CommunityNickname: 'admin',
    ProfileId: define('Profile', 'System Administrator', { Name: 'System Administrator' }),
    IsActive: true,
    UserType: 'Standard',
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ...(info.multiCurrency && { CurrencyIsoCode: info.currency, DefaultCurrencyIsoCode: info.currency })
  });
  define('PermissionSetAssignment', administratorKey, {
    AssigneeId: administrator,
    PermissionSetId: define('PermissionSet', 'profile:System Administrator', {}),
    IsActive: true
  });
  seedPlatformUsers(parts);
  const midnight = new ApexTime(0);
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  define('BusinessHours', 'default', {
    Name: 'Default',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: 'America/Los_Angeles',
    ...Object.fromEntries(
      days.flatMap((day) => [
        [`${day}StartTime`, midnight],
        [`${day}EndTime`, midnight]
      ])
    )
  });
}

/** The users as whom the platform itself works; they have no profile. */
function seedPlatformUsers({ once, info }: SeedParts): void {
  const user = (key: string, lastName: string, type: string) =>
    once('User', key, {
      LastName: lastName,
      Name: lastName,
      Username: `${key}@${info.id.value}`,
      Email: `${key}@${info.id.value}`,
      Alias: key.slice(0, 8),
      CommunityNickname: `${key}1`,
      IsActive: true,
      UserType: type,
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'ISO-8859-1'
    });
  user(automatedProcessKey, 'Automated Process', automatedProcessType);
  user('cloud', 'Platform Integration User', 'CloudIntegrationUser');
}

/** The rights of a profile on objects, as rows that queries read; what users may do comes from the profile itself. */
function seedObjectRights({ catalog, schema, define, forget }: SeedParts, profile: string, set: ApexId): void {
  forget('ObjectPermissions', 'ParentId', set);
  const rights = catalog.access(profile, []);
  for (const object of schema.objects()) {
    if (!needsGrant(object) || !rights.objectAccess(object.name, 'read')) continue;
    define('ObjectPermissions', `profile:${profile}.${object.name}`, {
      ParentId: set,
      SobjectType: object.name,
      PermissionsRead: true,
      PermissionsCreate: rights.objectAccess(object.name, 'create'),
      PermissionsEdit: rights.objectAccess(object.name, 'edit'),
      PermissionsDelete: rights.objectAccess(object.name, 'delete'),
      PermissionsViewAllRecords: rights.objectAccess(object.name, 'viewAll'),
      PermissionsModifyAllRecords: rights.objectAccess(object.name, 'modifyAll')
    });
  }
}
