import type { FieldGrant, ObjectGrant, Permissions } from '../../security/permissions.js';
import type { Connection } from '../store/connection.js';

/** What the rows under a permission set grant: ObjectPermissions, FieldPermissions and SetupEntityAccess. */
export function grantsOfRows(
  connection: Connection,
  permissionSet: string,
  permissionFields: readonly string[]
): Permissions {
  const of = (sql: string) => connection.all(sql, [permissionSet]);
  const names = (type: string, column: string) =>
    new Set(
      of(
        `SELECT e."${column}" FROM "SetupEntityAccess" a JOIN "${type}" e ON e."Id" = a."SetupEntityId" WHERE a."ParentId" = ?`
      ).map(([name]) => String(name).toLowerCase())
    );
  return {
    objects: new Map(
      of(
        'SELECT "SobjectType", "PermissionsRead", "PermissionsCreate", "PermissionsEdit", "PermissionsDelete", "PermissionsViewAllRecords", "PermissionsModifyAllRecords" FROM "ObjectPermissions" WHERE "ParentId" = ?'
      ).map(([object, ...flags]) => [String(object).toLowerCase(), objectGrant(flags.map((flag) => flag === 1))])
    ),
    fields: new Map(
      of('SELECT "Field", "PermissionsRead", "PermissionsEdit" FROM "FieldPermissions" WHERE "ParentId" = ?').map(
        ([field, read, edit]): [string, FieldGrant] => [
          String(field).toLowerCase(),
          { read: read === 1 || edit === 1, edit: edit === 1 }
        ]
      )
    ),
    classes: names('ApexClass', 'Name'),
    customPermissions: names('CustomPermission', 'DeveloperName'),
    userPermissions: userPermissions(connection, permissionSet, permissionFields),
    tabs: new Set(),
    externalCredentials: new Set()
  };
}

/** `PermissionsViewSetup` of the row is the user permission ViewSetup. */
function userPermissions(connection: Connection, permissionSet: string, fields: readonly string[]): Set<string> {
  if (fields.length === 0) return new Set();
  const columns = fields.map((name) => `"${name}"`).join(', ');
  const row = connection.get(`SELECT ${columns} FROM "PermissionSet" WHERE "Id" = ?`, [permissionSet]) ?? [];
  return new Set(fields.flatMap((name, i) => (row[i] === 1 ? [name.slice('Permissions'.length).toLowerCase()] : [])));
}

function objectGrant(flags: readonly boolean[]): ObjectGrant {
  const [read = false, create = false, edit = false, remove = false, viewAll = false, modifyAll = false] = flags;
  return {
    read: read || modifyAll,
    create,
    edit: edit || modifyAll,
    delete: remove || modifyAll,
    viewAll: viewAll || modifyAll,
    modifyAll
  };
}
