import { parseArgs } from 'node:util';
import type { RunningSandboxErp } from './sandboxErp.js';
import { startSandboxErp } from './sandboxErp.js';
import type { SeedName } from './seed/seed.js';
import { SEED_NAMES } from './seed/seed.js';

const USAGE = `Usage: sandbox-erp start [--port 4400] [--data .data/sandbox-erp] [--seed demo|empty] [--fresh]
Environment: ERP_PORT, ERP_CLIENT_ID, ERP_CLIENT_SECRET`;

/** Runs the command line; the returned code is the exit code, undefined while the server runs. */
export async function main(argv: readonly string[]): Promise<number | undefined> {
  const parsed = parse(argv);
  if (typeof parsed === 'string') {
    process.stderr.write(`${parsed}\n`);
    return 1;
  }
  try {
    const running = await startSandboxErp(parsed);
    stopOnSignal(running);
    process.stdout.write(`ready ${running.url}\n`);
    return undefined;
  } catch (error) {
    process.stderr.write(`${sentence(error, parsed.port, parsed.dataDir)}\n`);
    return 1;
  }
}

function parse(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        port: { type: 'string', default: process.env['ERP_PORT'] ?? '4400' },
        data: { type: 'string', default: '.data/sandbox-erp' },
        seed: { type: 'string', default: 'demo' },
        fresh: { type: 'boolean', default: false }
      }
    });
    const port = Number(values.port);
    if (positionals.length !== 1 || positionals[0] !== 'start') return USAGE;
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return `--port ${values.port} is no port number.`;
    if (!SEED_NAMES.includes(values.seed)) return `--seed must be one of ${SEED_NAMES.join(', ')}.`;
    return { port, dataDir: values.data, seed: values.seed as SeedName, fresh: values.fresh };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
}

/** What went wrong at the start, in one sentence with the next step. */
function sentence(error: unknown, port: number, dataDir: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what uses it, or choose another with --port or ERP_PORT.`;
  if (code === 'EACCES' && port < 1024 && port > 0)
    return `Port ${port} may not be opened by this user. Choose one above 1023.`;
  const reason = error instanceof Error ? error.message : String(error);
  return `The sandbox ERP cannot use its data folder ${dataDir} (${reason}). Delete it or start with --fresh.`;
}

function stopOnSignal(running: RunningSandboxErp): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
}
