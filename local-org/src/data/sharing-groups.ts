import type { RunningUser } from '../kernel/services.js';
import type { TranslationContext } from './translate/context.js';

/** Groups whose access always goes up the hierarchy of roles; public groups say so themselves ("Grant Access Using Hierarchies"). */
const withBosses = `'Role', 'RoleAndSubordinates', 'RoleAndSubordinatesInternal', 'Queue'`;

/**
 * Whose rows, and whose shares, are a user's: the user; all users whose roles are below its own; the groups the user is in,
 * directly, as holder of a role, or because a group is a member of another; and groups of users below that share with their bosses
 * (Object Reference, "Group" and "GroupMember").
 */
export function mineSql(user: RunningUser, context: TranslationContext): string {
  const me = context.param(user.id.value);
  return (
    `(WITH RECURSIVE my_role(id) AS (SELECT "UserRoleId" FROM "User" WHERE "Id" = ${me} AND "UserRoleId" IS NOT NULL), ` +
    `below(id) AS (SELECT r."Id" FROM "UserRole" r JOIN my_role m ON r."ParentRoleId" = m.id ` +
    `UNION SELECT r."Id" FROM "UserRole" r JOIN below b ON r."ParentRoleId" = b.id), ` +
    `people(id, role, own) AS (SELECT "Id", "UserRoleId", 1 FROM "User" WHERE "Id" = ${me} ` +
    `UNION ALL SELECT u."Id", u."UserRoleId", 0 FROM "User" u WHERE u."UserRoleId" IN (SELECT id FROM below)), ` +
    `held(role, within, own) AS (SELECT DISTINCT role, role, own FROM people WHERE role IS NOT NULL ` +
    `UNION SELECT h.role, r."ParentRoleId", h.own FROM held h JOIN "UserRole" r ON r."Id" = h.within WHERE r."ParentRoleId" IS NOT NULL), ` +
    `grouped(id, own) AS (SELECT m."GroupId", p.own FROM people p JOIN "GroupMember" m ON m."UserOrGroupId" = p.id ` +
    `UNION SELECT g."Id", h.own FROM held h JOIN "Group" g ON g."RelatedId" = h.within ` +
    `WHERE g."Type" IN ('RoleAndSubordinates', 'RoleAndSubordinatesInternal') OR (g."Type" = 'Role' AND h.within = h.role) ` +
    `UNION SELECT g."Id", 1 FROM "Group" g, "User" u JOIN "Profile" f ON f."Id" = u."ProfileId" ` +
    `WHERE g."Type" = 'Organization' AND u."Id" = ${me} AND f."UserType" = 'Standard' ` +
    `UNION SELECT m."GroupId", g.own FROM grouped g JOIN "GroupMember" m ON m."UserOrGroupId" = g.id) ` +
    `SELECT id FROM people UNION SELECT d.id FROM grouped d JOIN "Group" g ON g."Id" = d.id ` +
    `WHERE d.own = 1 OR g."DoesIncludeBosses" = 1 OR g."Type" IN (${withBosses}))`
  );
}
