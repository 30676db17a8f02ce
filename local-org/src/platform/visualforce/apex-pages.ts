import { ApexList } from '../../kernel/collections.js';
import type { ApexException } from '../../kernel/exception.js';
import type { ApexEnumValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { platformClass } from '../define.js';
import { PageReferenceObject } from './page-reference.js';
import { addExceptionMessages, PageMessage, pageMessages } from './page-state.js';

type S = string | null;
type Severity = ApexEnumValue | null;

const messageType: ApexType = { kind: 'platform', name: 'ApexPages.Message', args: [] };
const currentKey = {};

const current = (tx: Transaction): { page: PageReferenceObject | null } =>
  // A test stands on a page from the beginning: it may set parameters without Test.setCurrentPage. Other transactions serve no page.
  tx.slot(currentKey, () => ({ page: tx.test ? new PageReferenceObject('/') : null }));

export const currentPage = (tx: Transaction): PageReferenceObject | null => current(tx).page;

/** Test.setCurrentPage: also forgets the messages of the page before. */
export function setCurrentPage(tx: Transaction, page: PageReferenceObject | null): void {
  current(tx).page = page;
}

export const apexPagesClasses = [
  platformClass({
    name: 'System.ApexPages',
    members: {
      'static PageReference currentPage()': (tx) => currentPage(tx),
      'static void addMessage(ApexPages.Message message)': (tx, message: PageMessage | null) => {
        pageMessages(tx).push(required(message, 1));
      },
      'static void addMessages(Exception ex)': (tx, exception: ApexException | null) =>
        addExceptionMessages(tx, required(exception, 1)),
      'static List<ApexPages.Message> getMessages()': (tx) => new ApexList(messageType, [...pageMessages(tx)]),
      'static Boolean hasMessages()': (tx) => pageMessages(tx).length > 0,
      'static Boolean hasMessages(ApexPages.Severity severity)': (tx, severity: Severity) =>
        pageMessages(tx).some((message) => message.severity === severity)
    }
  }),
  platformClass({
    name: 'ApexPages.Message',
    members: {
      // Without a detail the summary stands in for it, as public test suites that run on an org assert.
      'ApexPages.Message(ApexPages.Severity severity, String summary)': (_tx, severity: Severity, summary: S) =>
        new PageMessage(severity, summary, summary),
      'ApexPages.Message(ApexPages.Severity severity, String summary, String detail)': (
        _tx,
        severity: Severity,
        summary: S,
        detail: S
      ) => new PageMessage(severity, summary, detail),
      'ApexPages.Message(ApexPages.Severity severity, String summary, String detail, String id)': (
        _tx,
        severity: Severity,
        summary: S,
        detail: S
      ) => new PageMessage(severity, summary, detail),
      // Labels belong to the input fields of a rendered page.
      'String getComponentLabel()': () => null,
      'String getDetail()': (_tx, self: PageMessage) => self.detail,
      'ApexPages.Severity getSeverity()': (_tx, self: PageMessage) => self.severity,
      'String getSummary()': (_tx, self: PageMessage) => self.summary
    }
  })
];
