import { describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { SObjectValue } from '../../src/kernel/sobject.js';
import type { ApexId } from '../../src/kernel/scalars.js';
import { seedUsers } from '../../src/data/user-definitions.js';
import { field } from '../schema/project.js';
import { id, record, userMode, World } from '../data/world.js';

const files = {
  'objects/Box__c/Box__c.object-meta.xml':
    '<CustomObject><label>Box</label><sharingModel>Private</sharingModel><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
  'objects/Box__c/fields/Secret__c.field-meta.xml': field(
    '<fullName>Secret__c</fullName><label>Secret</label><type>Text</type><length>20</length>'
  ),
  'objects/Box__c/fields/Open__c.field-meta.xml': field(
    '<fullName>Open__c</fullName><label>Open</label><type>Text</type><length>20</length>'
  ),
  'customPermissions/Sync.customPermission-meta.xml': '<CustomPermission><label>Sync</label></CustomPermission>',
  'classes/Boxes.cls': 'public class Boxes {}',
  'classes/Boxes.cls-meta.xml': '<ApexClass><apiVersion>67.0</apiVersion></ApexClass>',
  'permissionsets/Reader.permissionset-meta.xml':
    '<PermissionSet><label>Reader</label><objectPermissions><object>Box__c</object><allowRead>true</allowRead><allowCreate>true</allowCreate><allowEdit>true</allowEdit></objectPermissions><fieldPermissions><field>Box__c.Open__c</field><readable>true</readable><editable>true</editable></fieldPermissions><classAccesses><apexClass>Boxes</apexClass><enabled>true</enabled></classAccesses><customPermissions><name>Sync</name><enabled>true</enabled></customPermissions><tabSettings><tab>Boxes</tab><visibility>Visible</visibility></tabSettings><externalCredentialPrincipalAccesses><enabled>true</enabled><externalCredentialPrincipal>Erp-Main</externalCredentialPrincipal></externalCredentialPrincipalAccesses></PermissionSet>'
};

function user(world: World, definition: Record<string, unknown>): ApexId {
  const tx = world.begin();
  const [made] = seedUsers(tx, [{ Username: `u${Math.random()}@x.example`, LastName: 'U', ...definition }]);
  world.data.commit(tx);
  return made as ApexId;
}

const reader = (world: World) => user(world, { profileName: 'Minimum Access - Salesforce', permsets: ['Reader'] });

function thrown(work: () => unknown): ApexThrow['exception'] {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('rights', () => {
  test('are the sum of profile and permission sets', () => {
    const world = new World(files);
    const { access } = world.data.runningUser(reader(world));
    const none = world.data.runningUser(user(world, { profileName: 'Minimum Access - Salesforce' })).access;
    const admin = world.data.runningUser(world.data.administratorId).access;

    expect([
      access.objectAccess('box__c', 'read'),
      access.objectAccess('Box__c', 'delete'),
      none.objectAccess('Box__c', 'read')
    ]).toEqual([true, false, false]);
    expect([
      access.fieldAccess('Box__c', 'Open__c', 'edit'),
      access.fieldAccess('Box__c', 'Secret__c', 'read'),
      access.fieldAccess('Box__c', 'Name', 'edit')
    ]).toEqual([true, false, true]);
    expect([access.classAccess('Boxes'), none.classAccess('Boxes'), admin.classAccess('Boxes')]).toEqual([
      true,
      false,
      true
    ]);
    expect([access.customPermission('sync'), none.customPermission('Sync'), admin.customPermission('Sync')]).toEqual([
      true,
      false,
      false
    ]);
    expect([access.tabVisible('Boxes'), none.tabVisible('Boxes')]).toEqual([true, false]);
    expect([access.externalCredentialPrincipal('Erp'), none.externalCredentialPrincipal('Erp')]).toEqual([true, false]);
    expect([admin.objectAccess('Box__c', 'modifyAll'), admin.userPermission('ModifyAllData')]).toEqual([true, true]);
  });

  test.each([
    ['Standard User', 'Order', 'create', true],
    ['Standard User', 'OrderItem', 'create', true],
    ['Standard User', 'Product2', 'create', false],
    ['Standard User', 'Product2', 'read', true],
    ['Standard User', 'Box__c', 'read', false],
    ['Standard User', 'ContentDistribution', 'create', true],
    ['Read Only', 'Account', 'read', true],
    ['Read Only', 'Account', 'edit', false],
    ['Minimum Access - Salesforce', 'Account', 'read', false],
    ['Minimum Access - Salesforce', 'User', 'read', true],
    ['Minimum Access - Salesforce', 'User', 'edit', false],
    ['System Administrator', 'User', 'edit', true]
  ] as const)('%s: %s %s is %s', (profileName, object, kind, expected) => {
    const world = new World(files);

    expect(world.data.runningUser(user(world, { profileName })).access.objectAccess(object, kind)).toBe(expected);
  });

  /** Object Reference, "Account": "only available to organizations that use Data.com Prospector or Data.com Clean". */
  test('fields of Data.com are hidden from all profiles but the administrator’s', () => {
    const world = new World(files);
    const access = (profileName: string) => world.data.runningUser(user(world, { profileName })).access;
    const marketing = access('Marketing User');

    expect([
      marketing.fieldAccess('Account', 'Tradestyle', 'read'),
      marketing.fieldAccess('Account', 'Phone', 'edit'),
      access('System Administrator').fieldAccess('Account', 'Tradestyle', 'edit')
    ]).toEqual([false, true, true]);
  });

  test('a permission on an address is one on its parts', () => {
    const world = new World({
      'permissionsets/Addresses.permissionset-meta.xml':
        '<PermissionSet><label>A</label><objectPermissions><object>Account</object><allowRead>true</allowRead></objectPermissions><fieldPermissions><field>Account.ShippingAddress</field><readable>true</readable></fieldPermissions></PermissionSet>'
    });
    const { access } = world.data.runningUser(
      user(world, { profileName: 'Minimum Access - Salesforce', permsets: ['Addresses'] })
    );

    expect(['ShippingCity', 'BillingCity', 'Name'].map((name) => access.fieldAccess('Account', name, 'read'))).toEqual([
      true,
      false,
      true
    ]);
  });

  test('rows that Apex writes for a permission set grant rights too', () => {
    const world = new World(files);
    const person = user(world, { profileName: 'Minimum Access - Salesforce' });
    const set = world.one('PermissionSet', { Name: 'Made', Label: 'Made' });
    world.insert('ObjectPermissions', { ParentId: id(set), SobjectType: 'Account', PermissionsRead: true });
    world.insert('PermissionSetAssignment', { AssigneeId: person, PermissionSetId: id(set) });

    expect(world.data.runningUser(person).access.objectAccess('Account', 'read')).toBe(true);
  });
});

describe('user mode', () => {
  function as(world: World, who: ApexId): void {
    world.data.commit(world.tx);
    world.tx = world.begin(who);
  }

  test('an unreadable object and unreadable fields are refused in queries', () => {
    const world = new World(files);
    as(world, reader(world));

    expect(thrown(() => world.query('SELECT Id FROM Account', {}, userMode))).toMatchObject({
      type: { name: 'QueryException' },
      message: expect.stringContaining("sObject type 'Account' is not supported.")
    });
    const refused = thrown(() =>
      world.query("SELECT Id FROM Box__c WHERE Secret__c = 'x' AND Open__c = null", {}, userMode)
    );
    expect(refused.message).toContain("No such column 'Secret__c' on entity 'Box__c'.");
    expect(refused.detail).toEqual({ inaccessible: new Map([['Box__c', new Set(['Secret__c'])]]) });
    expect(world.query('SELECT Name, Open__c, Owner.Name FROM Box__c', {}, userMode)).toEqual([]);
  });

  test('DML needs the right to the object and to each field', () => {
    const world = new World(files);
    as(world, reader(world));
    const box = record('Box__c', { Name: 'x', Open__c: 'o' });

    world.dml('insert', box, { access: userMode });
    expect(thrown(() => world.dml('delete', box, { access: userMode })).message).toBe(
      'DML operation DELETE not allowed on Box__c'
    );
    expect(thrown(() => world.dml('insert', record('Account', { Name: 'a' }), { access: userMode })).message).toBe(
      "Access to entity 'Account' denied"
    );
    expect(
      thrown(() => world.dml('update', record('Box__c', { Id: id(box), Secret__c: 's' }), { access: userMode }))
    ).toMatchObject({
      type: { name: 'DmlException' },
      message:
        'Operation failed due to fields being inaccessible on Sobject Box__c, check errors on Exception or Result!',
      detail: { dml: [{ errors: [{ fields: ['Secret__c'] }] }] }
    });
  });

  test('sharing shows own rows and shared rows only', () => {
    const world = new World(files);
    const [one, two] = [reader(world), reader(world)];
    as(world, one);
    const box = world.one('Box__c', { Name: 'mine' });

    as(world, two);
    expect(world.rows('SELECT Name FROM Box__c', {}, userMode)).toEqual([]);
    expect(world.rows('SELECT Name FROM Box__c', {}, { mode: 'system', sharing: true })).toEqual([]);
    expect(world.rows('SELECT Name FROM Box__c')).toEqual(['mine']);
    expect(
      thrown(() => world.dml('update', record('Box__c', { Id: id(box), Open__c: 'x' }), { access: userMode })).message
    ).toContain('INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id');

    world.insert('Box__Share', { ParentId: id(box), UserOrGroupId: two, AccessLevel: 'Read' });
    expect(world.rows('SELECT Name FROM Box__c', {}, userMode)).toEqual(['mine']);
    expect(
      thrown(() => world.dml('update', record('Box__c', { Id: id(box), Open__c: 'x' }), { access: userMode })).message
    ).toContain('INSUFFICIENT_ACCESS');
    const queried = world.query('SELECT Id FROM Box__c', {}, userMode)[0] as SObjectValue;
    expect(id(queried)).toEqual(id(box));
  });
});
