import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountId, draftOrder } from './orders.js';
import { World, type Person } from './world.js';

/** Findings of axe on a page, as `rule: element`. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const result = await page.evaluate(async () => {
    const runner = (window as unknown as { axe: typeof axe }).axe;
    return runner.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  });
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`)
  );
}

describe('the screens', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: true });
  });
  afterAll(() => world.stop());

  const screens: readonly {
    readonly name: string;
    readonly person: Person;
    readonly path: () => Promise<string>;
    readonly shows: string;
  }[] = [
    {
      name: 'the account',
      person: 'rep',
      path: async () => `/lightning/r/Account/${await accountId(world, 'Brightwater Marine')}/view`,
      shows: 'What is owed, by age'
    },
    {
      name: 'the opportunity',
      person: 'rep',
      path: async () => {
        const [deal] = await world.query<{ Id: string }>(
          `SELECT Id FROM Opportunity WHERE Account.Name = 'Brightwater Marine' LIMIT 1`
        );
        return `/lightning/r/Opportunity/${deal!.Id}/view`;
      },
      shows: 'Credit room now'
    },
    {
      name: 'the order',
      person: 'finance',
      path: async () => `/lightning/r/Order/${await draftOrder(world, 'Hollis Freight')}/view`,
      shows: 'This order is a draft'
    },
    {
      name: 'the operations',
      person: 'admin',
      path: async () => '/lightning/n/Handoff_Operations',
      shows: 'What is held, was rejected or waits'
    },
    {
      name: 'the ledger',
      person: 'finance',
      path: async () => '/lightning/n/Handoff_Ledger',
      shows: 'No connection hands journals over'
    },
    { name: 'the setup', person: 'admin', path: async () => '/lightning/n/Handoff_Setup', shows: 'Handoff is live.' }
  ];

  test.each(screens)('$name can be read by everybody, on a desk and on a phone', async ({ person, path, shows }) => {
    const page = await world.as(person, await path());
    await page.getByText(shows, { exact: false }).first().waitFor();
    expect(await findings(page)).toEqual([]);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText(shows, { exact: false }).first().waitFor();

    // The tab set moves tabs into its menu a moment after the resize.
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(overflow, { timeout: 5_000 }).toBeLessThanOrEqual(0);
  });

  test('journals stack on a phone, so that every button can be reached', async () => {
    await world.runApex(readFileSync(join(import.meta.dirname, 'pictures/ledger.apex'), 'utf8'));
    const page = await world.as('finance', '/lightning/n/Handoff_Ledger');
    const release = page.getByRole('button', { name: 'Post in next period' });
    await release.waitFor();
    expect(await findings(page)).toEqual([]);

    await page.setViewportSize({ width: 390, height: 844 });
    const rightEdge = async () => {
      const box = await release.boundingBox();
      return (box?.x ?? 0) + (box?.width ?? Infinity);
    };
    await expect.poll(rightEdge, { timeout: 5_000 }).toBeLessThanOrEqual(390);
    expect(await findings(page)).toEqual([]);
  });

  test('an order shows its products once, and its other related records in a tab', async () => {
    const page = await world.as('finance', `/lightning/r/Order/${await draftOrder(world, 'Hollis Freight')}/view`);
    await page.getByRole('heading', { name: /^Order Products/ }).waitFor();
    await page.getByRole('heading', { name: /^Outbox Items/ }).waitFor();

    const lists = await page.getByRole('heading', { level: 2, name: /\(\d+\+?\)$/ }).allInnerTexts();

    expect(lists.map((each) => each.replace(/ \(.*/, ''))).toEqual(['Order Products', 'Outbox Items']);
    await page.getByRole('tab', { name: 'Related' }).click();
    await page.getByRole('heading', { name: /^Promises/ }).waitFor();
  });

  test('related records beside a record are shown whole, not cut at the edge', async () => {
    const page = await world.as('rep', `/lightning/r/Account/${await accountId(world, 'Brightwater Marine')}/view`);
    const opportunities = page.getByRole('group', { name: 'Opportunities' });
    await opportunities.getByText('$9,800.00').waitFor();

    const cut = await opportunities.evaluate((list) => list.scrollWidth - list.clientWidth);

    expect(cut).toBeLessThanOrEqual(0);
  });
});
