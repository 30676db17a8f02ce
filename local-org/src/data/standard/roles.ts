import { textAt, type StandardRule } from './rule.js';
import { insertRow } from './insert-row.js';

/** The groups that stand for a role: its users, and those of the roles below it too (Object Reference, "Group"). */
export const groupsOfRole = ['Role', 'RoleAndSubordinates'] as const;

/** A role brings its groups, and takes them along. */
export const role: StandardRule = {
  saved(env, rows) {
    for (const { id, old, record } of rows) {
      for (const type of id && !old ? groupsOfRole : [])
        insertRow(env, 'Group', {
          DeveloperName: textAt(record, 'DeveloperName'),
          Type: type,
          RelatedId: id?.value ?? null
        });
    }
  },
  deleted(env, rows) {
    for (const { id } of rows) env.connection.run('DELETE FROM "Group" WHERE "RelatedId" = ?', [id?.value ?? null]);
  }
};
