import type { LocalOrg } from '../../org/local-org.js';
import { execute } from './execute.js';
import { answerHttp } from './http.js';
import { logIn } from './log-in.js';
import { restFailure } from '../routes/failures.js';
import { recordCoverage } from '../tooling/coverage-rows.js';
import { beginTests, endRun, recordClass } from '../tooling/test-rows.js';
import type { ResultOf, Task, TestBeginTask } from './protocol.js';
import { answerQuery } from './query.js';
import { setUp } from './set-up.js';

/** Does a task in this thread. */
export async function perform(org: LocalOrg, task: Task): Promise<ResultOf[Task['kind']]> {
  await org.prepareLogs();
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
    case 'testBegin':
      return acceptTests(org, task);
    case 'testRecord':
      return recordClass(org, task.plan, task.outcome);
    case 'testEnd':
      if (task.outcomes.length > 0) recordCoverage(org, task.plan, task.outcomes);
      endRun(org, task.plan, task.durationMs);
      return null;
  }
}

function acceptTests(org: LocalOrg, task: TestBeginTask): ResultOf['testBegin'] {
  try {
    return { plan: beginTests(org, task.userId, task.body) };
  } catch (error) {
    const { status, body } = restFailure(error);
    return { refusal: { status, body: JSON.parse(new TextDecoder().decode(body)) as unknown } };
  }
}
