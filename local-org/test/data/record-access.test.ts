import { expect, test } from 'vitest';
import { seedUsers } from '../../src/data/user-definitions.js';
import type { ApexId } from '../../src/kernel/scalars.js';
import { id, plain, record, World } from './world.js';

const files = {
  'objects/Box__c/Box__c.object-meta.xml':
    '<CustomObject><label>Box</label><sharingModel>Private</sharingModel><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  'permissionsets/Boxes.permissionset-meta.xml':
    '<PermissionSet><label>Boxes</label><objectPermissions><object>Box__c</object><allowRead>true</allowRead><allowCreate>true</allowCreate><allowEdit>true</allowEdit></objectPermissions></PermissionSet>'
};

function user(world: World, role: ApexId | null = null): ApexId {
  const [made] = seedUsers(world.begin(), [
    { Username: `u${Math.random()}@x.example`, LastName: 'U', profileName: 'Standard User', permsets: 'Boxes' }
  ]);
  if (role) world.data.writeRow(world.tx, 'User', made as ApexId, { UserRoleId: role });
  return made as ApexId;
}

const box = (world: World, name: string, owner: ApexId) => id(world.one('Box__c', { Name: name, OwnerId: owner }));

test('UserRecordAccess says what a user may do with each record', () => {
  const world = new World(files);
  const [me, other] = [user(world), user(world)];
  world.tx = world.begin();
  const [own, shared, hidden] = [box(world, 'own', me), box(world, 'shared', other), box(world, 'hidden', other)];
  world.dml('insert', record('Box__Share', { ParentId: shared, UserOrGroupId: me, AccessLevel: 'Read' }));
  const rights = (userId: ApexId) =>
    world
      .query(
        'SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :u AND RecordId IN (:a, :b, :c)',
        { u: userId, a: own, b: shared, c: hidden }
      )
      .map((row) => [...row.fields.values()].map(plain).slice(0, 5));

  expect(rights(me)).toEqual([
    [own.value, true, true, false, 'Edit'],
    [shared.value, true, false, false, 'Read'],
    [hidden.value, false, false, false, 'None']
  ]);
  expect(rights(world.data.administratorId).map(([, ...kinds]) => kinds)).toEqual([
    [true, true, true, 'All'],
    [true, true, true, 'All'],
    [true, true, true, 'All']
  ]);
});

test('users see the records of those below them in the hierarchy of roles', () => {
  const world = new World(files);
  const role = (name: string, parent: ApexId | null) =>
    world.data.writeRow(world.tx, 'UserRole', null, { Name: name, DeveloperName: name, ParentRoleId: parent });
  const top = role('Top', null);
  const middle = role('Middle', top);
  const low = role('Low', middle);
  const [boss, manager, worker, stranger] = [user(world, top), user(world, middle), user(world, low), user(world)];
  world.tx = world.begin();
  box(world, 'of worker', worker);
  box(world, 'of boss', boss);
  const seenBy = (userId: ApexId) => {
    world.tx = world.begin(userId);
    return world.rows('SELECT Name FROM Box__c ORDER BY Name', {}, { mode: 'system', sharing: true });
  };

  world.data.commit(world.tx);
  expect([boss, manager, worker, stranger].map(seenBy)).toEqual([
    ['of boss', 'of worker'],
    ['of worker'],
    ['of worker'],
    []
  ]);
});
