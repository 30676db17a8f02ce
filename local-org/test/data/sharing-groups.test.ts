import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedUsers } from '../../src/data/user-definitions.js';
import type { ApexId } from '../../src/kernel/scalars.js';
import { id, record, World } from './world.js';

/** Object Reference, "Group" and "GroupMember"; roles: Top above Middle above Low, and Aside. */
const files = {
  'objects/Box__c/Box__c.object-meta.xml':
    '<CustomObject><label>Box</label><sharingModel>Private</sharingModel><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  'permissionsets/Boxes.permissionset-meta.xml':
    '<PermissionSet><label>Boxes</label><objectPermissions><object>Box__c</object><allowRead>true</allowRead></objectPermissions></PermissionSet>'
};
const people = ['Top', 'Middle', 'Low', 'Aside', 'None'] as const;
type Person = (typeof people)[number];

let world: World;
const users = new Map<string, ApexId>();

beforeAll(() => {
  world = new World(files, { cleanUp: (work) => afterAll(work) });
  const roles = new Map<string, ApexId>();
  for (const [name, parent] of [['Top'], ['Middle', 'Top'], ['Low', 'Middle'], ['Aside']] as const) {
    const role = { Name: name, DeveloperName: name, ParentRoleId: roles.get(parent ?? '') ?? null };
    roles.set(name, id(world.one('UserRole', role)));
  }
  seedUsers(
    world.begin(),
    people.map((name) => ({
      Username: `${name}@x.example`,
      LastName: name,
      profileName: 'Standard User',
      permsets: 'Boxes'
    }))
  ).forEach((made, index) => {
    const name = people[index] as Person;
    users.set(name, made as ApexId);
    world.data.writeRow(world.tx, 'User', made as ApexId, { UserRoleId: roles.get(name) ?? null });
  });
  world.data.commit(world.tx);
});

const groupOf = (type: string, role: string): ApexId =>
  id(
    world.query(
      `SELECT Id FROM Group WHERE Type = '${type}' AND RelatedId IN (SELECT Id FROM UserRole WHERE DeveloperName = '${role}')`
    )[0]
  );

/** A public group; its members are people or groups. */
function group(members: readonly (ApexId | undefined)[], bosses = false, type = 'Regular'): ApexId {
  const name = `G${Math.random()}`.replace('.', '');
  const made = id(world.one('Group', { Name: name, DeveloperName: name, Type: type, DoesIncludeBosses: bosses }));
  for (const member of members) world.one('GroupMember', { GroupId: made, UserOrGroupId: member ?? null });
  return made;
}

const user = (name: Person): ApexId | undefined => users.get(name);

test.each<[string, () => ApexId | undefined, readonly Person[]]>([
  ['a user, and those above', () => user('Low'), ['Top', 'Middle', 'Low']],
  ['a role, and those above', () => groupOf('Role', 'Middle'), ['Top', 'Middle']],
  ['a role and subordinates', () => groupOf('RoleAndSubordinates', 'Middle'), ['Top', 'Middle', 'Low']],
  ['a public group', () => group([user('Low')]), ['Low']],
  ['a public group with access by hierarchy', () => group([user('Low')], true), ['Top', 'Middle', 'Low']],
  ['a group in a group', () => group([group([user('Aside')]), user('None')]), ['Aside', 'None']],
  ['a role in a group', () => group([groupOf('Role', 'Low')]), ['Low']],
  [
    'a role and subordinates in a group in a group',
    () => group([group([groupOf('RoleAndSubordinates', 'Middle')])]),
    ['Middle', 'Low']
  ],
  ['all internal users', () => id(world.query(`SELECT Id FROM Group WHERE Type = 'Organization'`)[0]), people]
])('what is shared with %s is seen by the right ones', (_, shareWith, expected) => {
  world.tx = world.begin();
  const target = shareWith();
  world.data.commit(world.tx);
  world.tx = world.begin();
  const box = id(world.one('Box__c', { Name: 'box', OwnerId: world.data.administratorId }));
  world.dml('insert', record('Box__Share', { ParentId: box, UserOrGroupId: target ?? null, AccessLevel: 'Read' }));
  world.data.commit(world.tx);

  const seen = people.filter((name) => {
    world.tx = world.begin(user(name));
    return world.query('SELECT Id FROM Box__c WHERE Id = :box', { box }, { mode: 'system', sharing: true }).length > 0;
  });

  expect(seen).toEqual(expected);
});
