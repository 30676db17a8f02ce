import { child, text, texts } from '../../schema/xml.js';
import { iconOf, motifIcon } from '../icons.js';
import type { MetadataComponent } from '../metadata-source.js';
import type { AppModel, ObjectSummary, TabModel } from '../protocol/session.js';
import { readable, type PageInputs } from './inputs.js';

const usualTabs = ['standard-home', 'standard-Account', 'standard-Contact', 'standard-Opportunity', 'standard-Order'];

/**
 * The Lightning apps of the project with the tabs that the user may see, by label. A project without an app gets one that holds
 * the usual standard tabs and all of its own.
 */
export function lightningApps(inputs: PageInputs): AppModel[] {
  const apps = inputs.metadata
    .components('CustomApplication')
    .filter(({ xml }) => text(xml, 'uiType') !== 'Aloha')
    .map(({ name, xml }) => ({
      name,
      label: text(xml, 'label') ?? name,
      description: text(xml, 'description') ?? '',
      ...brandOf(text(child(xml, 'brand'), 'headerColor')),
      tabs: tabsOf(inputs, texts(xml, 'tabs'))
    }))
    .filter((app) => app.tabs.length > 0)
    .sort((a, b) => a.label.localeCompare(b.label));
  return apps.length > 0 ? apps : [defaultApp(inputs)];
}

function brandOf(color: string | undefined): Pick<AppModel, 'brandColor'> {
  return color && /^#[0-9a-f]{6}$/i.test(color) ? { brandColor: color } : {};
}

function defaultApp(inputs: PageInputs): AppModel {
  const own = inputs.metadata.components('CustomTab').map(({ name }) => name);
  const description = 'Standard tabs and those of the project';
  return { name: 'All_Tabs', label: 'All Tabs', description, tabs: tabsOf(inputs, [...usualTabs, ...own]) };
}

function tabsOf(inputs: PageInputs, names: readonly string[]): TabModel[] {
  return names.flatMap((name) => tabModel(inputs, name) ?? []);
}

/** A tab by API name; undefined when it does not exist, shows something that Lightning here does not (Visualforce, Aura), or the user may not see it. */
export function tabModel(inputs: PageInputs, name: string): TabModel | undefined {
  if (name.toLowerCase() === 'standard-home') {
    return { name: 'standard-home', label: 'Home', icon: 'standard:home', kind: 'home', target: homePage(inputs) };
  }
  const object = inputs.schema.object(name.replace(/^standard-/, ''));
  const custom = inputs.metadata.components('CustomTab').find((tab) => tab.name === name);
  if (object && (name.startsWith('standard-') || custom)) {
    if (!readable(inputs, object.name) || !inputs.access.tabVisible(name)) return undefined;
    const { pluralLabel: label } = object;
    return { name, label, icon: iconOf(object.name, inputs.metadata), kind: 'object', target: object.name };
  }
  return custom && inputs.access.tabVisible(name) ? customTab(custom) : undefined;
}

function customTab({ name, xml }: MetadataComponent): TabModel | undefined {
  const tab = { name, label: text(xml, 'label') ?? name, icon: motifIcon(text(xml, 'motif')) ?? 'standard:custom' };
  const component = text(xml, 'lwcComponent');
  if (component) return { ...tab, kind: 'component', target: `c:${component}` };
  const page = text(xml, 'flexiPage');
  return page ? { ...tab, kind: 'page', target: page } : undefined;
}

function homePage({ metadata }: PageInputs): string {
  const pages = metadata.components('FlexiPage');
  return pages.find(({ xml }) => text(xml, 'type') === 'HomePage')?.name ?? '';
}

/** The objects that the user may read, by label. */
export function objectSummaries(inputs: PageInputs): ObjectSummary[] {
  return [...inputs.schema.objects()]
    .filter(({ name, kind }) => (kind === 'standard' || kind === 'custom') && inputs.access.objectAccess(name, 'read'))
    .filter(({ name }) => !name.endsWith('Share'))
    .map(({ name, label, pluralLabel, keyPrefix, nameField }) => ({
      name,
      label,
      pluralLabel,
      keyPrefix,
      nameField,
      icon: iconOf(name, inputs.metadata),
      createable: inputs.access.objectAccess(name, 'create')
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
