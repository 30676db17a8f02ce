import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { accountId, newDraftOrder } from '../orders.js';
import { World, type Person } from '../world.js';

const folder = join(import.meta.dirname, '../../docs/pictures');
const mostBytes = 80 * 1024;
/** As wide as a panel on a desk, and no taller than a page of a guide takes. */
const width = 1000;
const mostHeight = 660;

interface Picture {
  readonly name: string;
  readonly person: Person;
  readonly path: () => Promise<string> | string;
  /** The component that is shown, and a text that says that it has all it shows. */
  readonly component: string;
  readonly shows: string | RegExp;
  readonly before?: (page: Page) => Promise<void>;
}

describe('the pictures of the guides', () => {
  let world: World;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    world = await World.start({ connected: true });
    await fillOrg();
  });
  afterAll(() => world.stop());

  /** Orders that arrive, one that is refused (its customer is blocked), one that is held (a twin), and a ledger. */
  async function fillOrg(): Promise<void> {
    const original = await accountId(world, 'Brightwater Marine');
    const [known] = await world.query<Record<string, string>>(
      `SELECT BillingStreet, BillingPostalCode FROM Account WHERE Id = '${original}'`
    );
    await world.create('Account', {
      Name: 'Brightwater Marine Inc.',
      BillingStreet: known?.['BillingStreet'],
      BillingPostalCode: known?.['BillingPostalCode']
    });
    await newDraftOrder(world, 'Brightwater Marine Inc.', 'HL-200', 3);
    await world.runApex(
      `List<Order> drafts = [SELECT Id FROM Order WHERE Status = 'Draft'];
      for (Order each : drafts) each.Status = 'Activated';
      update drafts;`
    );
    await world.runApex(readFileSync(join(import.meta.dirname, 'ledger.apex'), 'utf8'));
    const left = () => world.query(`SELECT Id FROM OutboxItem__c WHERE State__c IN ('Planned', 'Ready', 'Sending')`);
    await vi.waitUntil(async () => (await left()).length === 0, { timeout: 120_000, interval: 500 });
  }

  const orderOf = async (account: string) => {
    const [order] = await world.query<{ Id: string }>(`SELECT Id FROM Order WHERE Account.Name = '${account}' LIMIT 1`);
    return `/lightning/r/Order/${order?.Id ?? ''}/view`;
  };
  const press = (page: Page, role: 'button' | 'tab', name: string) => page.getByRole(role, { name }).first().click();

  const pictures: readonly Picture[] = [
    {
      name: 'account',
      person: 'rep',
      path: async () => `/lightning/r/Account/${await accountId(world, 'Brightwater Marine')}/view`,
      component: 'c-account-panel',
      shows: 'What is owed, by age'
    },
    {
      name: 'opportunity',
      person: 'rep',
      path: async () => {
        const [deal] = await world.query<{ Id: string }>(
          `SELECT Id FROM Opportunity WHERE Account.Name = 'Brightwater Marine' LIMIT 1`
        );
        return `/lightning/r/Opportunity/${deal?.Id ?? ''}/view`;
      },
      component: 'c-opportunity-panel',
      shows: 'Credit room now'
    },
    {
      name: 'order-delivered',
      person: 'rep',
      path: () => orderOf('Hollis Freight'),
      component: 'c-order-panel',
      shows: 'Timeline'
    },
    {
      name: 'order-refused',
      person: 'finance',
      path: () => orderOf('Cedar Ridge Outfitters'),
      component: 'c-order-panel',
      shows: 'Finance must act.'
    },
    {
      name: 'review',
      person: 'finance',
      path: () => '/lightning/n/Handoff_Review',
      component: 'c-review-queue',
      shows: 'Straight through:'
    },
    {
      name: 'ledger',
      person: 'finance',
      path: () => '/lightning/n/Handoff_Ledger',
      component: 'c-ledger-home',
      shows: 'Last posted'
    },
    {
      name: 'errors',
      person: 'admin',
      path: () => '/lightning/n/Handoff_Operations',
      component: 'c-operations-home',
      shows: 'Whose move'
    },
    {
      name: 'switches',
      person: 'admin',
      path: () => '/lightning/n/Handoff_Operations',
      component: 'c-operations-home',
      shows: 'Maintenance window',
      before: (page) => press(page, 'tab', 'Switches')
    },
    {
      name: 'mass-sync',
      person: 'admin',
      path: () => '/lightning/n/Handoff_Operations',
      component: 'c-operations-home',
      shows: 'Finished',
      before: async (page) => {
        await press(page, 'tab', 'Mass sync');
        await press(page, 'button', 'Start');
        await press(page, 'button', 'Yes, do it');
      }
    },
    {
      name: 'setup-choose',
      person: 'admin',
      path: () => '/lightning/n/Handoff_Setup',
      component: 'c-setup-home',
      shows: 'Your best handoff point',
      before: async (page) => {
        await press(page, 'button', 'Open');
        await press(page, 'button', 'Change the setup');
      }
    },
    {
      name: 'setup-connect',
      person: 'admin',
      path: () => '/lightning/n/Handoff_Setup',
      component: 'c-setup-home',
      shows: /Connected/,
      before: async (page) => {
        await press(page, 'button', 'Open');
        await press(page, 'button', 'Change the setup');
        await press(page, 'button', 'Continue with Lead to Order');
        await press(page, 'button', 'Test connection');
      }
    },
    {
      name: 'setup-live',
      person: 'admin',
      path: () => '/lightning/n/Handoff_Setup',
      component: 'c-setup-home',
      shows: 'Switch the handoff point',
      before: (page) => press(page, 'button', 'Open')
    },
    {
      name: 'setup-connections',
      person: 'admin',
      path: () => '/lightning/n/Handoff_Setup',
      component: 'c-setup-home',
      shows: 'New connection'
    }
  ];

  test.each(pictures)('$name', async ({ name, person, path, component, shows, before }) => {
    const page = await world.as(person, await path());
    await page.setViewportSize({ width, height: 900 });
    const shown = page.locator(component).first();
    await shown.waitFor();
    await before?.(page);
    await shown.getByText(shows).first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(500);
    const box = await shown.boundingBox();
    if (box === null) throw new Error(`${component} takes no room.`);
    const clip = { ...box, height: Math.min(box.height, mostHeight) };
    const picture = await page.screenshot({ clip, fullPage: true, animations: 'disabled', timeout: 120_000 });
    writeFileSync(join(folder, `${name}.png`), picture);
    await page.context().close();

    expect(picture.byteLength).toBeLessThanOrEqual(mostBytes);
  });
});
