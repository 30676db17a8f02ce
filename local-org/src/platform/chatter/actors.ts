import type { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { type DataObject, dataObject } from '../data-class.js';

/** Where the REST API has a resource of Chatter. */
export const chatterUrl = (path: string): string => `/services/data/v67.0/${path}`;

/** Who or what posts, is mentioned or has a feed: a user, or any other record. */
export function actor(tx: Transaction, id: ApexId): DataObject {
  const object = tx.org.schema.objectByPrefix(id.value.slice(0, 3));
  if (!object) return dataObject('ConnectApi.RecordSummary', { id: id.value, name: null, type: null });
  const isUser = object.name === 'User';
  const read = isUser ? 'FirstName, LastName, Name, IsActive' : object.nameField;
  const query = tx.data.parse(tx, `SELECT ${read} FROM ${object.name} WHERE Id = :id`);
  const [row] = tx.data.locate(tx, query, () => id, { mode: 'system', sharing: false });
  const name = row?.fields.get(isUser ? 'Name' : object.nameField) ?? null;
  const common = { id: id.value, name, type: object.name };
  if (!isUser) {
    return dataObject('ConnectApi.RecordSummary', {
      ...common,
      url: chatterUrl(`sobjects/${object.name}/${id.value}`)
    });
  }
  return dataObject('ConnectApi.UserSummary', {
    ...common,
    displayName: name,
    firstName: row?.fields.get('FirstName') ?? null,
    lastName: row?.fields.get('LastName') ?? null,
    isActive: row?.fields.get('IsActive') ?? null,
    url: chatterUrl(`chatter/users/${id.value}`)
  });
}
