import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import { type PlatformClassSource, platformClass } from '../define.js';
import { virtual } from '../object.js';

/** A message that an inbound e-mail handler gets, and what belongs to it: bags of properties that tests fill. */
class InboundObject extends ApexObject {
  readonly values = new Map<string, ApexValue>();
  private readonly type: string;
  constructor(type: string) {
    super();
    this.type = type;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: this.type, args: [] };
  }
}

function bag(type: string, properties: Readonly<Record<string, string>>) {
  const members: Record<string, PlatformClassSource['members'][string]> = {
    [`${type}()`]: () => new InboundObject(type)
  };
  for (const [name, valueType] of Object.entries(properties)) {
    members[`${valueType} ${name} {get; set}`] = {
      get: (_tx, self: InboundObject) => self.values.get(name) ?? null,
      set: (_tx, self: InboundObject, value: ApexValue) => {
        self.values.set(name, value);
      }
    };
  }
  return platformClass({ name: type, members });
}

const email = 'Messaging.InboundEmail';

export const inboundClasses = [
  platformClass({
    name: 'Messaging.InboundEmailHandler',
    kind: 'interface',
    members: {
      'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)':
        virtual('handleInboundEmail')
    }
  }),
  bag(email, {
    binaryAttachments: `List<${email}.BinaryAttachment>`,
    textAttachments: `List<${email}.TextAttachment>`,
    headers: `List<${email}.Header>`,
    ccAddresses: 'List<String>',
    toAddresses: 'List<String>',
    references: 'List<String>',
    fromAddress: 'String',
    fromName: 'String',
    htmlBody: 'String',
    htmlBodyIsTruncated: 'Boolean',
    inReplyTo: 'String',
    messageId: 'String',
    plainTextBody: 'String',
    plainTextBodyIsTruncated: 'Boolean',
    replyTo: 'String',
    subject: 'String'
  }),
  bag(`${email}.BinaryAttachment`, {
    body: 'Blob',
    fileName: 'String',
    headers: `List<${email}.Header>`,
    mimeTypeSubType: 'String'
  }),
  bag(`${email}.TextAttachment`, {
    body: 'String',
    bodyIsTruncated: 'Boolean',
    charset: 'String',
    fileName: 'String',
    headers: `List<${email}.Header>`,
    mimeTypeSubType: 'String'
  }),
  bag(`${email}.Header`, { name: 'String', value: 'String' }),
  bag('Messaging.InboundEnvelope', { fromAddress: 'String', toAddress: 'String' }),
  bag('Messaging.InboundEmailResult', { message: 'String', success: 'Boolean' })
];
