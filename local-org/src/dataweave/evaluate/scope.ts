import type { WeaveType } from '../syntax/types.js';
import type { WeaveValue } from '../values.js';

/** The names that an expression sees. A variable is worked out when it is first asked for. */
export class Scope {
  private readonly parent: Scope | undefined;
  private readonly values = new Map<string, WeaveValue | (() => WeaveValue)>();
  private readonly types = new Map<string, WeaveType>();
  private readonly namespaces = new Map<string, string>();

  constructor(parent?: Scope) {
    this.parent = parent;
  }

  set(name: string, value: WeaveValue): void {
    this.values.set(name, value);
  }

  /** A variable whose value is worked out at its first use. */
  setLater(name: string, make: () => WeaveValue): void {
    this.values.set(name, make);
  }

  setType(name: string, type: WeaveType): void {
    this.types.set(name, type);
  }

  setNamespace(prefix: string, uri: string): void {
    this.namespaces.set(prefix, uri);
  }

  /** Undefined when nothing of that name is in sight. */
  get(name: string): WeaveValue | undefined {
    const found = this.values.get(name);
    if (found === undefined) return this.parent?.get(name);
    if (typeof found !== 'function') return found;
    const value = found();
    this.values.set(name, value);
    return value;
  }

  /** The value that this very scope gives a name. */
  own(name: string): WeaveValue | undefined {
    return this.values.has(name) ? this.get(name) : undefined;
  }

  type(name: string): WeaveType | undefined {
    return this.types.get(name) ?? this.parent?.type(name);
  }

  namespace(prefix: string): string | undefined {
    return this.namespaces.get(prefix) ?? this.parent?.namespace(prefix);
  }
}
