import type { Expression } from './tree.js';

/** A type as it is written. */
export type WeaveType =
  | {
      readonly kind: 'name';
      /** `String`, `Object`, or a name that the script declares. */
      readonly name: string;
      readonly arguments: readonly WeaveType[];
      readonly schema?: Expression;
    }
  | { readonly kind: 'union'; readonly types: readonly WeaveType[] }
  | { readonly kind: 'intersection'; readonly types: readonly WeaveType[] }
  | { readonly kind: 'function' }
  | { readonly kind: 'literal'; readonly value: string | boolean | null }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'object'; readonly fields: readonly TypeField[]; readonly schema?: Expression };

export interface TypeField {
  readonly name: string;
  readonly type: WeaveType;
  readonly optional: boolean;
}

export const namedType = (name: string, ...args: readonly WeaveType[]): WeaveType => ({
  kind: 'name',
  name,
  arguments: args
});

/** A type in the words of the language. */
export function typeText(type: WeaveType): string {
  switch (type.kind) {
    case 'name':
      return type.arguments.length > 0 ? `${type.name}<${type.arguments.map(typeText).join(', ')}>` : type.name;
    case 'union':
      return type.types.map(typeText).join(' | ');
    case 'intersection':
      return type.types.map(typeText).join(' & ');
    case 'function':
      return 'Function';
    case 'literal':
      return typeof type.value === 'string' ? JSON.stringify(type.value) : String(type.value);
    case 'number':
      return type.text;
    case 'object':
      return `{${type.fields.map(({ name, type: of, optional }) => `${name}${optional ? '?' : ''}: ${typeText(of)}`).join(', ')}}`;
  }
}
