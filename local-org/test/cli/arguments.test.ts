import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/cli/arguments.js';
import { usualLevels } from '../../src/runtime/log-levels.js';
import { sourceFolders } from '../../src/cli/project.js';

describe('the command line', () => {
  it('reads start with its defaults', () => {
    expect(parseCommand(['start'])).toEqual({
      command: 'start',
      sources: [],
      port: 4300,
      data: '.local-org',
      users: [],
      plans: [],
      scripts: [],
      user: null,
      credentials: null,
      fresh: false,
      clockAhead: 0,
      dev: false
    });
  });

  it('takes --source, --users and --import more than once', () => {
    const args = ['start', '--source', 'a', '--source', 'b', '--users', 'u1', '--users', 'u2', '--import', 'p'];

    expect(parseCommand(args)).toMatchObject({ sources: ['a', 'b'], users: ['u1', 'u2'], plans: ['p'] });
  });

  it('reads test, where --json names a file', () => {
    expect(parseCommand(['test', '--filter', 'A*', '--json', 'out.json', '--coverage', '--workers', '2'])).toEqual({
      command: 'test',
      sources: [],
      filter: 'A*',
      json: 'out.json',
      coverage: true,
      workers: 2,
      permissionSets: [],
      timeout: 120,
      junit: null,
      lcov: null,
      shard: null,
      seed: null,
      logs: null,
      logLevels: usualLevels,
      profile: false,
      watch: false,
      noNamespace: false
    });
  });

  it('reads which part of the tests and which order are asked for', () => {
    expect(parseCommand(['test', '--shard', '2/3', '--seed', '7'])).toMatchObject({
      shard: { index: 2, count: 3 },
      seed: 7
    });
    expect(parseCommand(['test', '--shuffle'])).toMatchObject({ seed: expect.any(Number) as number });
  });

  it.each([
    ['APEX_CODE', "--log-level: '' is no level of debug logs: NONE, ERROR, WARN, INFO, DEBUG, FINE, FINER, FINEST."],
    ['CODE,FINE', "--log-level: 'CODE' is no category of debug logs: APEX_CODE, "]
  ])('refuses --log-level %s', (text, message) => {
    expect(() => parseCommand(['test', '--log-level', text])).toThrow(message);
  });

  it.each(['0/3', '4/3', '3', 'a/b'])('refuses --shard %s', (text) => {
    expect(() => parseCommand(['test', '--shard', text])).toThrow(`--shard must be like 2/3, not '${text}'.`);
  });

  it('reads exec and query', () => {
    expect(parseCommand(['exec', 'x.apex', '--user', 'u@x'])).toMatchObject({
      file: 'x.apex',
      user: 'u@x',
      logLevels: null
    });
    expect(parseCommand(['exec', 'x.apex', '--log-level', 'APEX_CODE,FINE;DB,INFO'])).toMatchObject({
      logLevels: { APEX_CODE: 'FINE', DB: 'INFO' }
    });
    expect(parseCommand(['query', 'SELECT Id FROM Account', '--json'])).toMatchObject({
      soql: 'SELECT Id FROM Account',
      json: true
    });
  });

  it.each([
    [['fly'], "There is no command 'fly'. Commands: start, test, exec, query."],
    [['start', '--port', 'x'], "--port must be a whole number from 0 to 65535, not 'x'."],
    [['test', '--port', '1'], "'test' takes no option --port."],
    [['start', 'here'], "'start' does not understand 'here'."],
    [['exec'], "'exec' needs a file with Apex."],
    [['test', '--nonsense'], "Unknown option '--nonsense'"]
  ])('%j is refused', (args, message) => {
    expect(() => parseCommand(args)).toThrow(message);
  });
});

describe('the source folders', () => {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  mkdirSync(join(project, 'one'));
  mkdirSync(join(project, 'two'));
  writeFileSync(
    join(project, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'one', default: true }, { path: './two' }, { path: 'missing' }] })
  );

  it('are the package directories of the working directory by default', () => {
    expect(sourceFolders([], project)).toEqual([join(project, 'one'), join(project, 'two')]);
  });

  it('are the package directories of a given project, or the folder itself', () => {
    expect(sourceFolders([project, 'one'], project)).toEqual([join(project, 'one'), join(project, 'two')]);
    expect(sourceFolders(['two'], project)).toEqual([join(project, 'two')]);
  });

  it('must exist', () => {
    expect(() => sourceFolders(['nowhere'], project)).toThrow(`There is no folder ${join(project, 'nowhere')}.`);
    expect(() => sourceFolders([], tmpdir())).toThrow('There is no sfdx-project.json');
  });
});
