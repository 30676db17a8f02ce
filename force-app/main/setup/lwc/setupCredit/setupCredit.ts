import { LightningElement, api } from 'lwc';
import checkCredit from '@salesforce/apex/SetupController.checkCredit';
import ask from '@salesforce/label/c.Handoff_SetupCredit';
import help from '@salesforce/label/c.Handoff_SetupCreditHelp';
import type { SetupState } from 'apex/SetupController';
import { reduceErrors, type Problem } from 'c/errors';

/** Asks whether credit is looked at before anything is sent; the answer counts at once, and is told by `statechange`. */
export default class SetupCredit extends LightningElement {
  @api state: SetupState | null = null;

  label = { ask, help };
  problem: Problem | null = null;
  busy = false;

  async handleChange(event: CustomEvent<{ checked: boolean }>): Promise<void> {
    const input = event.target as HTMLElement & { checked: boolean };
    this.busy = true;
    this.problem = null;
    try {
      const detail = await checkCredit({
        connectionId: this.state?.connectionId ?? null,
        wanted: event.detail.checked
      });
      this.dispatchEvent(new CustomEvent<SetupState>('statechange', { detail }));
    } catch (error) {
      this.problem = reduceErrors(error);
      // The state did not change, so no render puts the toggle back.
      input.checked = Boolean(this.state?.checksCredit);
    } finally {
      this.busy = false;
    }
  }
}
