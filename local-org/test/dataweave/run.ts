import { WeaveError, WeaveSyntaxError } from '../../src/dataweave/errors.js';
import { readFormat, writeFormat } from '../../src/dataweave/formats/formats.js';
import { WeaveScript } from '../../src/dataweave/script.js';
import type { WeaveValue } from '../../src/dataweave/values.js';

export interface RunOptions {
  /** Texts by the name of the input; the script's header says how to read them. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly log?: (text: string) => void;
}

/** What a script writes; `Error: …` when it fails. The clock stands at 2026-03-10T18:30:00Z. */
export function runScript(text: string, { inputs = {}, log = () => {} }: RunOptions = {}): string {
  try {
    const script = new WeaveScript(text);
    const values = new Map<string, WeaveValue>();
    for (const [name, value] of Object.entries(inputs)) {
      const format = script.inputFormat(name);
      values.set(name, format ? readFormat(value, format.mimeType, format.properties) : value);
    }
    const result = script.run(values, { now: () => Date.parse('2026-03-10T18:30:00Z'), random: () => 0.5, log });
    return writeFormat(result, script.output.mimeType, script.output.properties);
  } catch (error) {
    if (error instanceof WeaveError || error instanceof WeaveSyntaxError) return `Error: ${error.message}`;
    throw error;
  }
}

/** An expression's value as JSON in one line; `header` holds imports and declarations. */
export const valueOf = (expression: string, header = ''): string =>
  runScript(`%dw 2.0\noutput application/json indent=false\n${header}\n---\n${expression}`);
