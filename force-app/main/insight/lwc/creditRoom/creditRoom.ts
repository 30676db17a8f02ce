import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import after from '@salesforce/label/c.Handoff_CreditRoomAfter';
import before from '@salesforce/label/c.Handoff_CreditRoomBefore';
import deal from '@salesforce/label/c.Handoff_ThisDeal';
import free from '@salesforce/label/c.Handoff_CreditFree';
import overBy from '@salesforce/label/c.Handoff_CreditOverBy';
import used from '@salesforce/label/c.Handoff_CreditUsed';

/** Credit room before and after a deal. Amounts are in `currencyCode`; shown only when all three are known. */
export default class CreditRoom extends LightningElement {
  @api limit: Nullable<number> = null;
  @api room: Nullable<number> = null;
  @api roomAfter: Nullable<number> = null;
  @api currencyCode: Nullable<string> = null;

  label = { after, before, deal, free, overBy, used };

  get isKnown(): boolean {
    return [this.limit, this.room, this.roomAfter].every((each) => typeof each === 'number');
  }

  get isOver(): boolean {
    return (this.roomAfter ?? 0) < 0;
  }

  get missing(): number {
    return Math.abs(this.roomAfter ?? 0);
  }

  get afterClass(): string {
    return this.isOver ? 'amount over' : 'amount';
  }

  get usedWidth(): string {
    return this.width((this.limit ?? 0) - (this.room ?? 0));
  }

  get dealWidth(): string {
    return this.width((this.room ?? 0) - (this.roomAfter ?? 0));
  }

  get dealClass(): string {
    return this.isOver ? 'segment deal over' : 'segment deal';
  }

  /** The bar stands for the limit, or for all that would be owed when that is more. */
  private width(amount: number): string {
    const whole = Math.max(this.limit ?? 0, (this.limit ?? 0) - (this.roomAfter ?? 0));
    const share = whole > 0 ? Math.min(Math.max(amount, 0) / whole, 1) : 0;
    return `width: ${(share * 100).toFixed(2)}%`;
  }
}
