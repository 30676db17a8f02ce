import { createContext, Script } from 'node:vm';
import { limitException } from './exceptions.js';

/** Milliseconds that one search may take before it counts as too complicated. */
const longest = 2000;
/** Texts below this length cannot keep a nested repetition busy; longer ones only many repetitions in a row. */
const shortText = 20;
const longText = 1000;

/** How much a pattern may have to try: `nested` grows with each character twofold, `many` with a power of the length. */
export type RegexRisk = 'none' | 'many' | 'nested';

/** Tells patterns that may take longer than anyone waits: repeated groups that repeat or choose inside, and many repetitions. */
export function riskOf(pattern: string): RegexRisk {
  const open: { busy: boolean }[] = [];
  let repetitions = 0;
  let inClass = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '\\') i++;
    else if (c === '[') inClass++;
    else if (c === ']' && inClass > 0) inClass--;
    else if (inClass > 0) continue;
    else if (c === '(') open.push({ busy: false });
    else if (c === '|') open.forEach((group) => (group.busy = true));
    else if (c === ')') {
      if (open.pop()?.busy && /^(?:[*+]|\{\d+,)/.test(pattern.slice(i + 1, i + 10))) return 'nested';
    } else if (c === '*' || c === '+' || (c === '{' && /^\{\d+,\d*\}/.test(pattern.slice(i, i + 12)))) {
      repetitions++;
      for (const group of open) group.busy = true;
    }
  }
  return repetitions > 2 ? 'many' : 'none';
}

const script = new Script('run()');
let context: { run?: () => unknown } | undefined;

/** Runs a search of a risky pattern; the limit exception of the platform ends one that takes too long. */
export function guarded<V>(risk: RegexRisk, text: string, search: () => V): V {
  if (risk === 'none' || text.length < (risk === 'nested' ? shortText : longText)) return search();
  context ??= createContext({}) as { run?: () => unknown };
  context.run = search;
  try {
    return script.runInContext(context, { timeout: longest }) as V;
  } catch (error) {
    // Not asked with instanceof: the error may be one of the other context.
    if ((error as { readonly code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw limitException('Regex too complicated');
    throw error;
  }
}
