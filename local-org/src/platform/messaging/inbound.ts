import { dataClass } from '../data-class.js';
import { platformClass } from '../define.js';
import { virtual } from '../object.js';

const email = 'Messaging.InboundEmail';

/** The message that an e-mail service gets, and what belongs to it (Apex Developer Guide, "Using the InboundEmail Object"). */
export const inboundClasses = [
  platformClass({
    name: 'Messaging.InboundEmailHandler',
    kind: 'interface',
    members: {
      'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)':
        virtual('handleInboundEmail')
    }
  }),
  dataClass({
    name: email,
    properties: {
      authenticationResults: `List<${email}.AuthenticationResult>`,
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
    }
  }),
  dataClass({
    name: `${email}.BinaryAttachment`,
    properties: { body: 'Blob', fileName: 'String', headers: `List<${email}.Header>`, mimeTypeSubType: 'String' }
  }),
  dataClass({
    name: `${email}.TextAttachment`,
    properties: {
      body: 'String',
      bodyIsTruncated: 'Boolean',
      charset: 'String',
      fileName: 'String',
      headers: `List<${email}.Header>`,
      mimeTypeSubType: 'String'
    }
  }),
  dataClass({ name: `${email}.Header`, properties: { name: 'String', value: 'String' } }),
  dataClass({ name: 'Messaging.InboundEnvelope', properties: { fromAddress: 'String', toAddress: 'String' } }),
  dataClass({
    name: 'Messaging.InboundEmailResult',
    properties: { message: 'String', success: 'Boolean' },
    // A result that says nothing is a success (a public suite asserts it).
    defaults: { success: true }
  })
];
