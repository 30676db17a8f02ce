import type { ResourceLimits } from 'node:worker_threads';

/**
 * What a worker thread may use. Apex that eats memory ends its own thread, not the process. The young generation is larger than
 * V8's default because compiling makes many short-lived objects.
 */
export const threadLimits: ResourceLimits = { maxOldGenerationSizeMb: 1500, maxYoungGenerationSizeMb: 64 };
