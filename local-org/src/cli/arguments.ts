import { parseArgs } from 'node:util';
import { parseLogLevels, usualLevels, type LogLevels } from '../runtime/log-levels.js';
import type { Shard } from '../testing/shard.js';

/** A command line that cannot be followed; the message is one sentence for the user. */
export class UsageError extends Error {}

export interface StartCommand {
  readonly command: 'start';
  readonly sources: readonly string[];
  readonly port: number;
  readonly data: string;
  readonly users: readonly string[];
  readonly plans: readonly string[];
  readonly scripts: readonly string[];
  /** Who imports and runs in a new org; null: its administrator. */
  readonly user: string | null;
  readonly credentials: string | null;
  readonly fresh: boolean;
  /** Seconds by which the org's time runs ahead of the machine's. */
  readonly clockAhead: number;
  /** Compile components when the browser asks, and reload them when they are edited. */
  readonly dev: boolean;
}

export interface TestCommand {
  readonly command: 'test';
  readonly sources: readonly string[];
  /** `Class`, `Class.method`, or a part of either with `*`. */
  readonly filter: string | null;
  readonly json: string | null;
  /** File for JUnit XML. */
  readonly junit: string | null;
  readonly coverage: boolean;
  /** File for an lcov tracefile; counts coverage. */
  readonly lcov: string | null;
  readonly shard: Shard | null;
  /** Seed of a random order. */
  readonly seed: number | null;
  /** Folder for the debug log of each test. */
  readonly logs: string | null;
  readonly logLevels: LogLevels;
  /** Show which methods and statements take the time. */
  readonly profile: boolean;
  /** Run again what an edited file touches. */
  readonly watch: boolean;
  /** Leave out the namespace that sfdx-project.json names. */
  readonly noNamespace: boolean;
  /** Names of permission sets that the running user gets before the tests. */
  readonly permissionSets: readonly string[];
  readonly workers: number | null;
  /** Seconds that one test method may take. */
  readonly timeout: number;
}

export interface ExecCommand {
  readonly command: 'exec';
  readonly file: string;
  readonly sources: readonly string[];
  readonly user: string | null;
  readonly data: string;
  readonly credentials: string | null;
  /** The whole debug log with these levels instead of its debug lines; null: the lines. */
  readonly logLevels: LogLevels | null;
}

export interface QueryCommand {
  readonly command: 'query';
  readonly soql: string;
  readonly sources: readonly string[];
  readonly data: string;
  readonly json: boolean;
}

export interface HelpCommand {
  readonly command: 'help';
}

export type Command = StartCommand | TestCommand | ExecCommand | QueryCommand | HelpCommand;

const options = {
  source: { type: 'string', multiple: true },
  port: { type: 'string' },
  data: { type: 'string' },
  users: { type: 'string', multiple: true },
  import: { type: 'string', multiple: true },
  run: { type: 'string', multiple: true },
  credentials: { type: 'string' },
  fresh: { type: 'boolean' },
  'clock-ahead': { type: 'string' },
  dev: { type: 'boolean' },
  filter: { type: 'string' },
  junit: { type: 'string' },
  coverage: { type: 'boolean' },
  lcov: { type: 'string' },
  shard: { type: 'string' },
  shuffle: { type: 'boolean' },
  seed: { type: 'string' },
  logs: { type: 'string' },
  'log-level': { type: 'string' },
  profile: { type: 'boolean' },
  watch: { type: 'boolean' },
  'no-namespace': { type: 'boolean' },
  workers: { type: 'string' },
  timeout: { type: 'string' },
  'permission-set': { type: 'string', multiple: true },
  user: { type: 'string' },
  help: { type: 'boolean', short: 'h' }
} as const;

/** Options that each command takes, beside --source and --help. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  start: ['port', 'data', 'users', 'import', 'run', 'user', 'credentials', 'fresh', 'clock-ahead', 'dev'],
  test: [
    'filter',
    'json',
    'junit',
    'coverage',
    'lcov',
    'workers',
    'timeout',
    'permission-set',
    'shard',
    'shuffle',
    'seed',
    'logs',
    'log-level',
    'profile',
    'watch',
    'no-namespace'
  ],
  exec: ['user', 'data', 'credentials', 'log-level'],
  query: ['data', 'json']
};

/** Reads the command line (without node and script). Throws UsageError. */
export function parseCommand(argv: readonly string[]): Command {
  const [name = 'help'] = argv;
  if (name === 'help' || name === '--help' || name === '-h') return { command: 'help' };
  const names = allowed[name];
  if (!names) throw new UsageError(`There is no command '${name}'. Commands: start, test, exec, query.`);
  const { values, positionals } = parse(name, argv.slice(1));
  if (values.help) return { command: 'help' };
  for (const option of Object.keys(values)) {
    if (option !== 'source' && !names.includes(option)) throw new UsageError(`'${name}' takes no option --${option}.`);
  }
  const sources = (values.source ?? []) as readonly string[];
  const text = (option: keyof typeof values) => (values[option] as string | undefined) ?? null;
  const data = text('data') ?? '.local-org';
  switch (name) {
    case 'start':
      expectPositionals(name, positionals, 0);
      return {
        command: 'start',
        sources,
        port: whole('port', text('port') ?? '4300', 0, 65_535),
        data,
        users: values.users ?? [],
        plans: values.import ?? [],
        scripts: values.run ?? [],
        user: text('user'),
        credentials: text('credentials'),
        fresh: values.fresh ?? false,
        clockAhead: whole('clock-ahead', text('clock-ahead') ?? '0', 0, 315_360_000),
        dev: values.dev ?? false
      };
    case 'test':
      expectPositionals(name, positionals, 0);
      return {
        command: 'test',
        sources,
        filter: text('filter'),
        json: text('json'),
        junit: text('junit'),
        coverage: values.coverage ?? false,
        lcov: text('lcov'),
        permissionSets: values['permission-set'] ?? [],
        workers: values.workers === undefined ? null : whole('workers', values.workers, 1, 64),
        timeout: whole('timeout', values.timeout ?? '120', 1, 86_400),
        shard: values.shard === undefined ? null : shard(values.shard),
        seed: seed(values.seed, values.shuffle ?? false),
        logs: text('logs'),
        logLevels: logLevels(text('log-level')),
        profile: values.profile ?? false,
        watch: values.watch ?? false,
        noNamespace: values['no-namespace'] ?? false
      };
    case 'exec':
      expectPositionals(name, positionals, 1);
      return {
        command: 'exec',
        file: positionals[0] ?? '',
        sources,
        user: text('user'),
        data,
        credentials: text('credentials'),
        logLevels: values['log-level'] === undefined ? null : logLevels(text('log-level'))
      };
    default:
      expectPositionals(name, positionals, 1);
      return { command: 'query', soql: positionals[0] ?? '', sources, data, json: values.json === true };
  }
}

/** `--json` takes a file in `test` and nothing in `query`. */
function parse(name: string, args: readonly string[]) {
  const json = { type: name === 'query' ? ('boolean' as const) : ('string' as const) };
  try {
    return parseArgs({ args: [...args], options: { ...options, json }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

function expectPositionals(name: string, given: readonly string[], count: number): void {
  if (given.length > count) throw new UsageError(`'${name}' does not understand '${given[count]}'.`);
  if (given.length < count) {
    throw new UsageError(name === 'exec' ? `'exec' needs a file with Apex.` : `'query' needs a SOQL query.`);
  }
}

function whole(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new UsageError(`--${option} must be a whole number from ${least} to ${most}, not '${text}'.`);
  }
  return value;
}

/** `2/3`: the second of three parts. */
function shard(value: string): Shard {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(value) ?? []).map(Number);
  if (index < 1 || index > count) throw new UsageError(`--shard must be like 2/3, not '${value}'.`);
  return { index, count };
}

function logLevels(given: string | null): LogLevels {
  if (given === null) return usualLevels;
  try {
    return parseLogLevels(given);
  } catch (error) {
    throw new UsageError(`--log-level: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const greatestSeed = 2 ** 32 - 1;

/** The seed given, a new one for --shuffle alone, none for neither. */
function seed(given: string | undefined, shuffle: boolean): number | null {
  if (given !== undefined) return whole('seed', given, 0, greatestSeed);
  return shuffle ? Math.floor(Math.random() * greatestSeed) : null;
}
