import { parseCommand } from './arguments.js';
import { usage } from './usage.js';

/**
 * Runs one command; the exit code. Mistakes of the user are one sentence on stderr and 1. Commands are loaded when they are
 * called: `start` brings the bundler with it.
 */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const command = parseCommand(argv);
    switch (command.command) {
      case 'help':
        console.log(usage);
        return 0;
      case 'start':
        return await (await import('./start.js')).runStart(command);
      case 'test':
        return await (await import('./test.js')).runTests(command);
      case 'exec':
        return await (await import('./exec.js')).runExec(command);
      case 'query':
        return await (await import('./query.js')).runQuery(command);
    }
  } catch (error) {
    const shown = error instanceof Error && !process.env['LOCAL_ORG_DEBUG'] ? error.message : error;
    console.error(shown);
    return 1;
  }
}
