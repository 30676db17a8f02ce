import { LightningElement, api } from 'lwc';
import type { Nullable } from '@salesforce/ts-types';
import type { AccountPanel } from 'apex/AccountPanelController';
import amount from '@salesforce/label/c.Handoff_Amount';
import bucketName from '@salesforce/label/c.Handoff_AgingBucket';
import nothingOwed from '@salesforce/label/c.Handoff_AgingNothingOwed';
import share from '@salesforce/label/c.Handoff_AgingShare';
import title from '@salesforce/label/c.Handoff_AgingTitle';

type Bucket = NonNullable<AccountPanel['aging']>[number];

const OLDEST_SHADE = 3;

/** Receivables by age: a stacked bar for the eye, and the same figures as a table that every reader has. */
export default class AgingChart extends LightningElement {
  /** In order of age, youngest first. Credits (negative amounts) are listed but take no room in the bar. */
  @api buckets: Nullable<Bucket[]> = [];
  @api currencyCode: Nullable<string> = null;

  label = { amount, bucketName, nothingOwed, share, title };

  get rows() {
    const buckets = this.buckets ?? [];
    const total = buckets.reduce((sum, { amount: each }) => sum + Math.max(each ?? 0, 0), 0);
    let shade = 0;
    return buckets.map((bucket, index) => {
      shade = bucket.pastDue ? Math.min(shade + 1, OLDEST_SHADE) : 0;
      const part = total > 0 ? Math.max(bucket.amount ?? 0, 0) / total : 0;
      return {
        key: index,
        label: bucket.label,
        amount: bucket.amount ?? 0,
        part,
        swatch: `swatch shade-${shade}`,
        segment: `segment shade-${shade}`,
        width: `width: ${(part * 100).toFixed(2)}%`
      };
    });
  }

  get segments() {
    return this.rows.filter(({ part }) => part > 0);
  }

  get hasSegments(): boolean {
    return this.segments.length > 0;
  }
}
