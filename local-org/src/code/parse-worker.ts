import { parentPort, workerData } from 'node:worker_threads';
import { parseSource } from '../1-parse/index.js';
import type { ApexFile } from './source-files.js';

/** Script of a thread that parses its share of a project; see parse-ahead.ts. */
for (const file of workerData as readonly ApexFile[]) {
  parentPort?.postMessage(parseSource(file.text, file.file, file.kind));
}
