import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildBeside } from '../../src/lightning/build/placed.js';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'placed-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes two files with a pause between them, as a bundler does. */
const slowly = (text: string) => async (draft: string) => {
  mkdirSync(draft);
  writeFileSync(join(draft, 'a'), text);
  await new Promise((resolve) => setTimeout(resolve, 5));
  writeFileSync(join(draft, 'b'), text);
  return text;
};
const held = (): string[] => ['a', 'b'].map((file) => readFileSync(join(root, 'pages', file), 'utf8'));

test('builds at the same time never mix their files', async () => {
  const pages = join(root, 'pages');
  const made = await Promise.all(['one', 'two', 'three'].map((text) => buildBeside(pages, slowly(text), () => false)));

  expect(made).toEqual(['one', 'two', 'three']);
  expect(new Set(held()).size).toBe(1);
  expect(readdirSync(root)).toEqual(['pages']);
});

test('a build of the same that another one has finished meanwhile stays', async () => {
  const pages = join(root, 'pages');
  await buildBeside(pages, slowly('first'), () => false);
  await buildBeside(pages, slowly('second'), () => true);

  expect(held()).toEqual(['first', 'first']);
  expect(readdirSync(root)).toEqual(['pages']);
});

test('a build that fails leaves the former one and nothing else', async () => {
  const pages = join(root, 'pages');
  await buildBeside(pages, slowly('good'), () => false);
  const broken = buildBeside(
    pages,
    async (draft) => {
      await slowly('bad')(draft);
      throw new Error('no');
    },
    () => false
  );

  await expect(broken).rejects.toThrow('no');
  expect(held()).toEqual(['good', 'good']);
  expect(readdirSync(root)).toEqual(['pages']);
});
