import { ApexList } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { apexException } from '../../runtime/exceptions.js';
import { platformClass, type PlatformClassSource } from '../define.js';
import { DmlResult } from '../database/results.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** Messaging.SingleEmailMessage and its attachments: a bag of properties. */
export class EmailObject extends ApexObject {
  readonly values = new Map<string, ApexValue>();
  private readonly type: string;
  constructor(type: string) {
    super();
    this.type = type;
  }
  override apexType(): ApexType {
    return named(this.type);
  }
}

const outboxKey = {};

/** The messages that the transaction has sent. The local org delivers no mail: whoever runs the transaction may show them. */
export const mailOutbox = (tx: Transaction): EmailObject[] => tx.slot(outboxKey, () => []);

/** Property, getter and setter under one name, as the documented classes have them. */
function property(type: string, name: string): PlatformClassSource['members'] {
  const suffix = name.charAt(0).toUpperCase() + name.slice(1);
  const get = (_tx: Transaction, self: EmailObject): ApexValue => self.values.get(name) ?? null;
  const set = (_tx: Transaction, self: EmailObject, value: ApexValue): void => {
    self.values.set(name, value);
  };
  return {
    [`${type} ${name} {get; set}`]: { get, set },
    [`${type} get${suffix}()`]: get,
    [`void set${suffix}(${type} value)`]: set
  };
}

const attachment = 'Messaging.EmailFileAttachment';
const messageProperties: readonly (readonly [string, string])[] = [
  ['List<String>', 'toAddresses'],
  ['List<String>', 'ccAddresses'],
  ['List<String>', 'bccAddresses'],
  ['String', 'subject'],
  ['String', 'plainTextBody'],
  ['String', 'htmlBody'],
  ['String', 'charset'],
  ['String', 'inReplyTo'],
  ['String', 'references'],
  ['String', 'replyTo'],
  ['String', 'senderDisplayName'],
  ['String', 'emailPriority'],
  ['Boolean', 'bccSender'],
  ['Boolean', 'saveAsActivity'],
  ['Boolean', 'useSignature'],
  ['Boolean', 'treatBodiesAsTemplate'],
  ['Boolean', 'treatTargetObjectAsRecipient'],
  ['Id', 'orgWideEmailAddressId'],
  ['Id', 'targetObjectId'],
  ['Id', 'templateId'],
  ['Id', 'whatId'],
  ['String', 'optOutPolicy'],
  ['List<String>', 'entityAttachments'],
  ['List<Id>', 'documentAttachments'],
  [`List<${attachment}>`, 'fileAttachments']
];

const messageMembers = Object.fromEntries(
  messageProperties.flatMap(([type, name]) => Object.entries(property(type, name)))
);

function hasRecipient(message: EmailObject): boolean {
  if (message.values.get('targetObjectId') instanceof ApexId) return true;
  return ['toAddresses', 'ccAddresses', 'bccAddresses'].some((name) => {
    const list = message.values.get(name);
    return list instanceof ApexList && list.items.length > 0;
  });
}

const failure = {
  code: 'REQUIRED_FIELD_MISSING',
  message: 'Add a recipient to send an email.',
  fields: []
};

function send(tx: Transaction, messages: ApexList<EmailObject> | null, allOrNothing: boolean): ApexList<SendResult> {
  const given = required(messages, 1).items;
  tx.limits.add('emailInvocations', 1);
  const results = given.map((message) => {
    const sent = hasRecipient(message);
    if (!sent && allOrNothing) {
      throw apexException(
        'EmailException',
        `SendEmail failed. First exception on row 0; first error: ${failure.code}, ${failure.message}: []`
      );
    }
    if (sent) mailOutbox(tx).push(message);
    return new SendResult(sent);
  });
  return new ApexList(named('Messaging.SendEmailResult'), results);
}

class SendResult extends ApexObject {
  readonly sent: boolean;
  constructor(sent: boolean) {
    super();
    this.sent = sent;
  }
  override apexType(): ApexType {
    return named('Messaging.SendEmailResult');
  }
  errors(): ApexList {
    const row = { id: null, success: this.sent, created: false, errors: this.sent ? [] : [failure] };
    return new DmlResult('SaveResult', row).errors();
  }
}

export const emailClasses = [
  platformClass({
    name: 'System.Messaging',
    members: {
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': (
        tx,
        emails: ApexList<EmailObject> | null
      ) => send(tx, emails, true),
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)': (
        tx,
        emails: ApexList<EmailObject> | null,
        all: boolean | null
      ) => send(tx, emails, all !== false),
      'static void reserveSingleEmailCapacity(Integer amountReserved)': () => undefined,
      'static void reserveMassEmailCapacity(Integer amountReserved)': () => undefined,
      'static Messaging.SingleEmailMessage renderStoredEmailTemplate(String templateId, String whoId, String whatId)': {
        unsupported: 'email templates'
      }
    }
  }),
  platformClass({ name: 'Messaging.Email', members: {} }),
  platformClass({
    name: 'Messaging.SingleEmailMessage',
    extends: 'Messaging.Email',
    members: {
      'Messaging.SingleEmailMessage()': () => new EmailObject('Messaging.SingleEmailMessage'),
      ...messageMembers
    }
  }),
  platformClass({
    name: attachment,
    members: {
      [`${attachment}()`]: () => new EmailObject(attachment),
      ...property('Blob', 'body'),
      ...property('String', 'contentType'),
      ...property('String', 'fileName'),
      ...property('Boolean', 'inline')
    }
  }),
  platformClass({
    name: 'Messaging.SendEmailResult',
    members: {
      'List<Messaging.SendEmailError> getErrors()': (_tx, self: SendResult) => self.errors(),
      'Boolean isSuccess()': (_tx, self: SendResult) => self.sent
    }
  }),
  platformClass({
    name: 'Messaging.SendEmailError',
    extends: 'Database.Error',
    members: { 'String getTargetObjectId()': () => null }
  })
];
