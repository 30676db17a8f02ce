import { api, LightningElement } from 'lwc';
import type { PageComponent as PageComponentModel } from '../../../protocol/pages.ts';
import { formFactor } from '../../services/form-factor.ts';
import type { RecordContext } from '../../services/record-context.ts';
import { isVisible } from '../../services/visibility.ts';

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

/** One component of a page, when its visibility rule and form factors allow it. */
export default class PageComponent extends LightningElement {
  @api component!: PageComponentModel;
  @api context: RecordContext | undefined;

  get isVisible(): boolean {
    const { visibility, formFactors } = this.component;
    return isVisible(visibility, this.context?.record) && (formFactors?.includes(formFactor) ?? true);
  }

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
    return this.component.facets['body'] ?? [];
  }

  get tabs() {
    return (this.component.facets['tabs'] ?? [])
      .filter((tab) => isVisible(tab.visibility, this.context?.record))
      .map((tab) => ({
        id: tab.id,
        label: String(tab.properties['title'] ?? 'Tab'),
        active: tab.properties['active'] === true,
        body: tab.facets['body'] ?? []
      }));
  }
}
