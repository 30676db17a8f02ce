import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { World } from './world.js';

/** What has the focus: its role by tag, and what a person calls it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let on = document.activeElement as HTMLInputElement | null;
    while (on?.shadowRoot?.activeElement) on = on.shadowRoot.activeElement as HTMLInputElement;
    const label = on?.getAttribute('aria-label') ?? on?.labels?.[0]?.textContent ?? on?.innerText ?? '';
    return `${on?.tagName.toLowerCase() ?? ''} ${label.trim()}`;
  });

/** Presses Tab until something of that name has the focus; how often is what a person would feel. */
async function tabTo(page: Page, name: RegExp): Promise<number> {
  for (let steps = 1; steps <= 60; steps++) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return steps;
  }
  throw new Error(`No Tab leads to ${String(name)}.`);
}

describe('the wizard by keyboard alone', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ connected: false });
  });
  afterAll(() => world.stop());

  test('leads from the first question to going live, and each step begins where the focus is', async () => {
    const page = await world.as('admin', '/lightning/n/Handoff_Setup');
    await page.getByRole('button', { name: 'Continue with Lead to Order' }).waitFor();
    await tabTo(page, /^button Continue with Lead to Order/);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Connect your ERP' }).waitFor();
    await expect.poll(() => focused(page)).toMatch(/^div Step 2 of 3/);
    expect(await tabTo(page, /^input .*Named Credential/)).toBeLessThanOrEqual(5);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Business_Central');
    await tabTo(page, /^button Test connection/);
    await page.keyboard.press('Enter');
    await page.getByText('Alder & Finch Trading').waitFor();
    await tabTo(page, /^input Alder & Finch/);
    await page.keyboard.press('Space');
    await tabTo(page, /^button Use this company/);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Go live' }).waitFor();
    await expect.poll(() => focused(page)).toMatch(/^div Step 3 of 3/);
    await tabTo(page, /^button Back/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^div Step 2 of 3/);
    await tabTo(page, /^button (Use this company|Test connection)/);
    const [connection] = await world.query<{ Live__c: boolean; CompanyName__c: string }>(
      'SELECT Live__c, CompanyName__c FROM Connection__c'
    );
    expect(connection).toMatchObject({ Live__c: false });
    expect(connection?.CompanyName__c).toMatch(/^Alder & Finch/);
  });
});
