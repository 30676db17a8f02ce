import { readFileSync } from 'node:fs';
import { ApexThrow } from '../../kernel/exception.js';
import { exceptionText } from '../../runtime/exceptions.js';
import { stackTraceText } from '../../runtime/stack-trace.js';
import { importPlan } from '../../data/import-tree.js';
import { readUserDefinitions, seedUsers } from '../../data/user-definitions.js';
import type { LocalOrg } from '../compose.js';
import type { SetupTask } from './protocol.js';

/** Fills a new org: users, then data plans and scripts as the administrator. Throws one sentence that names the file at fault. */
export async function setUp(org: LocalOrg, task: SetupTask): Promise<string[]> {
  const lines: string[] = [];
  const start = { userId: org.data.administratorId, origin: { kind: 'anonymous' as const } };
  const inFile = (file: string, action: () => string): void => {
    try {
      lines.push(action());
    } catch (error) {
      const text =
        error instanceof ApexThrow
          ? [exceptionText(error.exception), stackTraceText(error.exception)].filter(Boolean).join('\n')
          : error instanceof Error
            ? error.message
            : String(error);
      throw new Error(`${file}: ${text}`, { cause: error });
    }
  };
  for (const file of task.users) {
    inFile(file, () => {
      const users = org.run(start, (tx) => seedUsers(tx, readUserDefinitions(file)));
      return `Loaded ${users.length} user${users.length === 1 ? '' : 's'} of ${file}`;
    });
  }
  for (const file of task.plans) {
    inFile(file, () => `Imported ${org.run(start, (tx) => importPlan(tx, file)).size} records of ${file}`);
  }
  for (const file of task.scripts) {
    const block = await org.code.compileAnonymous(readFileSync(file, 'utf8'));
    inFile(file, () => {
      const [error] = block.errors;
      if (error) throw new Error(`line ${error.line}, column ${error.column}: ${error.message}`);
      org.run(start, (tx) => block.run(tx));
      return `Ran ${file}`;
    });
  }
  return lines;
}
