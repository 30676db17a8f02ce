import { child, children, text, type XmlNode } from '../schema/xml.js';
import type { MetadataComponent } from './metadata-source.js';
import { tabModel } from './pages/apps.js';
import { dynamicLists, pageRegions } from './pages/flexi-page.js';
import type { PageInputs } from './pages/inputs.js';
import { fieldSections, highlightFields, relatedLists } from './pages/layouts.js';
import { quickActions } from './pages/quick-actions.js';
import type { PageComponent, RecordPageModel, TabPageModel } from './protocol/pages.js';

/** What the server needs to answer the shell's questions about apps, tabs and pages. All of it is pure: metadata in, models out. */
export { lightningApps, objectSummaries, tabModel } from './pages/apps.js';
export type { PageInputs } from './pages/inputs.js';

export interface RecordPageOptions {
  /** The app that is open: its own page for the object comes first. */
  readonly app?: string | undefined;
  readonly formFactor?: 'Large' | 'Small' | undefined;
}

/**
 * The page of an object's records: the FlexiPage that the app's action overrides assign, else the one that the object's do,
 * else a default page. Undefined when the object does not exist or the user may not read it.
 */
export function recordPage(
  inputs: PageInputs,
  objectName: string,
  options: RecordPageOptions = {}
): RecordPageModel | undefined {
  const object = inputs.schema.object(objectName);
  if (!object || !inputs.access.objectAccess(object.name, 'read')) return undefined;
  const page = assignedPage(inputs, object.name, options);
  const regions = page && pageRegions(page.xml, inputs.components, 'lightning__RecordPage');
  return {
    object: object.name,
    ...(page && { flexiPage: page.name }),
    label: object.label,
    template: text(child(page?.xml, 'template'), 'name') ?? 'flexipage:recordHomeTemplateDesktop',
    regions: regions ?? [
      { name: 'header', components: [standardPart('force:highlightsPanel')] },
      { name: 'main', components: [standardPart('force:detailPanel')] },
      { name: 'sidebar', components: [standardPart('force:relatedListContainer')] }
    ],
    quickActions: quickActions(inputs, object.name, page?.xml),
    highlights: highlightFields(inputs, object),
    sections: fieldSections(inputs, object),
    related: relatedLists(inputs, object, dynamicLists(regions ?? []))
  };
}

/** The page behind a tab that shows a component or a FlexiPage. Undefined when there is none, or the user may not see the tab. */
export function tabPage(inputs: PageInputs, tabName: string): TabPageModel | undefined {
  const tab = tabModel(inputs, tabName);
  if (!tab || tab.kind === 'object') return undefined;
  const { name, label, icon, target } = tab;
  if (tab.kind === 'component') {
    const regions = [{ name: 'main', components: [standardPart(target)] }];
    return { name, label, icon, template: 'flexipage:defaultAppHomeTemplate', regions };
  }
  const page = flexiPage(inputs, target);
  if (!page) return undefined;
  const template = text(child(page.xml, 'template'), 'name') ?? 'flexipage:defaultAppHomeTemplate';
  const kind = tab.kind === 'home' ? 'lightning__HomePage' : 'lightning__AppPage';
  return { name, label, icon, template, regions: pageRegions(page.xml, inputs.components, kind) };
}

function standardPart(name: string): PageComponent {
  return { id: name, name, properties: {}, facets: {} };
}

function flexiPage({ metadata }: PageInputs, name: string): MetadataComponent | undefined {
  return metadata.components('FlexiPage').find((page) => page.name === name);
}

function assignedPage(inputs: PageInputs, object: string, options: RecordPageOptions): MetadataComponent | undefined {
  const app = inputs.metadata.components('CustomApplication').find(({ name }) => name === options.app);
  const owner = inputs.metadata.components('CustomObject').find(({ name }) => name === object);
  const ofApp = [...children(app?.xml, 'actionOverrides'), ...children(app?.xml, 'profileActionOverrides')];
  const overrides = [
    ...ofApp.filter((override) => text(override, 'pageOrSobjectType') === object),
    ...children(owner?.xml, 'actionOverrides')
  ].filter(isFlexiPageView);
  const wanted = options.formFactor ?? 'Large';
  const fits = (override: XmlNode) => (text(override, 'formFactor') ?? wanted) === wanted;
  const chosen = overrides.find(fits) ?? overrides.find((override) => text(override, 'formFactor') === 'Large');
  return chosen && flexiPage(inputs, text(chosen, 'content') ?? '');
}

function isFlexiPageView(override: XmlNode): boolean {
  return text(override, 'actionName') === 'View' && text(override, 'type')?.toLowerCase() === 'flexipage';
}
