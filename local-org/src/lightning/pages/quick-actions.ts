import { child, children, text, type XmlNode } from '../../schema/xml.js';
import type { MetadataComponent } from '../metadata-source.js';
import type { QuickActionModel, VisibilityRule } from '../protocol/pages.js';
import { listedActions } from './flexi-page.js';
import type { PageInputs } from './inputs.js';

/**
 * The quick actions on an object's record page that run a Lightning web component: those that the FlexiPage lists, else those that
 * the layout lists, else all of the object. Other kinds (create, update, flow, Visualforce) are left out.
 */
export function quickActions(inputs: PageInputs, object: string, page: XmlNode | undefined): QuickActionModel[] {
  const models = inputs.metadata.components('QuickAction').flatMap((action) => actionModel(inputs, action) ?? []);
  const prefix = `${object}.`.toLowerCase();
  const own = models.filter(({ name }) => name.toLowerCase().startsWith(prefix));
  const listed = (page && listedActions(page)) ?? layoutActions(inputs, object);
  if (!listed) return own;
  return [...listed].flatMap(([name, rule]) => {
    const full = (candidate: string) => candidate.toLowerCase() === name.toLowerCase();
    const model =
      models.find((candidate) => full(candidate.name)) ?? own.find(({ name: own }) => full(own.slice(prefix.length)));
    return model ? [{ ...model, ...(rule && { visibility: rule }) }] : [];
  });
}

function actionModel({ components }: PageInputs, { name, xml }: MetadataComponent): QuickActionModel | undefined {
  const bundle = components.find((candidate) => candidate.name === text(xml, 'lightningWebComponent'));
  if (!bundle) return undefined;
  const label = text(xml, 'label') ?? name.replace(/^.*\./, '').replaceAll('_', ' ');
  return { name, label, component: `c:${bundle.name}`, mode: bundle.meta.actionType };
}

function layoutActions(
  { metadata }: PageInputs,
  object: string
): ReadonlyMap<string, VisibilityRule | undefined> | undefined {
  const layout = metadata.components('Layout').find(({ name }) => name.startsWith(`${object}-`));
  const items = children(child(layout?.xml, 'platformActionList'), 'platformActionListItems');
  const names = items
    .filter((item) => text(item, 'actionType') === 'QuickAction')
    .flatMap((item) => text(item, 'actionName') ?? []);
  return names.length === 0 ? undefined : new Map(names.map((name) => [name, undefined]));
}
