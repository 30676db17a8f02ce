/** Source: https://developer.salesforce.com/docs/platform/lwc/guide/use-toast */
import { TOAST_EVENT, type ToastRequest } from '../../../services/toast.ts';

export class ShowToastEvent extends CustomEvent<ToastRequest> {
  constructor(toast: ToastRequest) {
    super(TOAST_EVENT, { bubbles: true, cancelable: true, composed: true, detail: toast });
  }
}
