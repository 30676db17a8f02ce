import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sourceState } from '../../src/testing/source-state.js';

test('the state of sources changes with their text and their number, and not by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-sources-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'classes'));
  writeFileSync(join(folder, 'classes', 'A.cls'), 'a');
  const before = sourceState([folder]);
  const same = sourceState([folder]);

  writeFileSync(join(folder, 'classes', 'A.cls'), 'ab');
  const edited = sourceState([folder]);
  writeFileSync(join(folder, 'B.cls'), '');
  const added = sourceState([folder]);

  expect(same).toBe(before);
  expect(new Set([before, edited, added]).size).toBe(3);
});
