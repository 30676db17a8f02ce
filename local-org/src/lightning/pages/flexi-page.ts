import { child, children, text, texts, type XmlNode } from '../../schema/xml.js';
import type { ComponentBundle } from '../components.js';
import type { PageComponent, PageRegion, PropertyValue, VisibilityRule } from '../protocol/pages.js';

/** Labels that FlexiPages name instead of writing. */
const standardTitles: Readonly<Record<string, string>> = {
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
  'Standard.Tab.news': 'News',
  'Standard.Tab.home': 'Home'
};

/** The regions of a FlexiPage with their components; facets are put in place of the properties that name them. */
export function pageRegions(xml: XmlNode, bundles: readonly ComponentBundle[], target: string): PageRegion[] {
  const regions = children(xml, 'flexiPageRegions');
  const facets = new Map(
    regions.filter((region) => text(region, 'type') === 'Facet').map((region) => [text(region, 'name') ?? '', region])
  );
  const counter = { next: 0 };

  const componentsOf = (region: XmlNode): PageComponent[] =>
    instancesOf(region).map((instance) => {
      const written = text(instance, 'componentName') ?? '';
      const bundle = bundles.find((candidate) => candidate.name === written.replace(/^.*(?::|__)/, ''));
      const own = bundle && !isStandard(written) ? bundle : undefined;
      const properties: Record<string, PropertyValue> = {};
      const inner: Record<string, readonly PageComponent[]> = {};
      for (const property of children(instance, 'componentInstanceProperties')) {
        const name = text(property, 'name') ?? '';
        const facet = facets.get(text(property, 'value') ?? '');
        if (facet) inner[name] = componentsOf(facet);
        else properties[name] = propertyValue(property, own?.meta.propertyTypes[name]);
      }
      const visibility = visibilityRule(child(instance, 'visibilityRule'));
      const formFactors = own?.meta.formFactors[target];
      return {
        id: `${text(instance, 'identifier') ?? written}-${counter.next++}`,
        name: own ? `c:${own.name}` : written,
        properties,
        ...(visibility && { visibility }),
        ...(formFactors && { formFactors }),
        facets: inner
      };
    });

  return regions
    .filter((region) => text(region, 'type') !== 'Facet')
    .map((region) => ({ name: text(region, 'name') ?? '', components: componentsOf(region) }));
}

/** The child relationships that a page shows by dynamic related lists of their own, which no layout holds. */
export function dynamicLists(regions: readonly PageRegion[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (components: readonly PageComponent[]): void => {
    for (const { name, properties, facets } of components) {
      if (name === 'lst:dynamicRelatedList') found.add(String(properties['relatedListApiName']));
      Object.values(facets).forEach(look);
    }
  };
  regions.forEach(({ components }) => look(components));
  return found;
}

/** Current pages wrap components in itemInstances, older ones do not. Fields placed by Dynamic Forms are no components. */
function instancesOf(region: XmlNode): readonly XmlNode[] {
  const wrapped = children(region, 'itemInstances').flatMap((item) => children(item, 'componentInstance'));
  return [...wrapped, ...children(region, 'componentInstances')];
}

/** `force:…`, `flexipage:…` and their like come with the platform. */
function isStandard(name: string): boolean {
  return /^(?:force|flexipage|record_flexipage|lst|home|runtime_\w+|forceChatter|standard|analytics):/.test(name);
}

function propertyValue(property: XmlNode, type: string | undefined): PropertyValue {
  const list = child(property, 'valueList');
  if (list) return children(list, 'valueListItems').flatMap((item) => text(item, 'value') ?? []);
  const written = text(property, 'value') ?? '';
  if (type === 'Integer') return Number(written);
  if (type === 'Boolean' || (type === undefined && /^(?:true|false)$/.test(written))) return written === 'true';
  return standardTitles[written] ?? written;
}

/** The visibility rule of a component or action; undefined when there is none. */
export function visibilityRule(node: XmlNode | undefined): VisibilityRule | undefined {
  const criteria = children(node, 'criteria').map((criterion) => ({
    left: text(criterion, 'leftValue') ?? '',
    operator: text(criterion, 'operator') ?? 'EQUAL',
    right: text(criterion, 'rightValue') ?? ''
  }));
  if (criteria.length === 0) return undefined;
  const booleanFilter = texts(node, 'booleanFilter')[0];
  return { criteria, ...(booleanFilter && { booleanFilter }) };
}

/** The rules of the actions that a page lists in its highlights panel, by action name; undefined when it lists none. */
export function listedActions(xml: XmlNode): ReadonlyMap<string, VisibilityRule | undefined> | undefined {
  for (const instance of children(xml, 'flexiPageRegions').flatMap(instancesOf)) {
    const properties = children(instance, 'componentInstanceProperties');
    const list = properties.find((property) => text(property, 'name') === 'actionNames');
    const items = children(child(list, 'valueList'), 'valueListItems');
    if (items.length === 0) continue;
    return new Map(items.map((item) => [text(item, 'value') ?? '', visibilityRule(child(item, 'visibilityRule'))]));
  }
  return undefined;
}
