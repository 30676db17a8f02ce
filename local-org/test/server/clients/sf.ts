import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../support/cli.js';

/** The `sf` command with a home folder of its own: a developer's log-ins and settings are neither read nor changed. */
export interface SfCommand {
  /** A DX project to work in. */
  readonly project: string;
  (args: readonly string[], options?: SfOptions): Promise<SfResult>;
}

export interface SfOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Kills the command when its output has this text. */
  readonly until?: string;
}

export interface SfResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** `result` of `--json`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a JSON answer of any shape
  readonly result: any;
}

const quiet = {
  NODE_ENV: 'production',
  OCLIF_TS_NODE: '0',
  SF_DISABLE_TELEMETRY: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_HIDE_RELEASE_NOTES: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  NO_COLOR: '1',
  FORCE_COLOR: '0'
};

export function sfCommand(): SfCommand {
  const home = temporaryFolder();
  const project = join(home, 'project');
  mkdirSync(join(project, 'force-app'), { recursive: true });
  const packages = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' };
  writeFileSync(join(project, 'sfdx-project.json'), JSON.stringify(packages));
  const script = fileURLToPath(new URL('../../../../node_modules/@salesforce/cli/bin/run.js', import.meta.url));
  const run = (args: readonly string[], { env = {}, until }: SfOptions = {}): Promise<SfResult> => {
    const base = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(?:SF|SFDX|NODE_OPTIONS|VITEST)/.test(name))
    );
    const child = spawn(process.execPath, [script, ...args], {
      cwd: project,
      env: { ...base, ...quiet, HOME: home, USERPROFILE: home, ...env },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
      if (until !== undefined && out.includes(until)) child.kill();
    });
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    return new Promise((resolve) => {
      child.once('close', (code) => {
        let result: unknown;
        try {
          result = (JSON.parse(out) as { result?: unknown }).result;
        } catch {
          result = undefined;
        }
        resolve({ code, out, err, result });
      });
    });
  };
  return Object.assign(run, { project });
}
