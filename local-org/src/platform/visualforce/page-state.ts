import type { ApexException, ApexThrow } from '../../kernel/exception.js';
import { type ApexEnumValue, ApexObject } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { apexException, type DmlExceptionDetail, noMessage } from '../../runtime/exceptions.js';
import { enumConstant } from '../enums.js';

export const visualforceException = (message: string): ApexThrow => apexException('VisualforceException', message);

type S = string | null;

/** ApexPages.Message. */
export class PageMessage extends ApexObject {
  readonly severity: ApexEnumValue | null;
  readonly summary: S;
  readonly detail: S;
  constructor(severity: ApexEnumValue | null, summary: S, detail: S) {
    super();
    this.severity = severity;
    this.summary = summary;
    this.detail = detail;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'ApexPages.Message', args: [] };
  }
}

const messagesKey = {};

/** The messages of the page that the transaction serves. */
export const pageMessages = (tx: Transaction): PageMessage[] => tx.slot(messagesKey, () => []);

/** One message an error: those of a DmlException have one for each failed row. */
export function addExceptionMessages(tx: Transaction, exception: ApexException): void {
  const rows = (exception.detail as Partial<DmlExceptionDetail> | undefined)?.dml;
  const texts = rows?.map((row) => row.errors[0]?.message ?? '') ?? [exception.message ?? noMessage];
  for (const text of texts) {
    pageMessages(tx).push(new PageMessage(enumConstant('ApexPages.Severity', 'ERROR'), text, text));
  }
}
