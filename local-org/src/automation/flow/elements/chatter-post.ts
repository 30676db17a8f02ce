import type { ApexValue } from '../../../kernel/object.js';
import { ApexId } from '../../../kernel/scalars.js';
import { SObjectValue } from '../../../kernel/sobject.js';
import { systemAccess, uncounted } from '../../records.js';
import { FlowFault } from '../fault.js';
import type { Scope } from '../scope.js';
import { type ActionValues, textInput } from './action-values.js';

/** The Post to Chatter action: REST API Developer Guide, "Post to Chatter". The post is a feed item of its subject. */
export function chatterPost(scope: Scope, inputs: ActionValues): ReadonlyMap<string, ApexValue> {
  const { tx } = scope;
  const subject = textInput(inputs, 'subjectNameOrId') ?? '';
  const parent = ApexId.parse(subject) ?? named(scope, subject, textInput(inputs, 'type'));
  if (!parent) throw new FlowFault(`The flow failed to post to Chatter: ${subject} was not found.`);
  const item = new SObjectValue('FeedItem');
  item.fields.set('ParentId', parent).set('Body', textInput(inputs, 'text'));
  tx.data.dml(tx, 'insert', [item], { access: systemAccess, allOrNone: true });
  return new Map([['feeditemid', item.fields.get('Id') ?? null]]);
}

/** A user by the name to log in with, or a group by its name. */
function named({ tx }: Scope, name: string, type: string | null): ApexId | undefined {
  const [object, field] = type?.toLowerCase() === 'group' ? ['CollaborationGroup', 'Name'] : ['User', 'Username'];
  const [row] = uncounted(tx, `SELECT Id FROM ${object} WHERE ${field} = :name LIMIT 1`, { name });
  const id = row?.fields.get('Id');
  return id instanceof ApexId ? id : undefined;
}
