/** Source: https://developer.salesforce.com/docs/platform/lwc/guide/use-quick-actions-screen */

/** Asks the window around a screen quick action to close. */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
  constructor(options: EventInit = {}) {
    super('lightning__actionsclosescreen', { bubbles: true, composed: true, cancelable: true, ...options });
  }
}
