import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { filesBelow } from './files.mjs';
import { root } from './root.mjs';

/**
 * The rows of the tables of a Markdown page, but for their heads.
 * @returns {{ line: number, cells: string[] }[]}
 */
export function rowsOf(markdown) {
  const lines = markdown.split('\n');
  return lines.flatMap((text, at) => {
    const isRow = text.startsWith('|') && !/^\|[ :|-]+$/.test(text) && !/^\|[ :|-]+$/.test(lines[at + 1] ?? '');
    if (!isRow) return [];
    const cells = text
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return [{ line: at + 1, cells }];
  });
}

/**
 * The tests that exist.
 * @param files paths: `apex` of test classes, `node` of test files in TypeScript; `npmScripts` by name
 * @param {(path: string) => string} read
 */
export class Tests {
  constructor({ apex, node, npmScripts }, read) {
    this.apex = new Map(apex.map((path) => [basename(path, '.cls'), path]));
    this.node = node;
    this.npmScripts = npmScripts;
    this.read = read;
  }

  /** @returns {string | undefined} what is wrong with the name of a test, undefined when there is such a test */
  problemOf(name) {
    const apex = /^(\w+Test)(?:\.(\w+))?$/.exec(name);
    if (apex) return this.#apexProblem(name, apex[1], apex[2]);
    const command = /^npm run ([\w-]+)\b/.exec(name);
    if (command) return this.npmScripts.includes(command[1]) ? undefined : `there is no npm script '${command[1]}'`;
    const node = /^(\S+\.test\.ts)(?:: (.+))?$/.exec(name);
    if (node) return this.#nodeProblem(node[1], node[2]);
    return `'${name}' names no test: write Class.method, file.test.ts: title, or npm run script`;
  }

  #apexProblem(name, className, method) {
    const path = this.apex.get(className);
    if (path === undefined) return `there is no Apex class ${className}`;
    if (method === undefined) return undefined;
    const isThere = new RegExp(`@IsTest\\b[^;{]*?\\bvoid\\s+${method}\\s*\\(`, 'i').test(this.read(path));
    return isThere ? undefined : `there is no test ${name}`;
  }

  #nodeProblem(file, title) {
    const found = this.node.filter((path) => path === file || path.endsWith(`/${file}`));
    if (found.length === 0) return `there is no file ${file}`;
    if (found.length > 1) return `${file} may be any of ${found.join(', ')}`;
    if (title === undefined) return undefined;
    const quoted = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // Also behind test.each([...]).
    const titled = new RegExp(`(?:\\b(?:test|it|describe)(?:\\.\\w+)*|\\))\\(\\s*(['"\`])${quoted}\\1`);
    return titled.test(this.read(found[0])) ? undefined : `${file} has no test '${title}'`;
  }
}

/** The tests of this repository. */
export function testsHere() {
  const paths = (folders, pattern) => filesBelow(folders, pattern).map((path) => relative(root, path));
  const read = (path) => readFileSync(`${root}/${path}`, 'utf8');
  return new Tests(
    {
      apex: paths(['force-app', 'fixtures'], /Test\.cls$/),
      node: paths(['e2e', 'force-app', 'local-org/test', 'sandbox-erp/test', 'scripts', 'test'], /\.test\.ts$/),
      npmScripts: Object.keys(JSON.parse(read('package.json')).scripts)
    },
    read
  );
}

/**
 * @param {string} markdown tables whose last column names tests, each in backticks, at least one a row
 * @param {{ problemOf(name: string): string | undefined }} tests
 * @returns {string[]} what is wrong, with its line
 */
export function problemsOf(markdown, tests) {
  return rowsOf(markdown).flatMap(({ line, cells }) => {
    const names = [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    if (names.length === 0) return [`${line}: names no test`];
    return names.flatMap((name) => {
      const problem = tests.problemOf(name);
      return problem === undefined ? [] : [`${line}: ${problem}`];
    });
  });
}
