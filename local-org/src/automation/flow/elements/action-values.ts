import { ApexList } from '../../../kernel/collections.js';
import type { ApexValue } from '../../../kernel/object.js';

/** Values of an action by name, in lower case. */
export type ActionValues = ReadonlyMap<string, ApexValue>;

/** A text input, null when it is empty. */
export function textInput(inputs: ActionValues, name: string): string | null {
  const value = inputs.get(name.toLowerCase()) ?? null;
  return value === null || value === ''
    ? null
    : typeof value === 'object' && 'value' in value
      ? String(value.value)
      : String(value);
}

/** The texts of an input that is a collection. */
export function listInput(inputs: ActionValues, name: string): string[] {
  const value = inputs.get(name.toLowerCase()) ?? null;
  const items = value instanceof ApexList ? value.items : value === null || value === '' ? [] : [value];
  return items.flatMap((item) => textInput(new Map([['item', item]]), 'item') ?? []);
}
