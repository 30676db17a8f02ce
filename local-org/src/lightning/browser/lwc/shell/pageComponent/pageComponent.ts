import { api, LightningElement } from 'lwc';
import type { PageComponent as PageComponentModel } from '../../../../protocol/pages.ts';
import type { RecordContext } from '../../../services/record-context.ts';
import { isVisible, visibleComponents } from '../../../services/visibility.ts';

/** Which part of the shell stands for a standard component. */
const parts: Readonly<Record<string, string>> = {
  'force:highlightsPanel': 'highlights',
  'record_flexipage:dynamicHighlights': 'highlights',
  'force:detailPanel': 'details',
  'force:relatedListContainer': 'relatedLists',
  'force:relatedListSingleContainer': 'relatedList',
  'lst:dynamicRelatedList': 'relatedList',
  'flexipage:tabset': 'tabs',
  'flexipage:richText': 'richText',
  'flexipage:column': 'column'
};

/** One component of a page: a part of the shell for a standard one, else the project's own. */
export default class PageComponent extends LightningElement {
  @api component!: PageComponentModel;
  @api context: RecordContext | undefined;

  get isCustom(): boolean {
    return this.component.name.startsWith('c:');
  }

  get is(): Readonly<Record<string, boolean>> {
    const part = parts[this.component.name];
    return part ? { [part]: true } : {};
  }

  /** What a component of the project receives: the properties of its place, and the record. */
  get customProperties(): Readonly<Record<string, unknown>> {
    const { recordId, objectApiName } = this.context ?? {};
    return { ...this.component.properties, flexipageRegionWidth: 'MEDIUM', recordId, objectApiName };
  }

  get body(): readonly PageComponentModel[] {
    return visibleComponents(this.component.facets['body'] ?? [], this.context?.record);
  }

  get tabs() {
    return (this.component.facets['tabs'] ?? [])
      .filter((tab) => isVisible(tab.visibility, this.context?.record))
      .map((tab) => ({
        id: tab.id,
        label: String(tab.properties['title'] ?? 'Tab'),
        active: tab.properties['active'] === true,
        body: visibleComponents(tab.facets['body'] ?? [], this.context?.record)
      }));
  }
}
