import type { Schema } from '../schema/model.js';
import type { ProjectMetadata } from '../schema/metadata.js';
import { children, text } from '../schema/xml.js';
import { permissionsOf, type Permissions } from './permissions.js';
import { standardProfiles, type StandardProfile } from './standard-profiles.js';
import { UserAccess } from './user-access.js';

/** Restrictions that look like permissions: no administrator of a new org has them. */
const notForAdministrators = new Set([
  'PermissionsApiUserOnly',
  'PermissionsBypassMFAForUiLogins',
  'PermissionsForceTwoFactor',
  'PermissionsIsSsoEnabled',
  'PermissionsPasswordNeverExpires',
  'PermissionsTwoFactorApi'
]);

/** Profiles and permission sets of the platform and the project, by name. */
export class PermissionCatalog {
  private readonly schema: Schema;
  private readonly metadata: ProjectMetadata;
  private readonly read = new Map<string, Permissions>();

  constructor(schema: Schema, metadata: ProjectMetadata) {
    this.schema = schema;
    this.metadata = metadata;
  }

  /** The fields of an object that stand for user permissions: `PermissionsViewSetup`. */
  permissionFields(object: 'Profile' | 'PermissionSet'): string[] {
    return [...(this.schema.object(object)?.fields.keys() ?? [])].filter((name) => name.startsWith('Permissions'));
  }

  /** True for each permission field that a profile has switched on. */
  profilePermissions(profile: string, object: 'Profile' | 'PermissionSet'): Record<string, boolean> {
    const rights = this.access(profile, []);
    return Object.fromEntries(
      this.permissionFields(object)
        .filter((field) => !notForAdministrators.has(field) && rights.userPermission(field.slice('Permissions'.length)))
        .map((field) => [field, true])
    );
  }

  /** Names of all profiles: the standard ones and those of the project, each once. */
  profileNames(): string[] {
    const names = new Map(standardProfiles.map(({ name }) => [name.toLowerCase(), name]));
    for (const { name } of this.metadata.components('Profile')) {
      const shown = profileName(name);
      if (!names.has(shown.toLowerCase())) names.set(shown.toLowerCase(), shown);
    }
    return [...names.values()];
  }

  /** Developer name of the record type that the profile gives to new records of an object; undefined for the master record type. */
  defaultRecordType(profile: string, object: string): string | undefined {
    const component = this.metadata
      .components('Profile')
      .find((one) => sameName('Profile', one.name, profile === 'System Administrator' ? 'Admin' : profile));
    for (const visibility of component ? children(component.xml, 'recordTypeVisibilities') : []) {
      const [owner, name] = (text(visibility, 'recordType') ?? '').split('.');
      if (owner === object && text(visibility, 'default') === 'true') return name;
    }
    return undefined;
  }

  permissionSets(): { readonly name: string; readonly label: string; readonly description: string | null }[] {
    return this.metadata.components('PermissionSet').map(({ name, xml }) => ({
      name,
      label: text(xml, 'label') ?? name,
      description: text(xml, 'description') ?? null
    }));
  }

  /** What a permission set of the project grants; undefined for one that only exists as a row. */
  permissionSet(name: string): Permissions | undefined {
    return this.permissions('PermissionSet', name);
  }

  /** Permission sets inside a permission set group. */
  groupMembers(group: string): string[] {
    const xml = this.metadata.component('PermissionSetGroup', group)?.xml;
    return xml ? children(xml, 'permissionSets').map((node) => text(node, 'name') ?? '') : [];
  }

  /** The rights of a user with this profile and these further grants. */
  access(profile: string, grants: readonly Permissions[]): UserAccess {
    const standard = standardProfiles.find(({ name }) => name.toLowerCase() === profile.toLowerCase());
    const own = this.permissions('Profile', profile === 'System Administrator' ? 'Admin' : profile);
    return new UserAccess(this.schema, standard ?? projectProfile(profile), own ? [own, ...grants] : grants);
  }

  private permissions(type: 'PermissionSet' | 'Profile', name: string): Permissions | undefined {
    const key = `${type}.${name.toLowerCase()}`;
    const known = this.read.get(key);
    if (known) return known;
    const component = this.metadata.components(type).find((one) => sameName(type, one.name, name));
    if (!component) return undefined;
    const permissions = permissionsOf(component.xml);
    this.read.set(key, permissions);
    return permissions;
  }
}

function sameName(type: string, file: string, name: string): boolean {
  return (
    file.toLowerCase() === name.toLowerCase() ||
    (type === 'Profile' && profileName(file).toLowerCase() === name.toLowerCase())
  );
}

/** The Metadata API calls some standard profiles otherwise than people do. */
function profileName(file: string): string {
  return (
    {
      Admin: 'System Administrator',
      Standard: 'Standard User',
      ReadOnly: 'Read Only',
      MinimumAccess: 'Minimum Access - Salesforce'
    }[file] ?? file
  );
}

/** A project's own profile grants what its file says and nothing else. */
function projectProfile(name: string): StandardProfile {
  return {
    name,
    license: 'Salesforce',
    administrator: false,
    objects: new Map(),
    standardFields: 'none',
    userPermissions: new Set()
  };
}
