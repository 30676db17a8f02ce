import { LightningElement, api } from 'lwc';
import { stepAlone, type Problem } from 'c/errors';
import type { NoticeVariant } from 'c/notice';
import nextMove from '@salesforce/label/c.Handoff_WhoseMove';
import nextStep from '@salesforce/label/c.Handoff_NextStep';
import { fill } from 'c/text';

/** The one place where a component's error appears: what happened, whose move it is, what to do next. */
export default class ErrorPanel extends LightningElement {
  /** Nothing is shown while this is null. */
  @api problem: Problem | null = null;

  label = { nextStep };

  /** What mends itself is a warning: nobody has to do anything. */
  get variant(): NoticeVariant {
    return this.problem?.owner === 'Automatic' ? 'warning' : 'error';
  }

  get message(): string {
    return this.problem?.message ?? '';
  }

  get step(): string {
    return stepAlone(this.problem?.owner, this.problem?.nextStep);
  }

  /** An automatic next move needs nobody, so no person is named. */
  get owner(): string | null {
    const owner = this.problem?.owner;
    return owner && owner !== 'Automatic' ? fill(nextMove, owner) : null;
  }
}
