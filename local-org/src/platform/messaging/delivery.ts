import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { DmlError, Transaction } from '../../kernel/services.js';
import { DataObject, dataValue, valuesOf } from '../data-class.js';
import { mergeFields, objectOf } from './merge.js';
import type { Mail } from './outbox.js';
import { renderTemplate, storedTemplate } from './render.js';

/** What becomes of a message: a mail, or why there is none. */
export interface Outcome {
  readonly mail?: Mail;
  readonly error?: DmlError;
}

class Refusal extends Error {
  readonly error: DmlError;
  constructor(code: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.error = { code, message, fields };
  }
}

const system = { mode: 'system', sharing: false } as const;
const address = /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+\.[^\s@<>(),;:\\"[\]]+$/;
const mostTo = 100;
const mostCopies = 25;

/** Checks a message, fills in its template and says who gets what. The message then shows what was sent, as on the platform. */
export function prepare(tx: Transaction, message: DataObject): Outcome {
  try {
    const type = message.apexType();
    const mass = type.kind === 'platform' && type.name === 'Messaging.MassEmailMessage';
    return { mail: mass ? massMail(tx, message) : singleMail(tx, message) };
  } catch (error) {
    if (error instanceof Refusal) return { error: error.error };
    throw error;
  }
}

const text = (message: DataObject, name: string): string | null => {
  const value = dataValue(message, name);
  return typeof value === 'string' && value !== '' ? value : null;
};
const idIn = (message: DataObject, name: string): ApexId | null => {
  const value = dataValue(message, name);
  return value instanceof ApexId ? value : null;
};
const listIn = (message: DataObject, name: string): readonly ApexValue[] => {
  const value = dataValue(message, name);
  return value instanceof ApexList ? value.items : [];
};

function singleMail(tx: Transaction, message: DataObject): Mail {
  const to = addresses(tx, message, 'toAddresses', 'to', mostTo);
  const cc = addresses(tx, message, 'ccAddresses', 'cc', mostCopies);
  const bcc = addresses(tx, message, 'bccAddresses', 'bcc', mostCopies);
  const target = idIn(message, 'targetObjectId');
  if (target) checkTarget(tx, message, target);
  fillTemplate(tx, message, target);
  if (target && dataValue(message, 'treatTargetObjectAsRecipient') !== false) {
    const own = emailOf(tx, target);
    if (own === null) throw new Refusal('UNSPECIFIED_EMAIL_ADDRESS', `No email address for ${target.value}`);
    to.push(own);
  }
  if (to.length + cc.length + bcc.length === 0) {
    throw new Refusal('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
  }
  requireBody(message);
  return mailOf(tx, message, { to, cc, bcc });
}

/** A mass mail goes to each target by itself; the outbox shows it once with all of them. */
function massMail(tx: Transaction, message: DataObject): Mail {
  const targets = listIn(message, 'targetObjectIds').filter((id) => id instanceof ApexId);
  if (targets.length === 0) throw new Refusal('REQUIRED_FIELD_MISSING', 'Missing targetObjectIds', ['targetObjectIds']);
  const id = idIn(message, 'templateId');
  if (!id) throw new Refusal('REQUIRED_FIELD_MISSING', 'Missing templateId', ['templateId']);
  fillTemplate(tx, message, targets[0] ?? null);
  const to = targets.flatMap((target) => emailOf(tx, target) ?? []);
  return mailOf(tx, message, { to, cc: [], bcc: [] });
}

function mailOf(tx: Transaction, message: DataObject, who: Pick<Mail, 'to' | 'cc' | 'bcc'>): Mail {
  const name = text(message, 'senderDisplayName') ?? tx.user.name;
  const files = listIn(message, 'fileAttachments').map((file) =>
    file instanceof DataObject ? (text(file, 'fileName') ?? 'attachment') : 'attachment'
  );
  return {
    from: `${name} <${tx.user.email}>`,
    ...who,
    subject: text(message, 'subject') ?? '',
    text: text(message, 'plainTextBody'),
    html: text(message, 'htmlBody'),
    attachments: files,
    sentAt: tx.now()
  };
}

/** Addresses may be ids of contacts, leads and users. */
function addresses(tx: Transaction, message: DataObject, list: string, word: string, most: number): string[] {
  const given = listIn(message, list);
  if (given.length > most) throw new Refusal('LIMIT_EXCEEDED', `Too many ${word} addresses: ${given.length}`, [list]);
  return given.map((entry) => {
    const value = entry === null ? 'null' : String(entry).trim();
    const id = value.includes('@') ? undefined : ApexId.parse(value);
    const own = id ? emailOf(tx, id) : value;
    if (own !== null && address.test(own)) return own;
    throw new Refusal('INVALID_EMAIL_ADDRESS', `Invalid ${word} address : ${value}`, [list, value]);
  });
}

/** The recipient by id: a contact, lead or user; mails to users are no activities and belong to no record. */
function checkTarget(tx: Transaction, message: DataObject, target: ApexId): void {
  const object = objectOf(tx, target);
  if (object !== 'Contact' && object !== 'Lead' && object !== 'User') {
    throw new Refusal(
      'INVALID_ID_FIELD',
      'Only User, Contact, Lead, or Person objects are allowed for targetObjectId.',
      ['targetObjectId', target.value]
    );
  }
  if (object !== 'User') return;
  if (dataValue(message, 'saveAsActivity') !== false) {
    throw new Refusal('INVALID_SAVE_AS_ACTIVITY_FLAG', 'saveAsActivity must be false when sending mail to users.', [
      'saveAsActivity',
      'true'
    ]);
  }
  if (idIn(message, 'whatId')) {
    throw new Refusal('INVALID_ID_FIELD', 'WhatId is not available for sending emails to UserIds.', ['whatId']);
  }
}

function fillTemplate(tx: Transaction, message: DataObject, who: ApexId | null): void {
  const values = valuesOf(message);
  const context = { who, what: idIn(message, 'whatId') };
  const id = idIn(message, 'templateId');
  if (id) {
    if (!who) throw new Refusal('REQUIRED_FIELD_MISSING', 'Missing targetObjectId with template', ['targetObjectId']);
    const template = storedTemplate(tx, id);
    if (!template) throw new Refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    const rendered = renderTemplate(tx, template, context);
    values.set('subject', rendered.subject);
    values.set('plainTextBody', rendered.text);
    values.set('htmlBody', rendered.html);
  } else if (values.get('treatBodiesAsTemplate') === true) {
    for (const name of ['subject', 'plainTextBody', 'htmlBody']) {
      const own = text(message, name);
      if (own !== null) values.set(name, mergeFields(tx, own, context));
    }
  }
}

function requireBody(message: DataObject): void {
  if (text(message, 'htmlBody') !== null || text(message, 'plainTextBody') !== null) return;
  const attached = ['fileAttachments', 'entityAttachments', 'documentAttachments'];
  if (attached.some((name) => listIn(message, name).length > 0)) return;
  throw new Refusal('REQUIRED_FIELD_MISSING', 'Missing body, need at least one of html, plainText, or attachment');
}

function emailOf(tx: Transaction, id: ApexId): string | null {
  const object = objectOf(tx, id);
  if (!object || !tx.org.schema.field(object, 'Email')) return null;
  tx.limits.push();
  try {
    const query = tx.data.parse(tx, `SELECT Email FROM ${object} WHERE Id = :id`);
    const value = tx.data.query(tx, query, () => id, system)[0]?.fields.get('Email');
    return typeof value === 'string' ? value : null;
  } finally {
    tx.limits.pop();
  }
}
