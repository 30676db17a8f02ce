import { readFileSync } from 'node:fs';
import { UsageError, type ExecCommand } from './arguments.js';
import { withOrg } from './with-org.js';

/** `local-org exec FILE`: anonymous Apex against the org's data, which keeps what it writes; prints debug lines and the limits used, or the whole debug log. */
export async function runExec(command: ExecCommand): Promise<number> {
  let source: string;
  try {
    source = readFileSync(command.file, 'utf8');
  } catch {
    throw new UsageError(`There is no file ${command.file}.`);
  }
  return withOrg({ ...command, makesFolder: true }, async (pool) => {
    const result = await pool.run({ kind: 'exec', source, username: command.user, logLevels: command.logLevels });
    if (command.logLevels && result.log !== '') console.log(result.log);
    if (command.logLevels) return printError(result.error);
    for (const line of result.debug) console.log(line);
    console.log('Limits used');
    for (const one of result.limits) console.log(`  ${one.name}: ${one.used} of ${one.limit}`);
    return printError(result.error);
  });
}

function printError(error: string | null): number {
  if (error !== null) console.error(error);
  return error === null ? 0 : 1;
}
