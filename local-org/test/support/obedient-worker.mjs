// A worker thread that does as its query says: `answer`, `throw`, `exit`, `spin`.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ type, id, task }) => {
  if (type === 'close') parentPort.close();
  else if (task.soql === 'exit') process.exit(3);
  else if (task.soql === 'crash') throw new Error('out of order');
  else if (task.soql === 'spin') for (;;);
  else if (task.soql === 'throw') parentPort.postMessage({ type: 'failed', id, message: 'no such thing' });
  else parentPort.postMessage({ type: 'done', id, result: { soql: task.soql } });
});
parentPort.postMessage({ type: 'ready', warnings: ['one warning'] });
