import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
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

/** A banner: an icon that also speaks, one sentence, points, and what the parent slots below them. */
export default class Notice extends LightningElement {
  @api variant: NoticeVariant = 'info';
  /** In bold above the message; optional. */
  @api heading = '';
  @api message = '';
  /** Below the message, one point each. */
  @api lines: Nullable<string[]> = null;

  get points() {
    return (this.lines ?? []).map((text, key) => ({ key, text }));
  }

  get hasPoints(): boolean {
    return this.points.length > 0;
  }

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
