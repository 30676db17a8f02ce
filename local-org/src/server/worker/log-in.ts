import { ApexId } from '../../kernel/scalars.js';
import type { LocalOrg } from '../../org/local-org.js';

/**
 * The active user of that name. Without a name: whom a new visitor is, the first user that was loaded into the org, else the
 * administrator that every org has.
 */
export function logIn(org: LocalOrg, username: string | null): { userId: string; username: string } | null {
  const condition = username === null ? '' : ' AND "Username" = ? COLLATE NOCASE';
  const administrator = org.data.administratorId.value;
  const [row] = org.data.connection.all(
    `SELECT "Id", "Username" FROM "User" WHERE "IsActive" = 1${condition} ORDER BY "Id" = ?, "CreatedDate", "Id" LIMIT 1`,
    [...(username === null ? [] : [username]), administrator]
  );
  const [id, name] = row ?? [];
  return typeof id === 'string' && ApexId.parse(id) ? { userId: id, username: String(name) } : null;
}
