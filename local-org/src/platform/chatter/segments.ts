import { ApexList } from '../../kernel/collections.js';
import type { ApexThrow } from '../../kernel/exception.js';
import { ApexEnumValue, type ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { type ApexType, typeName } from '../../kernel/types.js';
import { apexException } from '../../runtime/exceptions.js';
import { type DataObject, dataObject, dataValue } from '../data-class.js';
import { enumConstant } from '../enums.js';
import type { ErrorCode } from '../exception.js';
import { actor } from './actors.js';

/** Part of a message: what Apex sees of it, its plain text, and how it stands in the markup of a rich text. */
export interface Segment {
  readonly seen: DataObject;
  readonly text: string;
  readonly html: string;
}

const segmentType: ApexType = { kind: 'platform', name: 'ConnectApi.MessageSegment', args: [] };

/** Elements of rich text ("ConnectApi.MarkupType Enum"). */
const tags: Readonly<Record<string, string>> = {
  Bold: 'b',
  Code: 'code',
  Hyperlink: 'a',
  Italic: 'i',
  ListItem: 'li',
  OrderedList: 'ol',
  Paragraph: 'p',
  Strikethrough: 's',
  Underline: 'u',
  UnorderedList: 'ul'
};

/** The segments of a message as they were given. Links and hashtags inside a text become segments of their own. */
export function segmentsOf(tx: Transaction, inputs: ApexValue): Segment[] {
  if (!(inputs instanceof ApexList)) return [];
  return (inputs.items as ApexObject[]).flatMap((input) => {
    const value = (name: string): string => String(dataValue(input, name) ?? '');
    switch (typeName(input.apexType())) {
      case 'ConnectApi.MentionSegmentInput':
        return mention(tx, value('id'), value('username'));
      case 'ConnectApi.LinkSegmentInput':
        return link(value('url'));
      case 'ConnectApi.HashtagSegmentInput':
        return hashtag(value('tag'));
      case 'ConnectApi.MarkupBeginSegmentInput':
        return markup('MarkupBegin', dataValue(input, 'markupType'), value('url'));
      case 'ConnectApi.MarkupEndSegmentInput':
        return markup('MarkupEnd', dataValue(input, 'markupType'), '');
      default:
        return textSegments(value('text'));
    }
  });
}

const special = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])|#([\p{L}\p{N}_]+)/gu;

/** A plain text with the links and hashtags that are found in it. */
export function textSegments(text: string): Segment[] {
  const found: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(special)) {
    if (match.index > from) found.push(plain(text.slice(from, match.index)));
    found.push(match[1] === undefined ? hashtag(match[2] ?? '') : link(match[1]));
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push(plain(text.slice(from)));
  return found;
}

/** ConnectApi.FeedBody, or another body of a message. */
export function bodyOf(type: string, segments: readonly Segment[]): DataObject {
  return dataObject(type, {
    text: segments.map(({ text }) => text).join(''),
    isRichText: isRich(segments),
    messageSegments: new ApexList(
      segmentType,
      segments.map(({ seen }) => seen)
    )
  });
}

/** Markup makes a text rich, and is stored as such. */
export const isRich = (segments: readonly Segment[]): boolean =>
  segments.some(({ seen }) => typeName(seen.apexType()).startsWith('ConnectApi.Markup'));

export const storedText = (segments: readonly Segment[]): string =>
  segments.map(isRich(segments) ? ({ html }) => html : ({ text }) => text).join('');

function segment(kind: string, text: string, html: string, values: Readonly<Record<string, ApexValue>> = {}): Segment {
  const type = enumConstant('ConnectApi.MessageSegmentType', kind);
  return { seen: dataObject(`ConnectApi.${kind}Segment`, { type, text, ...values }), text, html };
}

const plain = (text: string): Segment => segment('Text', text, escaped(text));

const link = (url: string): Segment => segment('Link', url, `<a href="${escaped(url)}">${escaped(url)}</a>`, { url });

const hashtag = (tag: string): Segment =>
  segment('Hashtag', `#${tag}`, escaped(`#${tag}`), { tag, topicUrl: null, url: null });

function markup(kind: 'MarkupBegin' | 'MarkupEnd', type: ApexValue, url: string): Segment {
  const tag = tags[type instanceof ApexEnumValue ? type.name : ''] ?? 'span';
  const values = { markupType: type, htmlTag: tag, ...(url !== '' && { url }) };
  const attribute = url === '' ? '' : ` href="${escaped(url)}"`;
  return segment(kind, '', kind === 'MarkupBegin' ? `<${tag}${attribute}>` : `</${tag}>`, values);
}

function mention(tx: Transaction, idText: string, username: string): Segment {
  const id = idText === '' ? userOf(tx, username) : ApexId.parse(idText);
  if (!id || !/^(005|0F9)/.test(id.value))
    throw refuse('Only user and group IDs may be used in inline mentions.', 'INVALID_ID_FIELD');
  const record = actor(tx, id);
  const name = String(dataValue(record, 'name') ?? '');
  const user = typeName(record.apexType()) === 'ConnectApi.UserSummary' ? record : null;
  return segment('Mention', `@${name}`, escaped(`@${name}`), { accessible: true, name, record, user });
}

function userOf(tx: Transaction, username: string): ApexId | undefined {
  const query = tx.data.parse(tx, 'SELECT Id FROM User WHERE Username = :name');
  const [row] = tx.data.locate(tx, query, () => username, { mode: 'system', sharing: false });
  const id = row?.fields.get('Id');
  return id instanceof ApexId ? id : undefined;
}

/** An error of Connect in REST (Connect REST API Developer Guide, "Status Codes and Error Responses"). */
export function refuse(message: string, errorCode: string): ApexThrow {
  const thrown = apexException('ConnectApi.ConnectApiException', message);
  thrown.exception.detail = { errorCode } satisfies ErrorCode;
  return thrown;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[character] ?? ''};`);
