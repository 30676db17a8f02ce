import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes metadata files into a folder that is gone after the test. The root element's name is the key of its body. */
export function project(
  files: Readonly<Record<string, string>>,
  cleanUp: (work: () => void) => void = onTestFinished
): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-schema-'));
  cleanUp(() => rmSync(folder, { recursive: true, force: true }));
  writeProject(folder, files);
  return folder;
}

export function writeProject(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, body] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      name.endsWith('.xml') || body.startsWith('<') ? `<?xml version="1.0" encoding="UTF-8"?>\n${body}` : body
    );
  }
}

/** A decomposed field file. */
export const field = (xml: string): string =>
  `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">${xml}</CustomField>`;
