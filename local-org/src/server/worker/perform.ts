import type { LocalOrg } from '../compose.js';
import { execute } from './execute.js';
import { answerHttp } from './http.js';
import { logIn } from './log-in.js';
import type { ResultOf, Task } from './protocol.js';
import { answerQuery } from './query.js';
import { setUp } from './set-up.js';

/** Does a task in this thread. */
export async function perform(org: LocalOrg, task: Task): Promise<ResultOf[Task['kind']]> {
  switch (task.kind) {
    case 'http':
      return answerHttp(org, task);
    case 'async':
      org.jobs.runDue(task.work);
      return null;
    case 'recover':
      return org.jobs.recover(task.jobId);
    case 'setup':
      return setUp(org, task);
    case 'login':
      return logIn(org, task.username);
    case 'exec':
      return execute(org, task);
    case 'query':
      return answerQuery(org, task.soql);
  }
}
