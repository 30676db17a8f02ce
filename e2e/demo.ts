import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { Backend } from './backend.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of a connected demo company that nothing has happened to yet; absent where nobody has made one. */
    readonly demo: string | undefined;
  }
}

/**
 * Imports the connected demo company once, before the first story: stories begin with copies of it. The pages are bundled with it,
 * so that no two stories do that at the same time.
 */
export default async function prepareDemo(project: TestProject): Promise<() => void> {
  const backend = await Backend.start({ connected: true });
  const folder = await backend.leave();
  project.provide('demo', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
