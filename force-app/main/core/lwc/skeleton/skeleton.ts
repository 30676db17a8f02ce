import { LightningElement, api } from 'lwc';
import loading from '@salesforce/label/c.Handoff_Loading';

/** Holds the place of content that is on its way, so that the page does not jump when it arrives. */
export default class Skeleton extends LightningElement {
  /** Number of tiles above the bars. */
  @api tiles = 4;
  /** Number of text bars. */
  @api rows = 3;

  label = { loading };

  get tileKeys(): number[] {
    return Array.from({ length: Number(this.tiles) }, (_each, index) => index);
  }

  get rowKeys(): number[] {
    return Array.from({ length: Number(this.rows) }, (_each, index) => index);
  }
}
