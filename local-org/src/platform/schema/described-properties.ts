import type { PlatformClassSource, StaticFunction } from '../define.js';

/**
 * Describe and DML results can be read by property as well as by method: `describe.label` is `describe.getLabel()`, `describe.accessible`
 * is `describe.isAccessible()`. Adds the property of each method without parameters.
 */
export function withProperties(methods: PlatformClassSource['members']): PlatformClassSource['members'] {
  const members = { ...methods };
  for (const [signature, implementation] of Object.entries(methods)) {
    const match = /^(\S+) (?:get|is)([A-Z]\w*)\(\)$/.exec(signature);
    if (!match || typeof implementation !== 'function') continue;
    const [, type = '', name = ''] = match;
    members[`${type} ${name.charAt(0).toLowerCase()}${name.slice(1)} {get}`] = {
      get: implementation as StaticFunction
    };
  }
  return members;
}
