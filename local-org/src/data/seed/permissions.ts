import type { ApexId } from '../../kernel/scalars.js';
import type { Permissions } from '../../security/permissions.js';
import type { RowFields } from '../store/system-rows.js';
import type { SeedParts } from './seed.js';

/** Rows of the project's permission sets, groups and custom permissions, and of what they grant. */
export function seedPermissions(parts: SeedParts): void {
  const { catalog, define, declare, metadata, forget } = parts;
  for (const { name, xml } of metadata.components('CustomPermission')) {
    declare('CustomPermission', name, { DeveloperName: name, MasterLabel: String(xml['label'] ?? name) });
  }
  const sets = new Map<string, ApexId>();
  for (const { name, label, description } of catalog.permissionSets()) {
    const id = declare('PermissionSet', name, {
      Name: name,
      Label: label,
      Description: description,
      IsOwnedByProfile: false,
      IsCustom: true,
      Type: 'Regular'
    });
    sets.set(name.toLowerCase(), id);
    for (const object of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess']) forget(object, 'ParentId', id);
    const permissions = catalog.permissionSet(name);
    if (permissions) seedGrants(parts, name, id, permissions);
  }
  for (const { name, xml } of metadata.components('PermissionSetGroup')) {
    const group = declare('PermissionSetGroup', name, {
      DeveloperName: name,
      MasterLabel: String(xml['label'] ?? name)
    });
    for (const member of catalog.groupMembers(name)) {
      const set = sets.get(member.toLowerCase());
      if (!set) continue;
      define('PermissionSetGroupComponent', `${name}.${member}`, { PermissionSetGroupId: group, PermissionSetId: set });
    }
  }
}

function seedGrants({ define, schema, metadata }: SeedParts, set: string, id: ApexId, permissions: Permissions): void {
  for (const [object, grant] of permissions.objects) {
    const name = schema.object(object)?.name;
    if (!name) continue;
    define('ObjectPermissions', `${set}.${name}`, {
      ParentId: id,
      SobjectType: name,
      PermissionsRead: grant.read,
      PermissionsCreate: grant.create,
      PermissionsEdit: grant.edit,
      PermissionsDelete: grant.delete,
      PermissionsViewAllRecords: grant.viewAll,
      PermissionsModifyAllRecords: grant.modifyAll
    });
  }
  for (const [key, grant] of permissions.fields) {
    const [object = '', field = ''] = key.split('.');
    const name = schema.object(object)?.name;
    const fieldName = schema.field(object, field)?.name;
    if (!name || !fieldName) continue;
    define('FieldPermissions', `${set}.${name}.${fieldName}`, {
      ParentId: id,
      SobjectType: name,
      Field: `${name}.${fieldName}`,
      PermissionsRead: grant.read,
      PermissionsEdit: grant.edit
    });
  }
  const entity = (type: 'ApexClass' | 'CustomPermission', names: ReadonlySet<string>) => {
    for (const wanted of names) {
      const component = metadata.component(type, wanted);
      if (!component) continue;
      const label: RowFields =
        type === 'CustomPermission'
          ? { DeveloperName: component.name, MasterLabel: component.name }
          : { Name: component.name };
      define('SetupEntityAccess', `${set}.${type}.${component.name}`, {
        ParentId: id,
        SetupEntityId: define(type, component.name, label),
        SetupEntityType: type
      });
    }
  };
  entity('ApexClass', permissions.classes);
  entity('CustomPermission', permissions.customPermissions);
}
