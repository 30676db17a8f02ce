/** The event a quick action fires to close its window; sfdx-lwc-jest ships no stub for lightning/actions. */
export class CloseActionScreenEvent extends CustomEvent {
  constructor() {
    super('lightning__actionsclosescreen', { composed: true, bubbles: true });
  }
}
