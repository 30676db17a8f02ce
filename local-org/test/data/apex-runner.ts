import { expect } from 'vitest';
import type { ApexValue } from '../../src/kernel/object.js';
import { platformLibrary } from '../../src/platform/index.js';
import { compile } from '../compiler/harness.js';
import type { World } from './world.js';

/** Runs the body of a static method against the records of the world. */
export async function runner(world: World, body: string, apiVersion = 67): Promise<() => ApexValue> {
  const { schema, metadata } = world.org;
  const code = await compile(
    { Main: `public class Main { public static Object run() { ${body} } }` },
    { apiVersion, load: { schema, metadata: metadata as never } }
  );
  expect(code.compileErrors).toEqual([]);
  const org = { ...world.org, code, library: platformLibrary };
  Object.assign(world, { org });
  world.tx = world.begin();
  return () => code.invokeStatic(world.tx, 'Main', 'run', []);
}
