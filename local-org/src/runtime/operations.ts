/** All operations on values that emitted code calls, in one place to import from. */
export * from './arithmetic.js';
export * from './comparison.js';
export * from './conversion.js';
export * from './equality.js';
export { heldText } from './heap.js';
export * from './text.js';
export * from './types.js';
