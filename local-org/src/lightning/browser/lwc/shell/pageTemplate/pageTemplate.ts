import { api, LightningElement } from 'lwc';
import type { PageRegion } from '../../../../protocol/pages.ts';
import type { RecordContext } from '../../../services/record-context.ts';
import { placeOf } from '../../../services/templates.ts';
import { visibleComponents } from '../../../services/visibility.ts';

/** Lays the regions of a page out as its template says; on narrow screens they stand below each other. */
export default class PageTemplate extends LightningElement {
  @api templateName = '';
  @api regions: readonly PageRegion[] = [];
  @api context: RecordContext | undefined;

  get placed() {
    const record = this.context?.record;
    return this.regions
      .map((region) => ({ ...region, components: visibleComponents(region.components, record) }))
      .filter((region) => region.components.length > 0)
      .map((region) => ({ ...region, place: placeOf(this.templateName, region.name) }))
      .sort((a, b) => a.place.order - b.place.order)
      .map(({ name, components, place }) => ({ name, components, className: `region columns_${place.columns}` }));
  }
}
