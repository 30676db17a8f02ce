// A worker thread that is never ready, as one that still compiles; it ends when it is asked to.
import { parentPort } from 'node:worker_threads';

parentPort.once('message', () => parentPort.close());
