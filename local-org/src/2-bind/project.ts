import type { PlatformClass } from '../platform/define.js';
import type { PlatformLibrary } from '../platform/library.js';
import type { Schema } from '../schema/model.js';
import type { ClassSymbol } from './symbols.js';

export interface ProjectOptions {
  readonly library: PlatformLibrary;
  readonly schema: Schema;
  readonly hasNamed: HasNamed;
}

/** Whether the metadata has a label (`Namespace.Name`), a namespace of labels, a Visualforce page or a field set (`Object.Name`) of that name. */
export type HasNamed = (kind: NamedKind, name: string) => boolean;

export type NamedKind = 'label' | 'labelNamespace' | 'page' | 'fieldSet';

/**
 * BusinessHours, Site and the like name an object as well as a class that nobody makes objects of: as a type they mean the object,
 * their static methods are those of the class.
 */
export const hasOnlyStatics = (platform: PlatformClass): boolean =>
  platform.kind === 'class' && platform.members.length > 0 && platform.members.every((member) => member.static);

/** What the binder knows of the world: the project's classes, the platform library and the schema. Names ignore case. */
export class Project {
  readonly library: PlatformLibrary;
  readonly schema: Schema;
  readonly #classes = new Map<string, ClassSymbol>();

  readonly hasNamed: HasNamed;
  /** The project's own namespace in lower case, empty without one: `ns.Foo` and `ns__Foo__c` may be written for its own things. */
  readonly namespace: string;

  constructor(options: ProjectOptions) {
    this.library = options.library;
    this.schema = options.schema;
    this.hasNamed = options.hasNamed;
    this.namespace = options.schema.namespace.name.toLowerCase();
  }

  /** Adds a top-level class with its inner ones; false when the name is taken. */
  add(symbol: ClassSymbol): boolean {
    if (this.#classes.has(symbol.name.toLowerCase())) return false;
    this.addLocal(symbol);
    return true;
  }

  /** Adds the class around a trigger or anonymous block: it takes the place of an earlier one. */
  addLocal(symbol: ClassSymbol): void {
    this.#classes.set(symbol.name.toLowerCase(), symbol);
    for (const inner of symbol.inner.values()) this.addLocal(inner);
  }

  /** A class by `Outer` or `Outer.Inner`. */
  class(name: string): ClassSymbol | undefined {
    return this.#classes.get(name.toLowerCase());
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
