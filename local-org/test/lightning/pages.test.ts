import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AccessRights } from '../../src/kernel/services.js';
import { findComponents } from '../../src/lightning/components.js';
import { iconOf, motifIcon } from '../../src/lightning/icons.js';
import { lightningApps, objectSummaries, recordPage, tabPage, type PageInputs } from '../../src/lightning/pages.js';
import { isShellRoute } from '../../src/lightning/protocol.js';
import { loadSchema } from '../../src/schema/load.js';

const sources = [join(import.meta.dirname, 'fixtures/workshop')];
const { schema, metadata } = loadSchema(sources);
const everything: AccessRights = {
  objectAccess: () => true,
  fieldAccess: () => true,
  classAccess: () => true,
  customPermission: () => true,
  userPermission: () => true,
  tabVisible: () => true,
  externalCredentialPrincipal: () => true
};

function inputs(rights: Partial<AccessRights> = {}): PageInputs {
  return { schema, metadata, access: { ...everything, ...rights }, components: findComponents(sources) };
}

describe('apps', () => {
  test('hold their tabs with icons and targets, by label', () => {
    const apps = lightningApps(inputs());

    expect(apps.map(({ name }) => name)).toEqual(['Counter', 'Workshop']);
    expect(apps[1]).toEqual({
      name: 'Workshop',
      label: 'Workshop',
      description: 'Bicycles in, bicycles out',
      brandColor: '#0B827C',
      tabs: [
        { name: 'standard-home', label: 'Home', icon: 'standard:home', kind: 'home', target: '' },
        { name: 'Repair__c', label: 'Repairs', icon: 'custom:custom19', kind: 'object', target: 'Repair__c' },
        { name: 'standard-Account', label: 'Accounts', icon: 'standard:account', kind: 'object', target: 'Account' },
        { name: 'Planner', label: 'Planner', icon: 'custom:custom25', kind: 'component', target: 'c:planner' }
      ]
    });
  });

  test('lose the tabs that the user may not see', () => {
    const noRepairs = inputs({
      objectAccess: (object) => object !== 'Repair__c',
      tabVisible: (tab) => tab !== 'Planner'
    });

    const tabs = lightningApps(noRepairs)[1]?.tabs.map(({ name }) => name);

    expect(tabs).toEqual(['standard-home', 'standard-Account']);
  });

  test('of a project without one are made from the usual tabs', () => {
    const empty = { ...inputs(), metadata: { components: () => [] } };

    expect(lightningApps(empty)).toMatchObject([
      { label: 'All Tabs', tabs: [{ name: 'standard-home' }, { target: 'Account' }, {}, {}, {}] }
    ]);
  });
});

describe('record pages', () => {
  test('come from the app that assigns one', () => {
    const page = recordPage(inputs(), 'repair__c', { app: 'Workshop' });

    expect([page?.flexiPage, page?.template]).toEqual(['Repair_Page', 'flexipage:recordHomeTemplateDesktop']);
    const components = page?.regions.map(({ name, components: inner }) => [
      name,
      inner.map((component) => component.name)
    ]);
    expect(components).toEqual([
      ['header', ['force:highlightsPanel']],
      ['main', ['flexipage:tabset']],
      ['sidebar', ['c:partsPanel', 'c:plainCard', 'c:brokenCard', 'c:desktopOnly', 'flexipage:richText']]
    ]);
  });

  test('put facets in place of the properties that name them', () => {
    const main = recordPage(inputs(), 'Repair__c', { app: 'Workshop' })?.regions[1]?.components[0];

    const tabs = main?.facets['tabs']?.map(({ properties, facets }) => [
      properties['title'],
      facets['body']?.[0]?.name
    ]);
    expect(tabs).toEqual([
      ['Details', 'force:detailPanel'],
      ['Related', 'force:relatedListContainer']
    ]);
  });

  test('give properties their declared types, form factors and visibility rules', () => {
    const sidebar = recordPage(inputs(), 'Repair__c', { app: 'Workshop' })?.regions[2]?.components ?? [];

    expect(sidebar[0]?.properties).toEqual({ heading: 'Parts for this repair', maxRows: 2 });
    expect(sidebar[3]?.formFactors).toEqual(['Large']);
    expect(sidebar[4]?.visibility).toEqual({
      criteria: [{ left: '{!$Permission.CustomPermission.Order_Parts}', operator: 'EQUAL', right: 'true' }]
    });
  });

  test('without assignment show highlights, details and related lists', () => {
    const page = recordPage(inputs(), 'Repair__c', { app: 'Counter' });

    expect(page?.flexiPage).toBeUndefined();
    expect(page?.regions.map(({ components }) => components[0]?.name)).toEqual([
      'force:highlightsPanel',
      'force:detailPanel',
      'force:relatedListContainer'
    ]);
  });

  test('offer the quick actions of the object with their modes', () => {
    const actions = recordPage(inputs(), 'Repair__c')?.quickActions;

    expect(actions).toEqual([
      { name: 'Repair__c.Close_Repair', label: 'Close Repair', component: 'c:closeRepair', mode: 'ScreenAction' },
      { name: 'Repair__c.Ping', label: 'Ping', component: 'c:pingRepair', mode: 'Action' }
    ]);
  });

  test('name the fields of the compact layout, and only those the user may read', () => {
    const noFee = inputs({ fieldAccess: (_object, field) => field !== 'Fee__c' });

    expect(recordPage(inputs(), 'Repair__c')?.highlights).toEqual(['Customer__c', 'Status__c', 'Fee__c']);
    expect(recordPage(noFee, 'Repair__c')?.highlights).toEqual(['Customer__c', 'Status__c']);
    expect(JSON.stringify(recordPage(noFee, 'Repair__c')?.sections)).not.toContain('Fee__c');
  });

  test('list the children of a standard object, custom ones too', () => {
    const related = recordPage(inputs(), 'Account')?.related.map(
      ({ relationship, object }) => `${relationship} ${object}`
    );

    expect(related).toContain('Contacts Contact');
    expect(related?.at(-1)).toBe('Repairs__r Repair__c');
  });

  test('leave out of a page’s other children what it shows by a dynamic list', () => {
    const page = recordPage(inputs(), 'Account', { app: 'Counter', formFactor: 'Small' });
    const [list] = page?.regions[0]?.components ?? [];

    expect(list?.properties['relatedListFieldAliases']).toEqual(['NAME', 'Status__c']);
    expect(page?.related.map(({ relationship }) => relationship)).not.toContain('Repairs__r');
  });

  test('of objects that the user may not read, or that do not exist, are none', () => {
    expect(recordPage(inputs({ objectAccess: () => false }), 'Repair__c')).toBeUndefined();
    expect(recordPage(inputs(), 'Nothing__c')).toBeUndefined();
  });
});

test('a tab with a component has a page of one region', () => {
  const page = tabPage(inputs(), 'Planner');

  expect(page).toMatchObject({ label: 'Planner', regions: [{ name: 'main', components: [{ name: 'c:planner' }] }] });
  expect(tabPage(inputs({ tabVisible: () => false }), 'Planner')).toBeUndefined();
  expect(tabPage(inputs(), 'Repair__c')).toBeUndefined();
});

test('objects are summed up with what the shell needs', () => {
  const readOnly = inputs({ objectAccess: (object, kind) => object === 'Repair__c' && kind === 'read' });

  expect(objectSummaries(readOnly)).toEqual([
    {
      name: 'Repair__c',
      label: 'Repair',
      pluralLabel: 'Repairs',
      keyPrefix: schema.object('Repair__c')?.keyPrefix,
      nameField: 'Name',
      icon: 'custom:custom19',
      createable: false
    }
  ]);
});

test.each([
  ['/', true],
  ['/lightning', true],
  ['/lightning/r/Account/001/view', true],
  ['/lightning/o/Account/list', true],
  ['/lightning/n/Planner', true],
  ['/lightning/page/home', true],
  ['/lightning/page/record/Account', false],
  ['/lightning/page/tab/Planner', false],
  ['/lightning/bootstrap', false],
  ['/services/data', false]
])('%s answers the shell: %s', (path, shell) => {
  expect(isShellRoute(path)).toBe(shell);
});

test.each([
  ['Account', 'standard:account'],
  ['Order', 'standard:orders'],
  ['Repair__c', 'custom:custom19'],
  ['Unknown__c', 'standard:record']
])('the icon of %s is %s', (object, icon) => {
  expect(iconOf(object, metadata)).toBe(icon);
});

test('a motif that is no custom icon has none', () => {
  expect(motifIcon('Bug')).toBeUndefined();
});
