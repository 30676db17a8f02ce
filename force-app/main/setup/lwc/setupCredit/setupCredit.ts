import { api } from 'lwc';
import checkCredit from '@salesforce/apex/SetupController.checkCredit';
import ask from '@salesforce/label/c.Handoff_SetupCredit';
import help from '@salesforce/label/c.Handoff_SetupCreditHelp';
import type { SetupState } from 'apex/SetupController';
import ActingScreen from 'c/actingScreen';

/** Asks whether credit is looked at before anything is sent; the answer counts at once, and is told by `statechange`. */
export default class SetupCredit extends ActingScreen {
  @api state: SetupState | null = null;

  label = { ask, help };

  async handleChange(event: CustomEvent<{ checked: boolean }>): Promise<void> {
    const input = event.target as HTMLElement & { checked: boolean };
    const done = await this.attempt(async () => {
      const detail = await checkCredit({
        connectionId: this.state?.connectionId ?? null,
        wanted: event.detail.checked
      });
      this.dispatchEvent(new CustomEvent<SetupState>('statechange', { detail }));
    });
    // The state did not change, so no render puts the toggle back.
    if (!done) input.checked = Boolean(this.state?.checksCredit);
  }
}
