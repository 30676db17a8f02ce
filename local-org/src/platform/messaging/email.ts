import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import type { DmlError, Transaction } from '../../kernel/services.js';
import { type ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { apexException, type DmlExceptionDetail, illegalArgument } from '../../runtime/exceptions.js';
import { dataClass, type DataObject } from '../data-class.js';
import { platformClass, type PlatformClassSource } from '../define.js';
import { prepare } from './delivery.js';
import { massMessage, singleMessage } from './message-properties.js';
import { mailOutbox } from './outbox.js';
import { singleEmailsADay } from '../org-limits.js';
import { renderBodies, renderStored } from './render.js';
import { SendResult } from './send-result.js';

type S = string | null;
type Messages = ApexList<DataObject> | null;

const attachment = 'Messaging.EmailFileAttachment';
const resultType: ApexType = { kind: 'platform', name: 'Messaging.SendEmailResult', args: [] };

function emailException(row: number, { code, message, fields }: DmlError): Error {
  const thrown = apexException(
    'EmailException',
    `SendEmail failed. First exception on row ${row}; first error: ${code}, ${message}: [${fields.join(', ')}]`
  );
  const failed = { index: row, id: null, errors: [{ code, message, fields }] };
  thrown.exception.detail = { dml: [failed] } satisfies DmlExceptionDetail;
  return thrown;
}

/** All messages are checked before the first one leaves when it is all or nothing. */
function send(tx: Transaction, messages: Messages, allOrNothing: boolean): ApexList<SendResult> {
  const given = required(messages, 1).items.map((message) => required(message, 1));
  tx.limits.add('emailInvocations', 1);
  const outcomes = given.map((message) => prepare(tx, message));
  const row = outcomes.findIndex((outcome) => outcome.error !== undefined);
  const error = outcomes[row]?.error;
  if (error && allOrNothing) throw emailException(row, error);
  for (const { mail } of outcomes) if (mail) mailOutbox(tx).push(mail);
  return new ApexList(
    resultType,
    outcomes.map((outcome) => new SendResult(outcome.error))
  );
}

const reserve = (_tx: Transaction, amount: number | null): void => {
  if (required(amount, 1) < 0) throw illegalArgument('The amount reserved must not be negative');
};

/** Mails that a transaction has reserved of the day's capacity. */
const reservedKey = {};

/** Apex Reference Guide, "Messaging Class", reserveSingleEmailCapacity; what it throws is seen in public code. */
const reserveSingle = (tx: Transaction, amount: number | null): void => {
  reserve(tx, amount);
  const reserved = tx.slot(reservedKey, () => ({ mails: 0 }));
  const left = singleEmailsADay - mailOutbox(tx).length - reserved.mails;
  if (Number(amount) > left)
    throw apexException('HandledException', 'The daily limit for the org would be exceeded by this operation');
  reserved.mails += Number(amount);
};

const stored: PlatformClassSource['members'] = {};
for (const more of [
  '',
  ', Messaging.AttachmentRetrievalOption attachmentRetrievalOption',
  ', Messaging.AttachmentRetrievalOption attachmentRetrievalOption, Boolean updateEmailTemplateUsage'
]) {
  const signature = `static Messaging.SingleEmailMessage renderStoredEmailTemplate(String templateId, String whoId, String whatId${more})`;
  Object.assign(stored, {
    [signature]: (tx: Transaction, template: S, who: S, what: S) => renderStored(tx, required(template, 1), who, what)
  });
}

/** Outbound mail (Apex Reference Guide, "Messaging Namespace"). Nothing leaves the machine: the outbox keeps it. */
export const emailClasses = [
  platformClass({
    name: 'System.Messaging',
    members: {
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': (tx, emails: Messages) =>
        send(tx, emails, true),
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)': (
        tx,
        emails: Messages,
        all: boolean | null
      ) => send(tx, emails, all !== false),
      'static void reserveSingleEmailCapacity(Integer amountReserved)': reserveSingle,
      'static void reserveMassEmailCapacity(Integer amountReserved)': reserve,
      'static List<Messaging.RenderEmailTemplateBodyResult> renderEmailTemplate(String whoId, String whatId, List<String> bodies)':
        (tx, who: S, what: S, bodies: ApexList<S> | null) => renderBodies(tx, who, what, required(bodies, 3).items),
      ...stored
    }
  }),
  platformClass({ name: 'Messaging.Email', members: {} }),
  dataClass({ ...singleMessage, name: 'Messaging.SingleEmailMessage' }),
  dataClass({ ...massMessage, name: 'Messaging.MassEmailMessage' }),
  dataClass({
    name: attachment,
    access: 'both',
    properties: { body: 'Blob', contentType: 'String', fileName: 'String', inline: 'Boolean', id: 'Id' }
  }),
  platformClass({
    name: 'Messaging.SendEmailResult',
    members: {
      'List<Messaging.SendEmailError> getErrors()': (_tx, self: SendResult) => self.errors(),
      'List<Messaging.SendEmailError> errors {get}': { get: (_tx, self: SendResult) => self.errors() },
      'Boolean isSuccess()': (_tx, self: SendResult) => self.error === undefined,
      'Boolean success {get}': { get: (_tx, self: SendResult) => self.error === undefined }
    }
  }),
  platformClass({
    name: 'Messaging.SendEmailError',
    extends: 'Database.Error',
    members: {
      'String getTargetObjectId()': (): ApexValue => null,
      'String targetObjectId {get}': { get: () => null }
    }
  }),
  dataClass({
    name: 'Messaging.RenderEmailTemplateBodyResult',
    access: 'methods',
    constructors: [],
    properties: { mergedBody: 'String', success: 'Boolean', errors: 'List<Messaging.RenderEmailTemplateError>' }
  }),
  dataClass({
    name: 'Messaging.RenderEmailTemplateError',
    access: 'methods',
    constructors: [],
    properties: { fieldName: 'String', message: 'String', offset: 'Integer', statusCode: 'StatusCode' }
  })
];
