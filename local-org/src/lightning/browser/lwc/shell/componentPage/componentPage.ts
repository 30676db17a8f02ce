import { api, LightningElement } from 'lwc';
import { currentPage } from '../../../services/router.ts';

/** A component with an address of its own: `/lightning/cmp/c__name?c__key=value` (lightning__UrlAddressable). */
export default class ComponentPage extends LightningElement {
  @api componentName = '';

  get name(): string {
    return this.componentName.replace('__', ':');
  }

  get properties(): Readonly<Record<string, unknown>> {
    return { pageReference: currentPage() };
  }
}
