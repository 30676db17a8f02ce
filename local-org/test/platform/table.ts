import { describe, expect, it } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { toText } from '../../src/runtime/text.js';
import { compile, errorsOf, transaction, type Sources } from '../compiler/harness.js';

/** An Apex expression, the text of its value (or of what it throws), and where that is documented. */
export type Fact = readonly [expression: string, expected: string, source?: string];

export interface TableOptions {
  /** Further classes that the expressions use. */
  readonly classes?: Sources;
  /** Wall clock of the transaction. */
  readonly now?: number;
}

/** One test a fact; all expressions are compiled as methods of one class. */
export function table(name: string, facts: readonly Fact[], options: TableOptions = {}): void {
  describe(name, () => {
    const methods = facts.map(([expression], i) => `public static Object fact${i}() { return ${expression}; }`);
    const code = compile({ ...options.classes, Facts: `public class Facts {\n${methods.join('\n')}\n}` });

    it.each(facts.map((fact, i) => [fact[0], fact[1], i] as const))('%s is %s', async (_expression, expected, i) => {
      const loaded = await code;
      expect(errorsOf(loaded)).toEqual([]);
      const tx = transaction(loaded, options.now === undefined ? {} : { clock: () => options.now as number });

      let text: string;
      try {
        text = toText(tx, loaded.invokeStatic(tx, 'Facts', `fact${i}`, []));
      } catch (error) {
        if (!(error instanceof ApexThrow)) throw error;
        text = exceptionText(error.exception);
      }

      expect(text).toBe(expected);
    });
  });
}
