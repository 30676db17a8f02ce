// A worker thread that does as its query says: `answer`, `thread` (which one it is), `call <URL>`, `throw`, `exit`, `spin`.
import { parentPort, threadId, workerData } from 'node:worker_threads';

const answer = (id, result) => parentPort.postMessage({ type: 'done', id, result });

function call(id, url) {
  const { port } = workerData.link;
  port.once('message', () => answer(id, { soql: url }));
  port.unref();
  const request = { method: 'GET', url, headers: [], body: new Uint8Array(), timeoutMs: 60_000, maxBytes: 6_000_000 };
  port.postMessage({ id, request });
}

parentPort.on('message', ({ type, id, task }) => {
  if (type === 'close') parentPort.close();
  else if (task.soql === 'exit') process.exit(3);
  else if (task.soql === 'crash') throw new Error('out of order');
  else if (task.soql === 'spin') for (;;);
  else if (task.soql === 'throw') parentPort.postMessage({ type: 'failed', id, message: 'no such thing' });
  else if (task.soql === 'thread') answer(id, { thread: threadId });
  else if (task.soql.startsWith('call ')) call(id, task.soql.slice('call '.length));
  else answer(id, { soql: task.soql });
});
parentPort.postMessage({ type: 'ready', warnings: ['one warning'] });
