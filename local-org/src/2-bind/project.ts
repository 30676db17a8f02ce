import type { PlatformClass } from '../platform/define.js';
import type { PlatformLibrary } from '../platform/library.js';
import type { Schema } from '../schema/model.js';
import type { ClassSymbol } from './symbols.js';

/** What the binder knows of the world: the project's classes, the platform library and the schema. Names ignore case. */
export class Project {
  readonly library: PlatformLibrary;
  readonly schema: Schema;
  readonly #classes = new Map<string, ClassSymbol>();

  constructor(library: PlatformLibrary, schema: Schema) {
    this.library = library;
    this.schema = schema;
  }

  /** Adds a top-level class; false when the name is taken. */
  add(symbol: ClassSymbol): boolean {
    const key = symbol.name.toLowerCase();
    if (this.#classes.has(key)) return false;
    this.#classes.set(key, symbol);
    return true;
  }

  /** A class by `Outer` or `Outer.Inner`. */
  class(name: string): ClassSymbol | undefined {
    const [outer = '', inner] = name.toLowerCase().split('.');
    const symbol = this.#classes.get(outer);
    return inner === undefined ? symbol : symbol?.inner.get(inner);
  }

  topLevel(): Iterable<ClassSymbol> {
    return this.#classes.values();
  }

  platform(name: string): PlatformClass | undefined {
    return this.library.class(name);
  }

  /** The canonical name of an sObject, undefined when there is none. */
  sobject(name: string): string | undefined {
    const lower = name.toLowerCase();
    if (lower === 'sobject') return 'SObject';
    if (lower === 'aggregateresult') return 'AggregateResult';
    return this.schema.object(name)?.name;
  }
}
