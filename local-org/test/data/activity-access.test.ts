import { describe, expect, it } from 'vitest';
import { seedUsers } from '../../src/data/user-definitions.js';
import type { ApexId } from '../../src/kernel/scalars.js';
import { id, World } from './world.js';

const objects = ['Box__c', 'Task'].map(
  (name) =>
    `<objectPermissions><object>${name}</object><allowRead>true</allowRead><allowEdit>true</allowEdit></objectPermissions>`
);
const box = (sharing: string) =>
  `<CustomObject><label>Box</label><sharingModel>${sharing}</sharingModel><enableActivities>true</enableActivities><nameField><label>Name</label><type>Text</type></nameField></CustomObject>`;
const files = {
  'objects/Box__c/Box__c.object-meta.xml': box('Private'),
  'objects/Open__c/Open__c.object-meta.xml': box('Read'),
  'permissionsets/Boxes.permissionset-meta.xml': `<PermissionSet><label>Boxes</label>${objects.join('')}</PermissionSet>`
};
const controlled = {
  'objects/Activity/Activity.object-meta.xml':
    '<CustomObject><sharingModel>ControlledByParent</sharingModel></CustomObject>'
};

/** What another user than the owner of a task may do with it, when it is about a record of this access. */
function accessTo(
  parent: 'none' | 'hidden' | 'read' | 'edit' | 'forbidden object',
  more: Readonly<Record<string, string>>
) {
  const world = new World({ ...files, ...more });
  const [me] = seedUsers(world.begin(), [
    { Username: 'u@x.example', LastName: 'U', profileName: 'Standard User', permsets: 'Boxes' }
  ]) as [ApexId];
  world.tx = world.begin();
  const about =
    parent === 'none' ? null : id(world.one(parent === 'forbidden object' ? 'Open__c' : 'Box__c', { Name: 'about' }));
  if (parent === 'read' || parent === 'edit')
    world.one('Box__Share', { ParentId: about, UserOrGroupId: me, AccessLevel: parent === 'read' ? 'Read' : 'Edit' });
  const task = id(world.one('Task', { Subject: 'x', WhatId: about }));
  return world.rows(
    'SELECT HasReadAccess, HasEditAccess FROM UserRecordAccess WHERE UserId = :me AND RecordId = :task',
    { me, task }
  )[0];
}

describe('activities', () => {
  it.each([
    ['none', false, false],
    ['hidden', false, false],
    ['read', true, false],
    ['edit', true, false],
    ['forbidden object', false, false]
  ] as const)('private: about a record that is %s', (parent, read, edit) => {
    expect(accessTo(parent, {})).toEqual([read, edit]);
  });

  it.each([
    ['none', false, false],
    ['read', true, false],
    ['edit', true, true]
  ] as const)('controlled by parent: about a record that is %s', (parent, read, edit) => {
    expect(accessTo(parent, controlled)).toEqual([read, edit]);
  });
});
