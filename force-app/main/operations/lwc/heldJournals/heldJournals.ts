import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import heldJournals from '@salesforce/apex/OperationsController.heldJournals';
import open from '@salesforce/label/c.Handoff_OpsHeldOpen';
import waiting from '@salesforce/label/c.Handoff_OpsHeldJournals';
import type { HeldBooks } from 'apex/OperationsController';
import { reduceErrors } from 'c/errors';
import { fill } from 'c/text';

const LEDGER = { type: 'standard__navItemPage', attributes: { apiName: 'Handoff_Ledger' } };

/** Journals that wait for finance in our own books, and the way to them; nothing when none does. */
export default class HeldJournals extends NavigationMixin(LightningElement) {
  label = { open };
  books: HeldBooks[] = [];
  problem = '';
  url = '#';

  override connectedCallback(): void {
    this[NavigationMixin.GenerateUrl](LEDGER).then((url) => {
      this.url = url;
    });
    this.read();
  }

  private async read(): Promise<void> {
    try {
      this.books = await heldJournals();
    } catch (cause) {
      this.problem = reduceErrors(cause).message;
    }
  }

  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](LEDGER);
  }

  get isShown(): boolean {
    return this.books.length > 0;
  }

  get lines(): { name: string; text: string }[] {
    return this.books.map(({ connectionName, journals }) => ({
      name: connectionName ?? '',
      text: fill(waiting, journals, connectionName)
    }));
  }
}
