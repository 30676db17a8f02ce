import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { platformLibrary } from '../../src/platform/index.js';
import { renderReference } from '../../src/platform/reference.js';

const page = new URL('../../docs/platform-library.md', import.meta.url);

it('the reference page says what the library has', async () => {
  const rendered = await format(renderReference(platformLibrary), { parser: 'markdown', printWidth: 120 });
  if (process.env['UPDATE_REFERENCE']) writeFileSync(page, rendered);

  expect(readFileSync(page, 'utf8')).toBe(rendered);
});
