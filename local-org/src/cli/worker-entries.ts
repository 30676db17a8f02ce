/** Scripts of the worker threads, beside this file in the built tree. */
export const orgWorker = new URL('../server/worker/main.js', import.meta.url);
export const testWorker = new URL('../testing/worker.js', import.meta.url);
