import { flag, text, texts } from '../../schema/xml.js';
import { tab } from './declared.js';
import type { SeedParts } from './seed.js';

/** Apps of every org with Sales and Service (from memory): developer name, label, whether Lightning shows it. */
const standardApps: readonly (readonly [string, string, boolean])[] = [
  ['Sales', 'Sales', false],
  ['Service', 'Service', false],
  ['Marketing', 'Marketing CRM Classic', false],
  ['Platform', 'Platform', false],
  ['LightningSales', 'Sales', true],
  ['LightningService', 'Service', true],
  ['LightningSalesConsole', 'Sales Console', true],
  ['ServiceConsole', 'Service Console', true],
  ['Community', 'Community', false],
  ['Content', 'Content', true]
];

const standardTabs = [
  'Account',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'Lead',
  'Opportunity',
  'Order',
  'Product2',
  'Task',
  'Event',
  'Report',
  'Dashboard',
  'User'
];

/** Apps and tabs: those of every org, and the project's. Aura applications, whose files end alike, are none. */
export function seedApps({ metadata, schema, define, forget }: SeedParts): void {
  for (const object of ['AppDefinition', 'AppTabMember', 'AppMenuItem']) forget(object);
  let order = 0;
  const app = (
    name: string,
    label: string,
    lightning: boolean,
    more: { description?: string; console?: boolean } = {}
  ) => {
    const durable = define('AppDefinition', name, {
      DeveloperName: name,
      Label: label,
      MasterLabel: label,
      Description: more.description ?? null,
      UiType: lightning ? 'Lightning' : 'Aloha',
      NavType: more.console ? 'Console' : 'Standard',
      IsLargeFormFactorSupported: true,
      IsMediumFormFactorSupported: true,
      IsSmallFormFactorSupported: true
    });
    define('AppDefinition', name, { DurableId: durable.value });
    define('AppMenuItem', name, {
      Name: name,
      Label: label,
      Type: 'TabSet',
      SortOrder: order++,
      IsVisible: true,
      IsAccessible: true
    });
    return durable;
  };
  for (const [name, label, lightning] of standardApps) app(name, label, lightning);
  for (const object of standardTabs) {
    const model = schema.object(object);
    if (model)
      define('TabDefinition', `standard-${object}`, tab(`standard-${object}`, model.pluralLabel, object, false));
  }
  for (const { name, xml, file } of metadata.components('CustomApplication')) {
    if (/[\\/]aura[\\/]/.test(file)) continue;
    const description = text(xml, 'description');
    const durable = app(
      name.replace(/^standard__/, ''),
      text(xml, 'label') ?? name,
      text(xml, 'uiType') === 'Lightning',
      {
        console: text(xml, 'navType') === 'Console' || flag(xml, 'isServiceCloudConsole'),
        ...(description !== undefined && { description })
      }
    );
    texts(xml, 'tabs').forEach((tabName, i) =>
      define('AppTabMember', `${name}.${tabName}`, {
        AppDefinitionId: durable.value,
        TabDefinitionId: tabName,
        DurableId: `${durable.value}.${tabName}`,
        SortOrder: i + 1
      })
    );
  }
}
