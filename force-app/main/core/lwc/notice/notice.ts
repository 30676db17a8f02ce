import { LightningElement, api } from 'lwc';
import errorWord from '@salesforce/label/c.Handoff_Error';
import infoWord from '@salesforce/label/c.Handoff_Information';
import successWord from '@salesforce/label/c.Handoff_Success';
import warningWord from '@salesforce/label/c.Handoff_Warning';

export type NoticeVariant = 'info' | 'success' | 'warning' | 'error';

const WORDS: Record<NoticeVariant, string> = {
  info: infoWord,
  success: successWord,
  warning: warningWord,
  error: errorWord
};

/** A banner: an icon that also speaks, one sentence, and what the parent slots below it. */
export default class Notice extends LightningElement {
  @api variant: NoticeVariant = 'info';
  /** In bold above the message; optional. */
  @api heading = '';
  @api message = '';

  get boxClass(): string {
    return `box ${this.variant}`;
  }

  get iconName(): string {
    return `utility:${this.variant}`;
  }

  get iconVariant(): string | null {
    return this.variant === 'info' ? null : this.variant;
  }

  get word(): string {
    return WORDS[this.variant];
  }

  /** Bad news interrupts a screen reader; the rest waits its turn. */
  get liveRole(): string {
    return this.variant === 'error' ? 'alert' : 'status';
  }
}
