import { LightningElement } from 'lwc';
import { reduceErrors, type Problem } from 'c/errors';

/** A screen that loads its content, and changes it, by calling Apex. */
export default class ActingScreen extends LightningElement {
  /** What the last call met; null when it went well. */
  problem: Problem | null = null;
  busy = false;

  /**
   * Is busy while the work lasts, and keeps what it met until the next time.
   * @returns whether it went well
   */
  protected async attempt(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.problem = reduceErrors(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
