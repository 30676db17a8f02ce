import type { ConstructorCall, Expression, Position } from '../1-parse/ast/index.js';
import type { ApexType } from '../kernel/types.js';
import type { Bound } from './bound/expressions.js';
import type { Diagnostics } from './diagnostics.js';
import { variableNameError } from './check-identifiers.js';
import { bindError } from './errors.js';
import { localName } from './names.js';
import { isNonNull } from './non-null.js';
import type { Project } from './project.js';
import type { ClassSymbol, FieldSymbol, LocalSymbol } from './symbols.js';

export interface BodyOptions {
  readonly project: Project;
  readonly diagnostics: Diagnostics;
  readonly owner: ClassSymbol;
  readonly static: boolean;
  readonly returns: ApexType;
  /** The property whose accessor this is: its name means the stored value here. */
  readonly accessorOf?: FieldSymbol;
  /** Constructors and initialisers may assign final fields. */
  readonly initialises?: boolean;
  readonly constructs?: boolean;
  /** Where a field initialiser or an initialiser block stands: fields behind it may not be named in it. */
  readonly before?: Position;
  /** The `this(…)` or `super(…)` that a constructor begins with. */
  readonly chainedCall?: ConstructorCall;
  /** The object of the trigger that this stands in. */
  readonly triggerObject?: string | undefined;
  /** True of the statements of a trigger themselves: not of its methods and classes. */
  readonly triggerBody?: boolean;
}

/** What is known while a body is bound: where it stands and which local variables are in scope. */
export class BodyContext {
  readonly project: Project;
  readonly diagnostics: Diagnostics;
  readonly owner: ClassSymbol;
  readonly static: boolean;
  readonly returns: ApexType;
  readonly accessorOf: FieldSymbol | undefined;
  readonly initialises: boolean;
  readonly constructs: boolean;
  readonly triggerObject: string | undefined;
  readonly triggerBody: boolean;
  readonly chainedCall: ConstructorCall | undefined;
  readonly before: Position | undefined;
  /** True inside the arguments of `this(…)` and `super(…)`, where there is no object yet. */
  chaining = false;
  /** The name that a method is being called on: it alone may be of a field that is declared further on, as the platform has it. */
  calledOn: Expression | undefined;
  loopDepth = 0;
  readonly #assignments: { readonly local: LocalSymbol; readonly value: Bound }[] = [];
  #scopes: Map<string, LocalSymbol>[] = [new Map()];
  readonly #ended: LocalSymbol[] = [];

  constructor(options: BodyOptions) {
    this.project = options.project;
    this.diagnostics = options.diagnostics;
    this.owner = options.owner;
    this.static = options.static;
    this.returns = options.returns;
    this.accessorOf = options.accessorOf;
    this.initialises = options.initialises ?? false;
    this.constructs = options.constructs ?? false;
    this.triggerObject = options.triggerObject;
    this.triggerBody = options.triggerBody ?? false;
    this.chainedCall = options.chainedCall;
    this.before = options.before;
  }

  get apiVersion(): number {
    return this.owner.source.apiVersion;
  }

  /** Binds a nested block: variables declared in it end with it. */
  nested<V>(step: () => V): V {
    this.#scopes.push(new Map());
    try {
      return step();
    } finally {
      this.#ended.push(...(this.#scopes.pop()?.values() ?? []));
    }
  }

  whileChaining<V>(step: () => V): V {
    this.chaining = true;
    try {
      return step();
    } finally {
      this.chaining = false;
    }
  }

  whileCalledOn<V>(target: Expression, step: (target: Expression) => V): V {
    const outer = this.calledOn;
    this.calledOn = target;
    try {
      return step(target);
    } finally {
      this.calledOn = outer;
    }
  }

  inLoop<V>(step: () => V): V {
    this.loopDepth++;
    try {
      return this.nested(step);
    } finally {
      this.loopDepth--;
    }
  }

  declare(at: Position, name: string, type: ApexType): LocalSymbol {
    const known = this.local(name);
    if (known && !this.#hides(name)) {
      throw bindError(at, this.atTop ? 'duplicateField' : 'duplicateVariable', name);
    }
    const jsName = known ? `${localName(name)}$${this.#scopes.length}` : localName(name);
    const local: LocalSymbol = { name, type, jsName, nonNull: true, outlives: false };
    this.#scopes[this.#scopes.length - 1]?.set(name.toLowerCase(), local);
    return local;
  }

  /** The variables at the top of a trigger are much like fields of it: those of its blocks may bear their names. */
  #hides(name: string): boolean {
    const key = name.toLowerCase();
    return this.triggerBody && !this.atTop && !this.#scopes.slice(2).some((scope) => scope.has(key));
  }

  /** Whether this is the top of a trigger: no block of it. */
  get atTop(): boolean {
    return this.triggerBody && this.#scopes.length === 2;
  }

  /** Like `declare`, for a variable of the body: its name is looked at, too. */
  declareLocal(at: Position, name: string, type: ApexType): LocalSymbol {
    const bad = variableNameError(name, at);
    if (bad) this.diagnostics.add(this.owner.source, bad);
    return this.declare(at, name, type);
  }

  /** All local variables in scope, the innermost first. */
  *locals(): Generator<LocalSymbol> {
    for (let i = this.#scopes.length - 1; i >= 0; i--) yield* this.#scopes[i]?.values() ?? [];
  }

  /** The variables of blocks that have ended. */
  get ended(): readonly LocalSymbol[] {
    return this.#ended;
  }

  /** Notes what a local variable is given, to find out afterwards whether it can be null. */
  assigned(local: LocalSymbol, value: Bound): void {
    this.#assignments.push({ local, value });
  }

  /** After the whole body: a variable is never null when nothing that it is given can be. Loops make this a fixed point. */
  settleNulls(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const { local, value } of this.#assignments) {
        if (!local.nonNull || isNonNull(value)) continue;
        local.nonNull = false;
        changed = true;
      }
    }
  }

  local(name: string): LocalSymbol | undefined {
    const key = name.toLowerCase();
    for (let i = this.#scopes.length - 1; i >= 0; i--) {
      const found = this.#scopes[i]?.get(key);
      if (found) return found;
    }
    return undefined;
  }
}
