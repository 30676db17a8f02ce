import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import shownPart from '@salesforce/label/c.Handoff_ShownPart';
import type { ShownPart as Part } from 'apex/ShownPart';
import { fill } from 'c/text';

/** Says that a list shows its newest rows only; nothing where it shows all. */
export default class ShownPart extends LightningElement {
  @api shown: Nullable<Part> = null;

  get text(): string {
    return this.shown ? fill(shownPart, this.shown.shown, this.shown.total, this.shown.what) : '';
  }
}
