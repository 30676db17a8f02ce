import type { ApexId } from '../../kernel/scalars.js';
import type { MetadataComponent } from '../../schema/source-tree.js';
import { child, flag, text, texts, children } from '../../schema/xml.js';
import { stableId } from '../store/system-rows.js';
import type { SeedParts } from './seed.js';

/** The group of all users, the project's public groups, and its queues with their members. */
export function seedGroups(parts: SeedParts): void {
  const { metadata, define, once, info } = parts;
  once('Group', 'organization', {
    DeveloperName: 'AllInternalUsers',
    Name: 'All Internal Users',
    Type: 'Organization',
    OwnerId: info.id
  });
  for (const { name, xml } of metadata.components('Group')) {
    define('Group', `Regular:${name}`, {
      DeveloperName: name,
      Name: text(xml, 'name') ?? name,
      Type: 'Regular',
      DoesIncludeBosses: flag(xml, 'doesIncludeBosses'),
      OwnerId: info.id
    });
  }
  for (const component of metadata.components('Queue')) seedQueue(parts, component);
}

function seedQueue(parts: SeedParts, { name, xml }: MetadataComponent): void {
  const { define, schema, info } = parts;
  const id = define('Group', `Queue:${name}`, {
    DeveloperName: name,
    Name: text(xml, 'name') ?? name,
    Type: 'Queue',
    Email: text(xml, 'email') ?? null,
    DoesSendEmailToMembers: flag(xml, 'doesSendEmailToMembers'),
    OwnerId: info.id
  });
  for (const entry of children(xml, 'queueSobject')) {
    const object = schema.object(text(entry, 'sobjectType') ?? '');
    if (object) define('QueueSobject', `${name}.${object.name}`, { QueueId: id, SobjectType: object.name });
  }
  seedMembers(parts, id, child(xml, 'queueMembers') ?? {});
}

type Members = NonNullable<ReturnType<typeof child>>;

/** Groups and roles among the members; users of the org are named by no project. */
function seedMembers({ define, schema }: SeedParts, group: ApexId, members: Members): void {
  const prefix = schema.object('Group')?.keyPrefix ?? '';
  const add = (list: string, element: string, key: (name: string) => string) => {
    for (const name of texts(child(members, list), element)) {
      const member = stableId(prefix, key(name));
      define('GroupMember', `${group.value}.${member.value}`, { GroupId: group, UserOrGroupId: member });
    }
  };
  add('publicGroups', 'publicGroup', (name) => `Regular:${name}`);
  add('roles', 'role', (name) => `Role:${name}`);
  add('roleAndSubordinates', 'roleAndSubordinate', (name) => `RoleAndSubordinates:${name}`);
}
