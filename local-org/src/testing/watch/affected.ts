import type { ApexFile } from '../../code/source-files.js';

/** What earlier runs have shown of the tests. */
export interface History {
  /** The files whose code each test class ran, by its name. */
  readonly touched: ReadonlyMap<string, readonly string[]>;
  /** Test classes with a test that did not pass. */
  readonly failed: ReadonlySet<string>;
}

const isApex = (path: string): boolean => /\.(cls|trigger)$/.test(path);

/**
 * Names of the classes whose tests a change may turn, or null for all of them: what is no Apex (objects, labels, resources) may reach
 * everything. A test class is touched by a change to itself, to code that it ran last time, and to what its text names. Code
 * without statements (interfaces, enums, constants) leaves no trace in a run, so tests that ran anything naming it are taken. Tests
 * that failed are run again with every change.
 */
export function affectedClasses(
  changed: readonly string[],
  files: readonly ApexFile[],
  history: History
): ReadonlySet<string> | null {
  if (!changed.every(isApex)) return null;
  const affected = new Set(history.failed);
  const ran = new Set([...history.touched.values()].flat());
  for (const path of changed) {
    const name = unitName(path);
    affected.add(name);
    const naming = files.filter((file) => names(file, name));
    for (const file of naming) affected.add(file.name);
    const traces = new Set(ran.has(path) ? [path] : naming.map((file) => file.file));
    for (const [test, touched] of history.touched) {
      if (touched.some((file) => traces.has(file))) affected.add(test);
    }
  }
  return affected;
}

const unitName = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');

/** `name` holds letters, digits and underscores only: it is the name of an Apex file. */
const names = (file: ApexFile, name: string): boolean => new RegExp(`\\b${name}\\b`, 'i').test(file.text);
