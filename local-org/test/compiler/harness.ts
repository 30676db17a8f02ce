import { ApexThrow } from '../../src/kernel/exception.js';
import type { ApexValue } from '../../src/kernel/object.js';
import { ApexId } from '../../src/kernel/scalars.js';
import type { AccessRights, CodeService, Org, RunningUser, Transaction } from '../../src/kernel/services.js';
import { loadFiles, type LoadOptions } from '../../src/code/load.js';
import type { LoadedCode } from '../../src/code/loaded-code.js';
import { platformLibrary } from '../../src/platform/index.js';
import { stackTraceText } from '../../src/runtime/stack-trace.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { toText } from '../../src/runtime/text.js';
import { createTransaction, type TransactionParts } from '../../src/runtime/transaction.js';
import { loadSchema } from '../../src/schema/load.js';

const { schema, metadata } = loadSchema([]);

/** Class sources by name; `Trigger X` makes a trigger file. */
export type Sources = Readonly<Record<string, string>>;

export interface CompileOptions {
  readonly apiVersion?: number;
  readonly load?: Partial<LoadOptions>;
}

export function compile(sources: Sources, options: CompileOptions = {}): Promise<LoadedCode> {
  const files = Object.entries(sources).map(([name, text]) => {
    const trigger = name.startsWith('Trigger ');
    const plain = name.replace('Trigger ', '');
    return {
      file: trigger ? `${plain}.trigger` : `${plain}.cls`,
      kind: trigger ? ('trigger' as const) : ('class' as const),
      name: plain,
      text,
      apiVersion: options.apiVersion ?? 67
    };
  });
  return loadFiles(files, { schema, metadata, library: platformLibrary, ...options.load });
}

/** Errors as `line:column message`. */
export function errorsOf(code: LoadedCode): string[] {
  return code.compileErrors.map((error) => `${error.line}:${error.column} ${error.message}`);
}

const everything: AccessRights = {
  objectAccess: () => true,
  fieldAccess: () => true,
  classAccess: () => true,
  customPermission: () => true,
  userPermission: () => true,
  tabVisible: () => true,
  externalCredentialPrincipal: () => true
};

function id(text: string): ApexId {
  const parsed = ApexId.parse(text);
  if (!parsed) throw new Error(`No id: ${text}`);
  return parsed;
}

const user: RunningUser = {
  id: id('005000000000001'),
  name: 'Ada Admin',
  userName: 'ada@example.com',
  email: 'ada@example.com',
  profileId: id('00e000000000001'),
  profileName: 'System Administrator',
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
  language: 'en_US',
  currency: 'USD',
  access: everything
};

/** A transaction for code that reaches no data, or the services that a test gives. */
export function transaction(code: CodeService, services: Partial<TransactionParts> = {}): Transaction {
  const org: Org = {
    schema,
    code,
    library: platformLibrary,
    info: {
      id: id('00D000000000001'),
      name: 'Test',
      baseUrl: 'http://localhost',
      currency: 'USD',
      multiCurrency: false,
      sandbox: true,
      namespace: ''
    },
    metadata
  };
  const absent = new Proxy(
    {},
    {
      get: (_, name) => () => {
        throw new Error(`This test has no service for ${String(name)}`);
      }
    }
  );
  const tx = createTransaction({
    org,
    user,
    data: absent as TransactionParts['data'],
    async: absent as TransactionParts['async'],
    callouts: absent as TransactionParts['callouts'],
    origin: { kind: 'anonymous' },
    ...services
  });
  code.reset(tx);
  return tx;
}

/** Runs a static method and answers its text; an uncaught exception answers its text and stack trace. */
export async function run(sources: Sources, options: CompileOptions = {}, entry = 'Main.run'): Promise<string> {
  const code = await compile(sources, options);
  if (code.compileErrors.length > 0) throw new Error(errorsOf(code).join('\n'));
  const tx = transaction(code);
  const [className = '', method = ''] = entry.split('.');
  try {
    return toText(tx, code.invokeStatic(tx, className, method, []));
  } catch (error) {
    if (!(error instanceof ApexThrow)) throw error;
    return `${exceptionText(error.exception)}\n${stackTraceText(error.exception)}`;
  }
}

/** The value of an expression, as text. `before` are statements that come first. */
export function evaluate(expression: string, before = ''): Promise<string> {
  return run({ Main: `public class Main { public static Object run() { ${before} return ${expression}; } }` });
}

/** The value of an expression as it is. */
export async function valueOf(expression: string): Promise<ApexValue> {
  const code = await compile({ Main: `public class Main { public static Object run() { return ${expression}; } }` });
  return code.invokeStatic(transaction(code), 'Main', 'run', []);
}
