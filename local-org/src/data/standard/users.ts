import type { DmlEnvironment } from '../dml/environment.js';
import type { DmlRow } from '../dml/row.js';
import { personName } from './person-names.js';
import { changed, idAt, type StandardRule } from './rule.js';

/** A user is assigned the permission set behind the profile: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_permissionset.htm */
export const user: StandardRule = {
  ...personName,
  saved(env, rows) {
    for (const row of rows) if (row.id && changed(row, 'ProfileId')) assignProfile(env, row, row.id.value);
  }
};

function assignProfile(env: DmlEnvironment, row: DmlRow, userId: string): void {
  const { connection } = env;
  connection.run(
    'DELETE FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "PermissionSetId" IN (SELECT "Id" FROM "PermissionSet" WHERE "IsOwnedByProfile" = 1)',
    [userId]
  );
  const set = connection.get('SELECT "Id" FROM "PermissionSet" WHERE "ProfileId" = ? AND "IsOwnedByProfile" = 1', [
    idAt(row.record, 'ProfileId')
  ]);
  const [id] = env.sequences.newIds(env.schema.object('PermissionSetAssignment')?.keyPrefix ?? '', 1);
  if (!set || !id) return;
  connection.run(
    'INSERT INTO "PermissionSetAssignment" ("Id", "AssigneeId", "PermissionSetId", "IsActive") VALUES (?, ?, ?, 1)',
    [id.value, userId, String(set[0])]
  );
}
