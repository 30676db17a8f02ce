import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

/** A link to a record that opens inside Lightning, and still is a real link for a new tab. */
export default class RecordLink extends NavigationMixin(LightningElement) {
  @api recordId = '';
  @api label = '';

  url = '#';

  override connectedCallback(): void {
    this[NavigationMixin.GenerateUrl](this.page()).then((url) => {
      this.url = url;
    });
  }

  handleClick(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](this.page());
  }

  private page() {
    return { type: 'standard__recordPage', attributes: { recordId: this.recordId, actionName: 'view' } };
  }
}
