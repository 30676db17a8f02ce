export * from './declarations.js';
export * from './expressions.js';
export * from './names.js';
export * from './statements.js';
