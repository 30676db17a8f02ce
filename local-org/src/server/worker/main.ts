import { parentPort, workerData } from 'node:worker_threads';
import { LocalOrg } from '../../org/local-org.js';
import { isScalar, scalarJson } from '../json/to-json.js';
import { perform } from './perform.js';
import type { FromWorker, ToWorker, WorkerData } from './protocol.js';
import { compileWarnings } from '../../org/compile-warnings.js';

/** The worker thread of a running org: opens it, then does one task after the other. */
const port = parentPort;
if (!port) throw new Error('This script runs in a worker thread');
const tell = (message: FromWorker): void => port.postMessage(message);

async function open(): Promise<LocalOrg | null> {
  const { options, link } = workerData as WorkerData;
  try {
    return await LocalOrg.open(options, link, {
      due: (work) => {
        if (work.length > 0) tell({ type: 'due', work });
      },
      published: (events) =>
        tell({
          type: 'published',
          events: events.map(({ record, replayId }) => ({
            object: record.object,
            replayId,
            payload: Object.fromEntries(
              [...record.fields].flatMap(([name, value]) => (isScalar(value) ? [[name, scalarJson(value)]] : []))
            )
          }))
        }),
      logged: (id) => tell({ type: 'logged', id }),
      report: (text) => console.error(text)
    });
  } catch (error) {
    tell({ type: 'broken', message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

const org = await open();
if (org) {
  port.on('message', (message: ToWorker) => {
    if (message.type === 'close') {
      org.close();
      port.close();
      return;
    }
    perform(org, message.task).then(
      (result) => tell({ type: 'done', id: message.id, result }),
      (error: Error) => {
        console.error(error.stack ?? error.message);
        tell({ type: 'failed', id: message.id, message: error.message });
      }
    );
  });
  tell({ type: 'ready', warnings: [...org.problems, ...compileWarnings(org.code.compileErrors)] });
}
