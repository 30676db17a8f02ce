import type { Permissions } from '../../security/permissions.js';
import type { Connection } from '../store/connection.js';
import { grantsOfRows } from './granted-rows.js';

/** Tables whose rows say what permission sets grant. */
const watched = [
  'ApexClass',
  'CustomPermission',
  'FieldPermissions',
  'ObjectPermissions',
  'PermissionSet',
  'SetupEntityAccess'
];

/**
 * Has the data file change a token with each of these rows, whoever changes it. A random one, not a count: a change that is rolled
 * back takes its token along, and no later change comes to the same.
 */
export function watchGrants(connection: Connection): void {
  connection.exec(
    'CREATE TABLE "_grants" (token BLOB NOT NULL); INSERT INTO "_grants" VALUES (randomblob(16));' +
      watched.map((table) => ['INSERT', 'UPDATE', 'DELETE'].map((change) => trigger(table, change)).join('')).join('')
  );
}

const trigger = (table: string, change: string): string =>
  `CREATE TRIGGER "_grants.${table}.${change}" AFTER ${change} ON "${table}" BEGIN UPDATE "_grants" SET token = randomblob(16); END;`;

/**
 * What the rows under permission sets grant, read again once any of them changed: each transaction asks for its user's, and there
 * are thousands of rows.
 */
export class GrantCache {
  private readonly connection: Connection;
  private readonly permissionFields: readonly string[];
  private readonly known = new Map<string, Permissions>();
  private token = '';

  constructor(connection: Connection, permissionFields: readonly string[]) {
    this.connection = connection;
    this.permissionFields = permissionFields;
  }

  of(permissionSet: string): Permissions {
    const token = String(this.connection.get('SELECT hex(token) FROM "_grants"')?.[0]);
    if (token !== this.token) {
      this.known.clear();
      this.token = token;
    }
    let grants = this.known.get(permissionSet);
    if (!grants) {
      grants = grantsOfRows(this.connection, permissionSet, this.permissionFields);
      this.known.set(permissionSet, grants);
    }
    return grants;
  }
}
