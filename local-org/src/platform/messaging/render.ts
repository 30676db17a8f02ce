import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { ApexType } from '../../kernel/types.js';
import { idFromString } from '../../runtime/conversion.js';
import { apexException } from '../../runtime/exceptions.js';
import { type DataObject, dataObject } from '../data-class.js';
import { type MergeContext, mergeFields } from './merge.js';

type S = string | null;

const system = { mode: 'system', sharing: false } as const;
const templateFields = 'Name, Subject, Body, HtmlValue, TemplateType, IsActive';
const resultType: ApexType = { kind: 'platform', name: 'Messaging.RenderEmailTemplateBodyResult', args: [] };
const errorType: ApexType = { kind: 'platform', name: 'Messaging.RenderEmailTemplateError', args: [] };

export interface RenderedTemplate {
  readonly subject: string;
  readonly text: S;
  readonly html: S;
}

/** The template of an id, undefined when there is none. Counts as one query (Apex Reference Guide, "Messaging Class"). */
export function storedTemplate(tx: Transaction, id: ApexId): SObjectValue | undefined {
  const query = tx.data.parse(tx, `SELECT ${templateFields} FROM EmailTemplate WHERE Id = :id`);
  return tx.data.query(tx, query, () => id, system)[0];
}

const textOf = (row: SObjectValue, name: string): S => {
  const value = row.fields.get(name) ?? null;
  return typeof value === 'string' ? value : null;
};

/** A template with its merge fields filled in. */
export function renderTemplate(tx: Transaction, template: SObjectValue, context: MergeContext): RenderedTemplate {
  const filled = (name: string): S => {
    const text = textOf(template, name);
    return text === null ? null : mergeFields(tx, text, context);
  };
  return { subject: filled('Subject') ?? '', text: filled('Body'), html: filled('HtmlValue') };
}

const idOf = (text: S): ApexId | null => (text === null || text === '' ? null : (idFromString(text) as ApexId));

/** Messaging.renderStoredEmailTemplate. */
export function renderStored(tx: Transaction, templateId: string, whoId: S, whatId: S): DataObject {
  const id = idFromString(templateId) as ApexId;
  const template = storedTemplate(tx, id);
  if (!template) throw apexException('EmailException', `Email template does not exist: ${id.value}`);
  const context = { who: idOf(whoId), what: idOf(whatId) };
  const { subject, text, html } = renderTemplate(tx, template, context);
  return dataObject('Messaging.SingleEmailMessage', {
    subject,
    plainTextBody: text,
    htmlBody: html,
    templateId: id,
    templateName: textOf(template, 'Name'),
    targetObjectId: context.who,
    whatId: context.what
  });
}

/** Messaging.renderEmailTemplate: each body counts as one query. */
export function renderBodies(tx: Transaction, whoId: S, whatId: S, bodies: readonly S[]): ApexList {
  const context = { who: idOf(whoId), what: idOf(whatId) };
  const rendered = bodies.map((body): ApexValue => {
    tx.limits.add('queries', 1);
    return dataObject('Messaging.RenderEmailTemplateBodyResult', {
      mergedBody: body === null ? null : mergeFields(tx, body, context),
      success: true,
      errors: new ApexList(errorType)
    });
  });
  return new ApexList(resultType, rendered);
}
