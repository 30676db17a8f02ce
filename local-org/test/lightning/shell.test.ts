import AxeBuilder from 'axe-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildLightning } from '../../src/lightning/build.js';
import { loadSchema } from '../../src/schema/load.js';
import { launch } from './support/browser.js';
import { accountId, repairId } from './support/workshop-records.js';
import { WorkshopServer } from './support/workshop-server.js';
import { testCache } from '../support/caches.js';

const sources = [join(import.meta.dirname, 'fixtures/workshop')];
const folder = mkdtempSync(join(tmpdir(), 'lightning-'));
const outDir = join(folder, 'site');
const repairPage = `/lightning/r/Repair__c/${repairId}/view`;
let browser: Browser;
let page: Page;
let server: WorkshopServer;
let base: string;

beforeAll(async () => {
  const { metadata } = loadSchema(sources);
  await buildLightning({
    sources,
    metadata,
    outDir,
    cacheDir: testCache('lightning'),
    mode: 'production'
  });
  browser = await launch();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  server = new WorkshopServer(sources, outDir);
  base = await server.listen();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterEach(async () => {
  await page.close();
  await server.close();
});

async function violations(target: Page): Promise<string[]> {
  await target.addScriptTag({ content: AxeBuilder.source });
  return target.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await axe.run();
    return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}

test('home greets the user and links to the tabs of the app that owns the page', async () => {
  await page.goto(base);

  await page.getByRole('heading', { name: 'Welcome, Mona Mechanic' }).waitFor();
  const tabs = await page.getByRole('navigation', { name: 'App' }).getByRole('link').allInnerTexts();
  expect(tabs).toEqual(['Home', 'Repairs', 'Accounts', 'Planner']);
  expect(await page.title()).toBe('Home');
});

test('a record page shows the FlexiPage of the app with standard and own components', async () => {
  await page.goto(base + repairPage);

  await page.getByRole('heading', { name: 'Tandem gears', level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Parts for this repair' }).waitFor();
  await page.getByText('Cassette: 1 h 35 min').waitFor();
  await page.getByText('Status is New, fee €89.50').waitFor();
  expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Details', 'Related']);
  expect(await page.getByText('Only mechanics see this.').count()).toBe(1);
  expect(await page.title()).toBe('Tandem gears | Repair');
});

test('an object without FlexiPage gets highlights, details and related lists', async () => {
  await page.goto(`${base}/lightning/r/Account/${accountId}/view`);

  await page.getByRole('heading', { name: 'Velo Verein', level: 1 }).waitFor();
  const related = page.getByRole('region', { name: 'Repairs' }).first();
  await related.getByRole('link', { name: 'Tandem gears' }).click();
  await page.getByRole('heading', { name: 'Tandem gears', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe(repairPage);
});

test('a component that throws is replaced by its name and its error, and the rest of the page stays', async () => {
  await page.goto(base + repairPage);

  const panel = page.getByRole('alert').filter({ hasText: 'c:brokenCard' });
  await panel.waitFor();
  expect(await panel.innerText()).toContain('The gearbox fell out');
  await page.getByRole('heading', { name: 'Plain' }).waitFor();
});

test('imperative Apex changes data, refreshApex shows it, a toast with a link says so', async () => {
  await page.goto(base + repairPage);

  await page.getByRole('button', { name: 'Order a chain' }).click();

  await page.getByText('Chain: 30 min').waitFor();
  const toast = page.getByRole('status').filter({ hasText: 'Ordered' });
  expect(await toast.innerText()).toContain('Chain for the plan');
  const wired = server.calls.filter((call) => call.includes('listParts'));
  expect(wired).toEqual(Array(2).fill('POST /lightning/apex/RepairController/listParts?wire=1'));

  await toast.getByRole('link', { name: 'the plan' }).click();
  await page.getByText('Page Planner on Large').waitFor();
});

test('an Apex error reaches the component in the shape of the platform', async () => {
  await page.goto(`${base}/lightning/n/Planner`);

  await page.getByRole('button', { name: 'Ask for the next slot' }).click();

  await page.getByText('500 System.MathException: Divide by 0').waitFor();
});

test('a screen action opens in a window, changes the record, closes, and the page shows the change', async () => {
  await page.goto(base + repairPage);

  await page.getByRole('button', { name: 'Close Repair' }).click();
  await page.getByRole('dialog').getByText('The customer is told by e-mail.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Close repair' }).click();

  await page.getByText('Repair closed').waitFor();
  await page.getByText('Status is Done').waitFor();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

test('a headless action runs invoke at each press', async () => {
  await page.goto(base + repairPage);

  await page.getByRole('button', { name: 'Ping' }).click();
  await page.getByRole('heading', { name: `Pinged ${repairId}` }).waitFor();
  await page.getByRole('button', { name: 'Ping' }).click();

  await page
    .getByRole('heading', { name: `Pinged ${repairId}` })
    .nth(1)
    .waitFor();
});

test('the form saves what changed only, and says what the server refuses', async () => {
  await page.goto(base + repairPage);

  await page.getByRole('button', { name: 'Edit Fee' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Repair Name').fill('Taken');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('That name is taken.').waitFor();
  await dialog.getByLabel('Repair Name').fill('Tandem chain');
  await dialog.getByRole('combobox', { name: 'Status' }).click();
  await dialog.getByRole('option', { name: 'Done' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('heading', { name: 'Tandem chain', level: 1 }).waitFor();
  const saved = server.records.get(repairId)?.fields;
  expect([saved?.['Name']?.value, saved?.['Status__c']?.value, saved?.['Fee__c']?.value]).toEqual([
    'Tandem chain',
    'Done',
    89.5
  ]);
});

test('the list searches, sorts, and creates with a look-up', async () => {
  await page.goto(`${base}/lightning/o/Repair__c/list`);
  const names = () => page.getByRole('table').getByRole('row').locator('td:first-child').allInnerTexts();

  await page.getByRole('button', { name: 'Repair Name' }).click();
  await expect.poll(names).toEqual(['Tandem gears', 'Brake pads']);
  await page.getByLabel('Search this list').fill('brake');
  await expect.poll(names).toEqual(['Brake pads']);

  await page.getByRole('button', { name: 'New', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Repair Name').fill('Wheel truing');
  await dialog.getByRole('combobox', { name: 'Customer' }).fill('velo');
  await dialog.getByRole('option', { name: 'Velo Verein' }).click();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('heading', { name: 'Wheel truing', level: 1 }).waitFor();
  const created = [...server.records.values()].at(-1)?.fields;
  expect([created?.['Customer__c']?.value, created?.['Status__c']?.value]).toEqual([accountId, 'New']);
});

test('a child created from a related list points to its parent', async () => {
  await page.goto(`${base}/lightning/r/Account/${accountId}/view`);

  await page.getByRole('region', { name: 'Repairs' }).getByRole('button', { name: 'New' }).click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.getByRole('combobox', { name: 'Customer' }).inputValue()).toBe('Velo Verein');
  await dialog.getByLabel('Repair Name').fill('Saddle');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('link', { name: 'Saddle' }).waitFor();
  expect([...server.records.values()].at(-1)?.fields['Customer__c']?.value).toBe(accountId);
});

test('a form without its required field is not sent', async () => {
  await page.goto(`${base}/lightning/o/Repair__c/new`);

  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();

  await page.getByText('Complete the fields that are marked, then save again.').waitFor();
  expect(server.calls.filter((call) => call.startsWith('POST /services'))).toEqual([]);
});

test('deleting asks first, then goes to the list', async () => {
  await page.goto(base + repairPage);

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'OK' }).click();

  await page.getByRole('heading', { name: 'All Repairs' }).waitFor();
  expect(server.records.has(repairId)).toBe(false);
});

test('another user is chosen from the menu and sees less', async () => {
  await page.goto(base + repairPage);
  await page.getByRole('heading', { name: 'Tandem gears', level: 1 }).waitFor();

  await page.getByTitle('Switch user').click();
  await page.getByRole('menuitemradio', { name: /Carl Clerk/ }).click();

  await page.getByText('Carl Clerk').waitFor();
  await page.getByText('Cassette').waitFor();
  expect(await page.getByText('Only mechanics see this.').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Order a chain' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
});

test('the app launcher changes the app', async () => {
  await page.goto(base);

  await page.getByRole('button', { name: 'App Launcher' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Counter/ })
    .click();

  await page.getByRole('heading', { name: 'All Accounts' }).waitFor();
  const tabs = await page.getByRole('navigation', { name: 'App' }).getByRole('link').allInnerTexts();
  expect(tabs).toEqual(['Accounts']);
});

test('back and forward follow the pages', async () => {
  await page.goto(`${base}/lightning/o/Repair__c/list`);
  await page.getByRole('link', { name: 'Brake pads' }).click();
  await page.getByRole('heading', { name: 'Brake pads', level: 1 }).waitFor();

  await page.goBack();
  await page.getByRole('heading', { name: 'All Repairs' }).waitFor();
  await page.goForward();

  await page.getByRole('heading', { name: 'Brake pads', level: 1 }).waitFor();
});

test('platform events reach a component that subscribed', async () => {
  await page.goto(`${base}/lightning/n/Planner`);
  await page.getByText('News: none').waitFor();

  server.publish('/event/Slot__e', { Text__c: 'Friday is free' });

  await page.getByText('News: Friday is free').waitFor();
});

test('record picker, edit form and record form of a component read and save a record', async () => {
  await page.goto(`${base}/lightning/n/Planner`);

  await page.getByRole('combobox', { name: 'Repair' }).fill('tandem');
  await page.getByRole('option', { name: 'Tandem gears' }).click();
  await page.getByText('12/1/2026').waitFor();
  await page.getByRole('link', { name: 'Velo Verein' }).waitFor();
  await page.getByLabel('Repair Name').fill('Taken');
  await page.getByRole('button', { name: 'Store' }).click();
  await page.getByText('That name is taken.').first().waitFor();
  await page.getByLabel('Repair Name').fill('Tandem chain');
  await page.getByText('Urgent', { exact: true }).click();
  await page.getByRole('button', { name: 'Store' }).click();

  await page.getByText(`Stored ${repairId}`).waitFor();
  const saved = server.records.get(repairId)?.fields;
  expect([saved?.['Name']?.value, saved?.['Urgent__c']?.value]).toEqual(['Tandem chain', false]);
});

test('a record that does not exist is said so', async () => {
  await page.goto(`${base}/lightning/r/Repair__c/a00000000000009AAA/view`);

  await page.getByRole('heading', { name: 'This record does not exist, or was deleted' }).waitFor();
});

test('on a phone regions stand below each other and components for large screens are absent', async () => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await phone.goto(base + repairPage);

  await phone.getByRole('heading', { name: 'Parts for this repair' }).waitFor();
  expect(await phone.getByText('Only on large screens').count()).toBe(0);
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  expect(await violations(phone)).toEqual([]);
  await phone.close();
});

test.each([
  ['home', '/'],
  ['a list', '/lightning/o/Repair__c/list'],
  ['a record with a FlexiPage', repairPage],
  ['a record without one', `/lightning/r/Account/${accountId}/view`],
  ['a tab', '/lightning/n/Planner']
])('%s has no accessibility violation', async (_name, path) => {
  await page.goto(base + path);
  await page.getByRole('heading').first().waitFor();
  await page.waitForLoadState('load');

  expect(await violations(page)).toEqual([]);
});
