import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildLightning, LightningBuildError, type LightningBuild } from '../../src/lightning/build.js';
import { loadSchema } from '../../src/schema/load.js';
import { testCache } from '../support/caches.js';

const cacheDir = testCache('lightning');
let project: string;
let outDir: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'lightning-build-'));
  project = join(folder, 'project');
  outDir = join(folder, 'site');
  mkdirSync(project);
});

afterEach(() => {
  rmSync(join(project, '..'), { recursive: true, force: true });
});

function component(name: string, files: Readonly<Record<string, string>>): void {
  const folder = join(project, 'main/default/lwc', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
}

function build(): Promise<LightningBuild> {
  const { metadata } = loadSchema([project]);
  return buildLightning({ sources: [project], metadata, outDir, cacheDir, mode: 'production' });
}

async function failure(): Promise<string> {
  try {
    await build();
  } catch (error) {
    expect(error).toBeInstanceOf(LightningBuildError);
    return (error as Error).message.replaceAll(`${project}/main/default/lwc/`, '');
  }
  throw new Error('The build did not fail.');
}

const script = (imports: string, more = '') =>
  `import { LightningElement } from 'lwc';\n${imports}\nexport default class Card extends LightningElement {${more}}\n`;
const html = { 'card.html': '<template><p>Card</p></template>' };

test(
  'a build is skipped while nothing changed, and made again when a component did',
  { timeout: 120_000 },
  async () => {
    cpSync(join(import.meta.dirname, 'fixtures/workshop'), project, { recursive: true });

    const first = await build();
    const second = await build();
    writeFileSync(join(project, 'lwc/plainCard/decorate.js'), 'export const decorate = (status) => `Now ${status}`;\n');
    const third = await build();

    expect([first.built, second.built, third.built]).toEqual([true, false, true]);
    expect(second.durationMs).toBeLessThan(300);
    const scripts = readdirSync(join(outDir, 'assets/app')).map((file) =>
      readFileSync(join(outDir, 'assets/app', file), 'utf8')
    );
    expect(scripts.some((text) => text.includes('Now ${'))).toBe(true);
  }
);

test('the page carries the design system with its sprites', { timeout: 120_000 }, async () => {
  await build();

  expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toContain(
    '/assets/styles/salesforce-lightning-design-system.min.css'
  );
  for (const sprite of ['action', 'custom', 'doctype', 'standard', 'utility']) {
    expect(existsSync(join(outDir, `assets/icons/${sprite}-sprite/svg/symbols.svg`))).toBe(true);
  }
});

test.each([
  [
    'lightning/wideAreaNetwork',
    "import 'lightning/wideAreaNetwork';",
    'the local org does not have this platform module'
  ],
  [
    '@salesforce/weather',
    "import rain from '@salesforce/weather';",
    'the local org does not have this platform module'
  ],
  ['@salesforce/apex/Method', "import m from '@salesforce/apex/Method';", 'write @salesforce/apex/Class.method'],
  [
    '@salesforce/label/c.Nowhere',
    "import l from '@salesforce/label/c.Nowhere';",
    'the project has no such custom label'
  ],
  ['@salesforce/user/Age', "import age from '@salesforce/user/Age';", 'only Id and isGuest exist'],
  ['c/other', "import other from 'c/other';", 'the project has no such component'],
  ['left-pad', "import pad from 'left-pad';", 'there is no such npm package here']
])('an import of %s ends the build and is named', async (name, line, why) => {
  component('card', { 'card.js': script(line, ' x = typeof 1;'), ...html });

  expect(await failure()).toBe(
    `Cannot resolve '${name}' imported by ${project}/main/default/lwc/card/card.js: ${why}.`.replace(
      `${project}/main/default/lwc/`,
      ''
    )
  );
});

test('an unknown base component is named', async () => {
  component('card', {
    'card.js': script(''),
    'card.html': '<template><lightning-time-machine></lightning-time-machine></template>'
  });

  expect(await failure()).toBe(
    "Cannot resolve 'lightning/timeMachine' imported by card/card.html: the local org does not have this platform module."
  );
});

test('a mistake in a template is reported with its place', async () => {
  component('card', { 'card.js': script(''), 'card.html': '<template>\n  <p onclick="press">Card</p>\n</template>' });

  expect(await failure()).toMatch(/^card\/card\.html:2:\d+: LWC1043: Event handler should be an expression/);
});

test('a mistake in TypeScript syntax is reported with its place', async () => {
  component('card', { 'card.ts': script('', '\n  size: = 1;\n'), ...html });

  expect(await failure()).toBe('card/card.ts:4:9: Type expected.');
});

test(
  'faults can be kept to their components, also those that are found behind others',
  { timeout: 120_000 },
  async () => {
    component('tools', { 'tools.js': "import 'lightning/wideAreaNetwork';\nexport const sum = 1;" });
    component('user', { 'user.js': "import { sum } from 'c/tools';\nexport const twice = sum * 2;" });
    component('card', { 'card.js': script(''), ...html });
    const { metadata } = loadSchema([project]);
    const options = {
      sources: [project],
      metadata,
      outDir,
      cacheDir,
      mode: 'production',
      isolateFaults: true
    } as const;

    const first = await buildLightning(options);
    const second = await buildLightning(options);

    const short = first.faults.map(({ component: name, message }) => [
      name,
      message.replaceAll(`${project}/main/default/lwc/`, '')
    ]);
    expect(short).toEqual([
      [
        'tools',
        "Cannot resolve 'lightning/wideAreaNetwork' imported by tools/tools.js: the local org does not have this platform module."
      ],
      ['user', expect.stringMatching(/^user\/user\.js:1:\d+: "sum" is not exported by/)]
    ]);
    expect([first.built, second.built, second.faults]).toEqual([true, false, first.faults]);
  }
);

test('style modules, script modules and TypeScript beside JavaScript are resolved', { timeout: 120_000 }, async () => {
  component('look', { 'look.css': 'p { color: rebeccapurple; }' });
  component('sums', {
    'sums.js': 'throw new Error("the JavaScript beside the TypeScript was taken");',
    'sums.ts': 'export const one: number = 1;'
  });
  component('card', {
    'card.ts': script("import { one } from 'c/sums';\nimport { two } from './two';", ' total: number = one + two;'),
    'two.ts': 'export const two: number = 2;',
    'card.css': "@import 'c/look';",
    ...html
  });

  await build();

  const scripts = readdirSync(join(outDir, 'assets/app')).map((file) =>
    readFileSync(join(outDir, 'assets/app', file), 'utf8')
  );
  expect(scripts.some((text) => text.includes('rebeccapurple'))).toBe(true);
  expect(scripts.some((text) => text.includes('was taken'))).toBe(false);
});
