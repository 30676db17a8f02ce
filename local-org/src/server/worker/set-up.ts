import { readFileSync } from 'node:fs';
import { ApexThrow } from '../../kernel/exception.js';
import { exceptionText } from '../../runtime/exceptions.js';
import { stackTraceText } from '../../runtime/stack-trace.js';
import { importPlan } from '../../data/import-tree.js';
import { readUserDefinitions, seedUsers } from '../../data/user-definitions.js';
import { ApexId } from '../../kernel/scalars.js';
import type { LocalOrg } from '../../org/local-org.js';
import { logIn } from './log-in.js';
import type { SetupTask } from './protocol.js';

/** Fills a new org: users as the administrator, then data plans and scripts as the task's user. Throws one sentence that names what is at fault. */
export async function setUp(org: LocalOrg, task: SetupTask): Promise<string[]> {
  const lines: string[] = [];
  const origin = { kind: 'anonymous' as const };
  const asAdministrator = { userId: org.data.administratorId, origin };
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
      const users = org.run(asAdministrator, (tx) => seedUsers(tx, readUserDefinitions(file)));
      return `Loaded ${users.length} user${users.length === 1 ? '' : 's'} of ${file}`;
    });
  }
  const asUser = { userId: userOf(org, task.username), origin };
  for (const file of task.plans) {
    inFile(file, () => `Imported ${org.run(asUser, (tx) => importPlan(tx, file)).size} records of ${file}`);
  }
  for (const file of task.scripts) {
    const block = await org.code.compileAnonymous(readFileSync(file, 'utf8'));
    inFile(file, () => {
      const [error] = block.errors;
      if (error) throw new Error(`line ${error.line}, column ${error.column}: ${error.message}`);
      org.run(asUser, (tx) => block.run(tx));
      return `Ran ${file}`;
    });
  }
  return lines;
}

function userOf(org: LocalOrg, username: string | null): ApexId {
  if (username === null) return org.data.administratorId;
  const id = ApexId.parse(logIn(org, username)?.userId ?? '');
  if (!id) throw new Error(`There is no active user ${username} to fill the org as. Name one of the --users files.`);
  return id;
}
