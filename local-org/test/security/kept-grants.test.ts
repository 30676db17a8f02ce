import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { ApexId } from '../../src/kernel/scalars.js';
import { Connection } from '../../src/data/store/connection.js';
import { seedUsers } from '../../src/data/user-definitions.js';
import { facts } from '../async/harness.js';
import { id, World } from '../data/world.js';
import { temporaryFolder } from '../support/cli.js';

const files = {
  'classes/Boxes.cls': 'public class Boxes {}',
  'classes/Boxes.cls-meta.xml': '<ApexClass><apiVersion>67.0</apiVersion></ApexClass>',
  'customPermissions/Sync.customPermission-meta.xml': '<CustomPermission><label>Sync</label></CustomPermission>'
};
const dataFile = () => join(temporaryFolder(), 'org.db');

/** A user with a permission set that grants to read accounts. */
function someone(world: World): { readonly user: ApexId; readonly set: ApexId } {
  const set = id(world.one('PermissionSet', { Name: 'Made', Label: 'Made' }));
  world.insert('ObjectPermissions', { ParentId: set, SobjectType: 'Account', PermissionsRead: true });
  world.data.commit(world.tx);
  world.tx = world.begin();
  const [user] = seedUsers(world.tx, [
    { Username: 'u@x.example', LastName: 'U', profileName: 'Minimum Access - Salesforce', permsets: ['Made'] }
  ]);
  world.data.commit(world.tx);
  world.tx = world.begin();
  return { user: user as ApexId, set };
}

const rights = (world: World, user: ApexId) => world.data.runningUser(user).access;
const may = (world: World, user: ApexId) => ({
  read: rights(world, user).objectAccess('Account', 'read'),
  edit: rights(world, user).objectAccess('Account', 'edit')
});

describe('what the rows of a permission set grant', () => {
  test('is read once as long as they stay as they are', () => {
    const world = new World();
    const { user } = someone(world);
    expect(may(world, user).read).toBe(true);

    const read = vi.spyOn(world.data.connection, 'all');
    expect(may(world, user).read).toBe(true);
    world.insert('Account', { Name: 'x' });
    expect(may(world, user).read).toBe(true);

    expect(read.mock.calls.filter(([sql]) => sql.includes('"FieldPermissions"'))).toEqual([]);
  });

  test('follows changes and rollbacks inside of a transaction', () => {
    const world = new World();
    const { user } = someone(world);
    const { connection } = world.data;
    const change = (sets: string) => connection.run(`UPDATE "ObjectPermissions" SET ${sets}`);
    expect(may(world, user)).toEqual({ read: true, edit: false });

    const savepoint = world.data.savepoint(world.tx);
    change('"PermissionsEdit" = 1');
    expect(may(world, user)).toEqual({ read: true, edit: true });
    world.data.rollback(world.tx, savepoint);
    expect(may(world, user)).toEqual({ read: true, edit: false });
    change('"PermissionsRead" = 0');
    expect(may(world, user)).toEqual({ read: false, edit: false });
    world.data.rollback(world.tx, savepoint);
    expect(may(world, user)).toEqual({ read: true, edit: false });

    connection.run('DELETE FROM "ObjectPermissions"');
    expect(may(world, user).read).toBe(false);
    world.data.abort(world.tx);
    expect(may(world, user).read).toBe(true);
  });

  test('tells a change from another that was rolled back before', () => {
    const world = new World();
    const { user } = someone(world);
    const { connection } = world.data;
    world.data.hold();
    connection.run('UPDATE "ObjectPermissions" SET "PermissionsEdit" = 1');
    expect(may(world, user).edit).toBe(true);
    world.data.endHold();
    world.data.hold();
    connection.run('UPDATE "ObjectPermissions" SET "PermissionsRead" = 0');
    expect(may(world, user)).toEqual({ read: false, edit: false });
    world.data.endHold();
  });

  test('follows what others do with the data file', () => {
    const file = dataFile();
    const world = new World({}, { file });
    const { user, set } = someone(world);
    const other = new World({}, { file });
    expect([may(world, user), may(other, user)]).toEqual([
      { read: true, edit: false },
      { read: true, edit: false }
    ]);

    other.data.connection.begin();
    other.data.connection.run('UPDATE "ObjectPermissions" SET "PermissionsEdit" = 1');
    expect([may(world, user).edit, may(other, user).edit]).toEqual([false, true]);
    other.data.connection.commit();
    expect(may(world, user).edit).toBe(true);

    const more = id(other.one('PermissionSet', { Name: 'More', Label: 'More' }));
    other.insert('ObjectPermissions', { ParentId: more, SobjectType: 'Contact', PermissionsRead: true });
    other.insert('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: more });
    other.data.commit(other.tx);
    expect(rights(world, user).objectAccess('Contact', 'read')).toBe(true);

    other.data.connection.run('DELETE FROM "PermissionSetAssignment" WHERE "PermissionSetId" = ?', [set.value]);
    expect(may(world, user).read).toBe(false);
  });

  test('follows changes in a data file of a time when none were marked', () => {
    const file = dataFile();
    const { user } = someone(new World({}, { file }));
    const old = new Connection(file);
    for (const [name] of old.all("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
      old.exec(`DROP TRIGGER "${String(name)}"`);
    }
    old.exec('DROP TABLE "_grants"; DELETE FROM "_state" WHERE name = \'watched grants\'');

    const world = new World({}, { file });
    expect(may(world, user).edit).toBe(false);
    old.run('UPDATE "ObjectPermissions" SET "PermissionsEdit" = 1');
    old.close();
    expect(may(world, user).edit).toBe(true);
  });

  test.each([
    [
      'FieldPermissions',
      `INSERT INTO "FieldPermissions" ("Id", "ParentId", "SobjectType", "Field", "PermissionsRead") SELECT 'f', "Id", 'Account', 'Account.Rating', 1 FROM "PermissionSet" WHERE "Name" = 'Made'`,
      (world: World, user: ApexId) => rights(world, user).fieldAccess('Account', 'Rating', 'read')
    ],
    [
      'SetupEntityAccess',
      `INSERT INTO "SetupEntityAccess" ("Id", "ParentId", "SetupEntityId") SELECT 's', p."Id", c."Id" FROM "PermissionSet" p, "ApexClass" c WHERE p."Name" = 'Made' AND c."Name" = 'Boxes'`,
      (world: World, user: ApexId) => rights(world, user).classAccess('Boxes')
    ],
    [
      'PermissionSet',
      `UPDATE "PermissionSet" SET "PermissionsViewSetup" = 1 WHERE "Name" = 'Made'`,
      (world: World, user: ApexId) => rights(world, user).userPermission('ViewSetup')
    ]
  ])('follows rows of %s', (_object, sql, granted) => {
    const world = new World(files);
    const { user } = someone(world);
    expect(granted(world, user)).toBe(false);

    world.data.connection.run(sql);

    expect(granted(world, user)).toBe(true);
  });

  test.each([
    ['ApexClass', 'Name', 'Boxes', (world: World, user: ApexId, name: string) => rights(world, user).classAccess(name)],
    [
      'CustomPermission',
      'DeveloperName',
      'Sync',
      (world: World, user: ApexId, name: string) => rights(world, user).customPermission(name)
    ]
  ])('follows the names of %s', (object, column, name, granted) => {
    const world = new World(files);
    const { user } = someone(world);
    world.data.connection.run(
      `INSERT INTO "SetupEntityAccess" ("Id", "ParentId", "SetupEntityId") SELECT 's', p."Id", e."Id" FROM "PermissionSet" p, "${object}" e WHERE p."Name" = 'Made' AND e."${column}" = ?`,
      [name]
    );
    expect(granted(world, user, name)).toBe(true);

    world.data.connection.run(`UPDATE "${object}" SET "${column}" = 'Other'`);

    expect([granted(world, user, name), granted(world, user, 'Other')]).toEqual([false, true]);
  });
});

const members = `
  static User clerk = new User(LastName = 'c', Username = 'c@example.com.x', Email = 'c@example.com', Alias = 'c', TimeZoneSidKey = 'GMT',
    LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US',
    ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id);
  static Boolean may(Boolean edit) {
    Boolean found;
    System.runAs(clerk) {
      found = edit ? Schema.SObjectType.Account.isUpdateable() : Schema.SObjectType.Account.isAccessible();
    }
    return found;
  }
  static ObjectPermissions assign() {
    insert clerk;
    PermissionSet made = new PermissionSet(Name = 'Made', Label = 'Made');
    insert made;
    insert new PermissionSetAssignment(AssigneeId = clerk.Id, PermissionSetId = made.Id);
    return new ObjectPermissions(ParentId = made.Id, SobjectType = 'Account', PermissionsRead = true);
  }`;

facts(
  'A user of a test',
  {},
  [
    [
      'has what its permission sets grant at the moment of System.runAs',
      'Apex Developer Guide, "Using the runAs Method"',
      `ObjectPermissions grant = assign();
     Assert.isFalse(may(false));
     insert grant;
     Assert.isTrue(may(false));
     Assert.isFalse(may(true));
     grant.PermissionsEdit = true;
     update grant;
     Assert.isTrue(may(true));`
    ],
    [
      'has no longer what a rollback took back',
      'Apex Developer Guide, "Transaction Control"',
      `ObjectPermissions grant = assign();
     insert grant;
     Assert.isFalse(may(true));
     Savepoint before = Database.setSavepoint();
     update new ObjectPermissions(Id = grant.Id, PermissionsEdit = true);
     Assert.isTrue(may(true));
     Database.rollback(before);
     Assert.isFalse(may(true));
     update new ObjectPermissions(Id = grant.Id, PermissionsRead = false);
     Assert.isFalse(may(false));`
    ]
  ],
  members
);
