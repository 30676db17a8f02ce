import { Big } from 'bigdecimal.js';
import { existsSync, readFileSync } from 'node:fs';
import type { MetadataComponent } from '../../schema/source-tree.js';
import { children, flag, text } from '../../schema/xml.js';
import type { RowFields } from '../store/system-rows.js';
import type { SeedParts } from './seed.js';

/** What stands in an object's table for each component of a metadata type, and for nothing else. */
interface Declared {
  readonly type: string;
  readonly object: string;
  /** The row's key and fields; undefined where the component makes no row. */
  readonly row: (component: MetadataComponent, parts: SeedParts) => readonly [string, RowFields] | undefined;
}

const labelled = ({ name, xml }: MetadataComponent): RowFields => ({
  DeveloperName: name,
  MasterLabel: text(xml, 'masterLabel') ?? text(xml, 'label') ?? name
});

const declared: readonly Declared[] = [
  {
    type: 'NamedCredential',
    object: 'NamedCredential',
    row: (component, { metadata }) => {
      const credential = metadata.namedCredential(component.name);
      const fields = {
        ...labelled(component),
        Endpoint: credential?.url ?? null,
        PrincipalType: text(component.xml, 'principalType') ?? 'Anonymous',
        CalloutOptionsGenerateAuthorizationHeader: credential?.generateAuthorizationHeader ?? true,
        CalloutOptionsAllowMergeFieldsInHeader: credential?.allowMergeFieldsInHeader ?? false,
        CalloutOptionsAllowMergeFieldsInBody: credential?.allowMergeFieldsInBody ?? false
      };
      return [component.name, fields];
    }
  },
  {
    type: 'notiftype',
    object: 'CustomNotificationType',
    row: (component) => [
      component.name,
      {
        ...labelled(component),
        CustomNotifTypeName: text(component.xml, 'customNotifTypeName') ?? component.name,
        Description: text(component.xml, 'description') ?? null,
        Desktop: flag(component.xml, 'desktop'),
        Mobile: flag(component.xml, 'mobile')
      }
    ]
  },
  {
    type: 'network',
    object: 'Network',
    row: ({ name, xml }) => [
      name,
      {
        Name: name,
        Description: text(xml, 'description') ?? null,
        Status: text(xml, 'status') ?? 'UnderConstruction',
        UrlPathPrefix: text(xml, 'urlPathPrefix') ?? null,
        EmailSenderName: text(xml, 'emailSenderName') ?? null,
        OptionsSelfRegistrationEnabled: flag(xml, 'selfRegistration'),
        OptionsGuestChatterEnabled: flag(xml, 'enableGuestChatter')
      }
    ]
  },
  {
    type: 'site',
    object: 'Site',
    row: ({ name, xml }) => [
      name,
      {
        Name: name,
        MasterLabel: text(xml, 'masterLabel') ?? name,
        Description: text(xml, 'description') ?? null,
        Status: flag(xml, 'active') ? 'Active' : 'Inactive',
        SiteType: text(xml, 'siteType') ?? 'Visualforce',
        UrlPathPrefix: text(xml, 'urlPathPrefix') ?? null,
        Subdomain: text(xml, 'subdomain') ?? null
      }
    ]
  },
  {
    type: 'ApexPage',
    object: 'ApexPage',
    row: (component) => [
      component.name,
      { ...markup(component), IsAvailableInTouch: flag(component.xml, 'availableInTouch') }
    ]
  },
  { type: 'component', object: 'ApexComponent', row: (component) => [component.name, markup(component)] },
  {
    type: 'ListView',
    object: 'ListView',
    row: ({ name, xml }, { schema }) => {
      const [object = '', own = ''] = name.split('.');
      const type = schema.object(object)?.name;
      if (type === undefined) return undefined;
      return [name, listView(type, own, text(xml, 'label') ?? own)];
    }
  },
  {
    type: 'CustomTab',
    object: 'TabDefinition',
    row: ({ name, xml }, { schema }) => {
      const object = schema.object(name)?.name;
      return [
        name,
        tab(name, text(xml, 'label') ?? (object && schema.object(object)?.pluralLabel) ?? name, object ?? null, true)
      ];
    }
  },
  {
    type: 'BusinessProcess',
    object: 'BusinessProcess',
    row: ({ name, xml }) => {
      const [object = '', own = name] = name.split('.');
      return [name, { Name: own, TableEnumOrId: object, IsActive: text(xml, 'isActive') !== 'false' }];
    }
  }
];

/** Rows of metadata that stands for itself: what the project no longer declares is gone. */
export function seedDeclared(parts: SeedParts): void {
  for (const { type, object, row } of declared) {
    parts.forget(object);
    for (const component of parts.metadata.components(type)) {
      const made = row(component, parts);
      if (made) parts.declare(object, ...made);
    }
  }
  // List views inside the files of their objects, as the metadata format has them.
  for (const { name, xml } of parts.metadata.components('CustomObject')) {
    const type = parts.schema.object(name)?.name;
    for (const view of type === undefined ? [] : children(xml, 'listViews')) {
      const own = text(view, 'fullName') ?? '';
      parts.declare('ListView', `${name}.${own}`, listView(type ?? name, own, text(view, 'label') ?? own));
    }
  }
  seedStandardListViews(parts);
  seedAssignmentRules(parts);
}

/** Only projects that name the object have it. */
function seedAssignmentRules({ metadata, schema, forget, define }: SeedParts): void {
  if (!schema.object('AssignmentRule')) return;
  forget('AssignmentRule');
  for (const { name, xml } of metadata.components('assignmentRules')) {
    for (const rule of children(xml, 'assignmentRule')) {
      const own = text(rule, 'fullName') ?? '';
      define('AssignmentRule', `${name}.${own}`, { Name: own, SobjectType: name, Active: flag(rule, 'active') });
    }
  }
}

function markup({ name, xml, file }: MetadataComponent): RowFields {
  const source = file.replace(/-meta\.xml$/, '');
  return {
    Name: name,
    MasterLabel: text(xml, 'label') ?? name,
    Description: text(xml, 'description') ?? null,
    ApiVersion: Big(text(xml, 'apiVersion') ?? '67.0'),
    Markup: existsSync(source) ? readFileSync(source, 'utf8') : null
  };
}

const listView = (object: string, developerName: string, label: string): RowFields => ({
  DeveloperName: developerName,
  Name: label,
  SobjectType: object,
  IsSoqlCompatible: true
});

export const tab = (name: string, label: string, object: string | null, custom: boolean): RowFields => ({
  Name: object ?? name,
  Label: label,
  DurableId: name,
  SobjectName: object,
  IsCustom: custom,
  IsAvailableInDesktop: true,
  IsAvailableInLightning: true,
  IsAvailableInAloha: true,
  IsAvailableInMobile: true
});

const viewed = ['Account', 'Campaign', 'Case', 'Contact', 'Contract', 'Lead', 'Opportunity', 'Order', 'Product2'];

/** Views of the large standard objects that every org has, and the one that a custom object gets with its tab (from memory). */
function seedStandardListViews({ once, schema }: SeedParts): void {
  for (const name of viewed) {
    const object = schema.object(name);
    if (!object) continue;
    const plural = name === 'Product2' ? 'Products' : object.pluralLabel;
    const compact = plural.replace(/\s/g, '');
    once('ListView', `${name}.All${compact}`, listView(name, `All${compact}`, `All ${plural}`));
    once('ListView', `${name}.My${compact}`, listView(name, `My${compact}`, `My ${plural}`));
    once('ListView', `${name}.NewThisWeek`, listView(name, 'NewThisWeek', 'New This Week'));
    once(
      'ListView',
      `${name}.RecentlyViewed${compact}`,
      listView(name, `RecentlyViewed${compact}`, `Recently Viewed ${plural}`)
    );
  }
}
