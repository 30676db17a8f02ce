import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { developLightning } from '../../src/lightning/dev.js';
import { loadSchema } from '../../src/schema/load.js';
import { launch } from './support/browser.js';
import { WorkshopServer } from './support/workshop-server.js';
import { testCache } from '../support/caches.js';

test('a saved template shows at once, and the rest of the page keeps its state', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lightning-dev-'));
  const project = join(folder, 'project');
  cpSync(join(import.meta.dirname, 'fixtures/workshop'), project, { recursive: true });
  const { metadata } = loadSchema([project]);
  const options = {
    sources: [project],
    metadata,
    outDir: join(folder, 'site'),
    cacheDir: testCache('lightning')
  };
  const dev = await developLightning({ ...options, mode: 'development' });
  const server = new WorkshopServer([project], options.outDir, dev);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    await page.goto(`${await server.listen()}/lightning/n/Planner`);
    const header = page.getByTitle('Switch user');
    await header.click({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Ask for the next slot' }).waitFor();

    const file = join(project, 'lwc/planner/planner.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Ask for the next slot', 'Ask again'));

    await page.getByRole('button', { name: 'Ask again' }).waitFor();
    expect(await page.getByRole('menuitemradio').count()).toBe(2);
    // Another version of the LWC engine may be installed for other tools.
    expect(messages.filter((text) => text.includes('current engine is'))).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
    await dev.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
