import type { ApexType } from '../kernel/types.js';
import type { LibraryMember } from '../2-bind/members.js';
import type { ClassSymbol } from '../2-bind/symbols.js';
import type { LibraryReference } from './artifact.js';

/** The constants at the head of a script: support functions, library functions, classes, types, literals. Each is listed once. */
export class ScriptPool {
  readonly #support = new Set<string>();
  readonly #library = new Map<string, { readonly name: string; readonly reference: LibraryReference }>();
  readonly #classes = new Map<string, string>();
  readonly #constants = new Map<string, string>();

  /** A support function (code/support): its name in the script. */
  support(name: string): string {
    this.#support.add(name);
    return `$${name}`;
  }

  library(member: LibraryMember, accessor?: 'get' | 'set'): string {
    const owner = member.owner.name;
    const { signature } = member.member;
    const key = `${owner} ${signature} ${accessor ?? ''}`;
    let entry = this.#library.get(key);
    if (!entry) {
      const reference = accessor ? { owner, signature, accessor } : { owner, signature };
      entry = { name: `$l${this.#library.size}`, reference };
      this.#library.set(key, entry);
    }
    return entry.name;
  }

  class(symbol: ClassSymbol): string {
    this.#classes.set(symbol.name, symbol.jsName);
    return symbol.jsName;
  }

  /** A constant made by an expression that needs no transaction. */
  constant(expression: string): string {
    let name = this.#constants.get(expression);
    if (name === undefined) {
      name = `$k${this.#constants.size}`;
      this.#constants.set(expression, name);
    }
    return name;
  }

  type(type: ApexType): string {
    return this.constant(JSON.stringify(type));
  }

  references(): readonly LibraryReference[] {
    return [...this.#library.values()].map((entry) => entry.reference);
  }

  classNames(): readonly string[] {
    return [...this.#classes.keys()];
  }

  /** The declarations, on one line. */
  header(): string {
    const lists = [
      this.#support.size > 0 && `{${[...this.#support].map((name) => `${name}: $${name}`).join(', ')}} = $`,
      this.#library.size > 0 && `[${[...this.#library.values()].map((entry) => entry.name).join(', ')}] = $library`,
      this.#classes.size > 0 && `[${[...this.#classes.values()].join(', ')}] = $classes`,
      ...[...this.#constants].map(([expression, name]) => `${name} = ${expression}`)
    ].filter((text): text is string => text !== false);
    return lists.length > 0 ? `const ${lists.join(', ')};` : '';
  }
}
