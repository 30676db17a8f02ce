import type { HttpReply } from '../../http.js';
import type { Refusal } from '../../ledger/errors.js';
import { LedgerRefusal } from '../../ledger/errors.js';

/**
 * An error with the code and text of Business Central. Codes are listed at
 * learn.microsoft.com/dynamics365/business-central/dev-itpro/api-reference/v2.0/dynamics-error-codes
 */
export class BcError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'BcError';
    this.status = status;
    this.code = code;
  }
}

/** The error body of the API; every message ends with the correlation id of its request. */
export function errorReply(error: BcError, correlationId: string): HttpReply {
  const message = `${error.message}  CorrelationId:  ${correlationId}.`;
  const body = { error: { code: error.code, message } };
  if (error.status !== 401) return { status: error.status, body };
  const challenge = { 'www-authenticate': 'Bearer realm="", error="invalid_token"' };
  return { status: error.status, headers: challenge, body };
}

/** Words whatever was thrown as the API would; undefined for a defect of our own. */
export function toBcError(error: unknown): BcError | undefined {
  if (error instanceof BcError) return error;
  return error instanceof LedgerRefusal ? fromRefusal(error.refusal) : undefined;
}

export const badRequest = (message: string) => new BcError(400, 'BadRequest', message);

/** An error that application code raised: a dialog text. */
export const dialog = (message: string) => new BcError(400, 'Application_DialogException', message);

export const unauthorized = () =>
  new BcError(401, 'Authentication_InvalidCredentials', 'The server has rejected the client credentials.');

export const segmentNotFound = (segment: string) =>
  new BcError(404, 'BadRequest_ResourceNotFound', `Resource not found for the segment '${segment}'.`);

export const recordNotFound = (table: string, field: string, value: string) =>
  new BcError(
    404,
    'Internal_RecordNotFound',
    `The ${table} does not exist. Identification fields and values: ${field}='${value}'`
  );

export const methodNotAllowed = (method: string, entitySet: string) =>
  new BcError(405, 'BadRequest_MethodNotAllowed', `The entity set '${entitySet}' does not support ${method}.`);

/** A text that is longer than the field that is to hold it. */
export const tooLong = (value: string, maxLength: number) =>
  new BcError(
    400,
    'Application_StringExceededLength',
    `The length of the string is ${value.length}, but it must be less than or equal to ${maxLength} characters. Value: ${value}`
  );

export const invalidRelation = (table: string, field: string, value: string, related: string) =>
  new BcError(
    400,
    'Internal_InvalidTableRelation',
    `The field ${field} of table ${table} contains a value (${value}) that cannot be found in the related table (${related}).`
  );

function fromRefusal(refusal: Refusal): BcError {
  switch (refusal.kind) {
    case 'notFound':
      return recordNotFound(refusal.table, refusal.field, refusal.value);
    case 'alreadyExists':
      return new BcError(
        400,
        'Internal_EntityWithSameKeyExists',
        `The record in table ${refusal.table} already exists. Identification fields and values: ${refusal.field}='${refusal.value}'`
      );
    case 'invalidRelation':
      return invalidRelation(refusal.table, refusal.field, refusal.value, refusal.related);
    case 'customerBlocked':
      return dialog(
        `You cannot ${refusal.action} this type of document when Customer ${refusal.number} is blocked with type ${refusal.blocked}`
      );
    case 'itemBlocked':
      return dialog(`Blocked must be equal to 'No'  in Item: No.=${refusal.number}. Current value is 'Yes'.`);
    case 'accountBlocked':
      return dialog(`Blocked must be equal to 'No'  in G/L Account: No.=${refusal.number}. Current value is 'Yes'.`);
    case 'noDirectPosting':
      return dialog(
        `Direct Posting must be equal to 'Yes'  in G/L Account: No.=${refusal.number}. Current value is 'No'.`
      );
    case 'periodClosed':
      return dialog(`Posting Date is not within your range of allowed posting dates in ${refusal.document}.`);
    case 'nothingToPost':
      return dialog('There is nothing to post.');
    case 'outOfBalance':
      return dialog(
        `Document No. ${refusal.documentNumber} is out of balance by ${refusal.amount}. Please check that Posting Date, Document Type, Document No. and Amount are correct for each line.`
      );
    case 'wrongSign':
      return dialog(
        `Amount must be negative in Gen. Journal Line Journal Template Name='CASHRCPT',Journal Batch Name='${refusal.journal}',Line No.='${refusal.lineNumber}'.`
      );
    case 'noOpenEntry':
      return new BcError(
        400,
        'Internal_RecordNotFound',
        `There is no Cust. Ledger Entry within the filter.  Filters: Document Type: Invoice, Document No.: ${refusal.documentNumber}, Customer No.: ${refusal.customerNumber}, Open: Yes`
      );
    case 'hasEntries':
      return dialog(
        `You cannot delete ${refusal.table} ${refusal.number} because there are ledger entries or documents for it.`
      );
    case 'notEditable':
      return dialog(`The ${refusal.document} cannot be changed.`);
    case 'alreadyPaid':
      return dialog('You cannot cancel this posted sales invoice because it is fully or partially paid.');
    case 'required':
      return dialog(`${refusal.field} must have a value in ${refusal.table}. It cannot be zero or empty.`);
    case 'lineTypeUnsupported':
      return new BcError(
        400,
        'Unknown',
        `'${refusal.lineType}' is not an option of this field. This sandbox knows lines of type Item, Account and Comment, and journal accounts of type G/L Account and Customer.`
      );
    case 'negativeTotal':
      return dialog('The total amount for the invoice must be 0 or greater.');
    case 'belowShipped':
      return dialog(
        `Quantity must not be less than Quantity Shipped in Sales Line Document Type='Order',Document No.='${refusal.documentNumber}',Line No.='${refusal.lineNumber}'.`
      );
    case 'alreadyShipped':
      return dialog(
        `Quantity Shipped must be equal to '0'  in Sales Line: Document Type=Order, Document No.=${refusal.documentNumber}. Current value is '${refusal.quantity}'.`
      );
    case 'dimensionTaken':
      return dialog(
        'The dimension set line already exists. Check existing dimension set lines and the default dimension set lines on the parent.'
      );
    case 'noDimension':
      return dialog(`The "${refusal.field}" does not match to a ${refusal.table}.`);
  }
}
