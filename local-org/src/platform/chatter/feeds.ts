import { ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { AccessMode, Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { dataObject, dataValue } from '../data-class.js';
import { enumConstant } from '../enums.js';
import { actor, chatterUrl } from './actors.js';
import { bodyOf, isRich, refuse, type Segment, segmentsOf, storedText, textSegments } from './segments.js';

const access: AccessMode = { mode: 'system', sharing: false };

type Method = (tx: Transaction, args: readonly ApexValue[]) => ApexValue;

/** A post, as FeedItem row and as ConnectApi shows it. */
function post(tx: Transaction, subject: ApexValue, segments: readonly Segment[]): ApexObject {
  const parent = subject === 'me' ? tx.user.id : ApexId.parse(String(subject ?? ''));
  if (!parent)
    throw refuse(`Illegal value for parameter: subjectId: ${String(subject)}`, 'ILLEGAL_QUERY_PARAMETER_VALUE');
  const item = new SObjectValue('FeedItem');
  item.fields.set('ParentId', parent).set('Body', storedText(segments)).set('IsRichText', isRich(segments));
  tx.data.dml(tx, 'insert', [item], { access, allOrNone: true });
  return feedItem(tx, item.fields.get('Id') as ApexId, segments);
}

/** The feed item with this id. `given` are the segments that it was posted with; else they are found in its text. */
function feedItem(tx: Transaction, id: ApexId, given?: readonly Segment[]): ApexObject {
  const soql =
    'SELECT ParentId, Body, IsRichText, CreatedDate, CreatedById, LastModifiedDate FROM FeedItem WHERE Id = :id';
  const [row] = tx.data.locate(tx, tx.data.parse(tx, soql), () => id, access);
  const parent = row?.fields.get('ParentId');
  const creator = row?.fields.get('CreatedById');
  if (!row || !(parent instanceof ApexId)) throw refuse('The requested resource does not exist', 'NOT_FOUND');
  const body = String(row.fields.get('Body') ?? '');
  const segments = given ?? textSegments(row.fields.get('IsRichText') === true ? withoutTags(body) : body);
  return dataObject('ConnectApi.FeedItem', {
    id: id.value,
    feedElementType: enumConstant('ConnectApi.FeedElementType', 'FeedItem'),
    type: enumConstant('ConnectApi.FeedItemType', 'TextPost'),
    visibility: enumConstant('ConnectApi.FeedItemVisibilityType', 'AllUsers'),
    body: bodyOf('ConnectApi.FeedBody', segments),
    capabilities: dataObject('ConnectApi.FeedElementCapabilities', {}),
    parent: actor(tx, parent),
    actor: creator instanceof ApexId ? actor(tx, creator) : null,
    createdDate: row.fields.get('CreatedDate') ?? null,
    modifiedDate: row.fields.get('LastModifiedDate') ?? null,
    url: chatterUrl(`chatter/feed-elements/${id.value}`)
  });
}

const withoutTags = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&');

function comment(tx: Transaction, feedElement: ApexValue, segments: readonly Segment[]): ApexObject {
  const item = elementId(feedElement);
  const row = new SObjectValue('FeedComment');
  row.fields.set('FeedItemId', item).set('CommentBody', storedText(segments)).set('IsRichText', isRich(segments));
  tx.data.dml(tx, 'insert', [row], { access, allOrNone: true });
  const id = row.fields.get('Id') as ApexId;
  const element = dataObject('ConnectApi.Reference', {
    id: item.value,
    url: chatterUrl(`chatter/feed-elements/${item.value}`)
  });
  return dataObject('ConnectApi.Comment', {
    id: id.value,
    type: enumConstant('ConnectApi.CommentType', 'TextComment'),
    body: bodyOf('ConnectApi.FeedBody', segments),
    user: actor(tx, tx.user.id),
    feedElement: element,
    feedItem: element,
    url: chatterUrl(`chatter/comments/${id.value}`)
  });
}

function elementId(value: ApexValue): ApexId {
  const id = ApexId.parse(String(value ?? ''));
  if (!id) throw refuse('The requested resource does not exist', 'NOT_FOUND');
  return id;
}

/** The segments of an input's body. */
function inputSegments(tx: Transaction, input: ApexValue): Segment[] {
  const body = input instanceof ApexObject ? dataValue(input, 'body') : null;
  return body instanceof ApexObject ? segmentsOf(tx, dataValue(body, 'messageSegments')) : [];
}

const subjectOf = (input: ApexValue): ApexValue => (input instanceof ApexObject ? dataValue(input, 'subjectId') : null);

/**
 * The methods of ConnectApi.ChatterFeeds that the local org has, by name and number of parameters (Apex Reference Guide,
 * "ChatterFeeds Class"). The id of a site, which comes first, tells nothing here.
 */
export const chatterFeeds: Readonly<Record<string, Method>> = {
  'postfeedelement/2': (tx, [, input = null]) => post(tx, subjectOf(input), inputSegments(tx, input)),
  'postfeedelement/4': (tx, [, subject = null, , text = null]) => post(tx, subject, textSegments(String(text ?? ''))),
  'postcommenttofeedelement/3': (tx, [, element = null, text = null]) =>
    comment(tx, element, textSegments(String(text ?? ''))),
  'postcommenttofeedelement/4': (tx, [, element = null, input = null]) =>
    comment(tx, element, inputSegments(tx, input)),
  'getfeedelement/2': (tx, [, element = null]) => feedItem(tx, elementId(element))
};
