import { LightningElement, api } from 'lwc';
import admins from '@salesforce/label/c.Handoff_LedgerBooksAdmins';
import detail from '@salesforce/label/c.Handoff_LedgerBooksDetail';
import detailed from '@salesforce/label/c.Handoff_LedgerBooksDetailed';
import late from '@salesforce/label/c.Handoff_LedgerBooksLate';
import lateHold from '@salesforce/label/c.Handoff_LedgerBooksLateHold';
import lateNext from '@salesforce/label/c.Handoff_LedgerBooksLateNext';
import save from '@salesforce/label/c.Handoff_LedgerBooksSave';
import summarised from '@salesforce/label/c.Handoff_LedgerBooksSummarised';
import title from '@salesforce/label/c.Handoff_LedgerBooks';
import type { LedgerDesk } from 'apex/LedgerDesk';

type Value = CustomEvent<{ value: string }>;

/** How a connection's books are kept: journals one by one or summed up, and what becomes of late documents. Says `books`. */
export default class LedgerBooks extends LightningElement {
  @api disabled = false;

  label = { admins, detail, late, save, title };
  details = [
    { label: detailed, value: 'Detailed' },
    { label: summarised, value: 'Summarised' }
  ];
  lates = [
    { label: lateHold, value: 'Hold' },
    { label: lateNext, value: 'Next Open Period' }
  ];
  journalDetail = '';
  lateDocuments = '';
  private current: LedgerDesk | null = null;

  @api
  get desk(): LedgerDesk | null {
    return this.current;
  }

  set desk(value: LedgerDesk | null) {
    this.current = value;
    this.journalDetail = value?.journalDetail ?? '';
    this.lateDocuments = value?.lateDocuments ?? '';
  }

  handleDetail(event: Value): void {
    this.journalDetail = event.detail.value;
  }

  handleLate(event: Value): void {
    this.lateDocuments = event.detail.value;
  }

  handleSave(): void {
    const { journalDetail, lateDocuments } = this;
    this.dispatchEvent(new CustomEvent('books', { detail: { journalDetail, lateDocuments } }));
  }

  /** Why nothing can be changed here. */
  get isNotHis(): boolean {
    return this.current !== null && !this.current.canSetUp;
  }

  get cannotSave(): boolean {
    const isAsItWas =
      this.journalDetail === this.current?.journalDetail && this.lateDocuments === this.current?.lateDocuments;
    return this.disabled || isAsItWas;
  }
}
