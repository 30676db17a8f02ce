import { ApexException } from '../kernel/exception.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { fullTypeName, type ApexType } from '../kernel/types.js';
import type { ClassArtifact, MemberArtifact, MethodArtifact } from '../3-emit/artifact.js';
import { StaticCell, type StaticStores } from './statics.js';

export type ApexFunction = (this: unknown, tx: Transaction, ...args: ApexValue[]) => ApexValue | undefined;

/** The JavaScript class of an Apex class. Scripts attach methods to it and its prototype under the names in the artifact. */
export interface ApexClass {
  new (): ApexObject;
  readonly prototype: ApexObject & Record<string, ApexFunction>;
  readonly className: string;
  readonly type: ApexType;
  readonly artifact: ClassArtifact;
  /** Of an enum, in order. */
  readonly constants: readonly ApexEnumValue[];
  /** Static state of the transaction; runs the class's initialisers at first use. */
  readonly $s: (tx: Transaction) => Record<string, ApexValue>;
  $clinit?: (tx: Transaction, state: Record<string, ApexValue>) => void;
  readonly members: ReadonlyMap<string, MemberArtifact>;
}

/** Calls a static function or reads a constant of a class by its JavaScript name. */
export function staticFunction(of: ApexClass, jsName: string): ApexFunction {
  const found = (of as unknown as Record<string, unknown>)[jsName];
  if (typeof found !== 'function') throw new Error(`${of.className} has no function ${jsName}`);
  return found as ApexFunction;
}

/** All classes of the loaded project, made before any script runs. */
export class ClassTable {
  readonly #classes = new Map<string, ApexClass>();
  /** The same under their names with the project's namespace, where it has one. */
  readonly #fullNames = new Map<string, ApexClass>();
  readonly #stores: StaticStores;

  constructor(stores: StaticStores) {
    this.#stores = stores;
  }

  get(name: string): ApexClass | undefined {
    const key = name.toLowerCase();
    return this.#classes.get(key) ?? this.#fullNames.get(key);
  }

  all(): Iterable<ApexClass> {
    return this.#classes.values();
  }

  /** Makes the classes, superclasses first. */
  define(artifacts: readonly ClassArtifact[]): void {
    const pending = new Map(artifacts.map((artifact) => [artifact.name.toLowerCase(), artifact]));
    const make = (artifact: ClassArtifact): void => {
      if (!pending.delete(artifact.name.toLowerCase())) return;
      const above = artifact.superclass === undefined ? undefined : pending.get(artifact.superclass.toLowerCase());
      if (above) make(above);
      const made = this.#make(artifact);
      this.#classes.set(artifact.name.toLowerCase(), made);
      const fullName = fullTypeName(made.type);
      if (fullName !== artifact.name) this.#fullNames.set(fullName.toLowerCase(), made);
    };
    artifacts.forEach(make);
  }

  #make(artifact: ClassArtifact): ApexClass {
    const superclass = artifact.superclass === undefined ? undefined : this.get(artifact.superclass);
    const { type } = artifact.info;
    const base = superclass ?? (artifact.isException ? ApexException : ApexObject);
    const made = javaScriptClass(artifact, base, type) as unknown as ApexClass;
    const cell = new StaticCell(this.#stores, artifact.staticSlots, (tx, state) => made.$clinit?.(tx, state));
    const members = new Map(superclass?.members);
    for (const member of artifact.members) members.set(member.name.toLowerCase(), member);
    Object.assign(made, {
      className: artifact.name,
      type,
      artifact,
      members,
      constants: artifact.info.enumValues.map((name, ordinal) => new ApexEnumValue(type, name, ordinal)),
      $s: artifact.hasStatics ? cell.reader() : () => ({})
    });
    for (const constant of made.constants) Object.assign(made, { [`v_${constant.name}`]: constant });
    return made;
  }
}

/**
 * A class whose instances have all their slots from the start (one hidden class in V8). Exceptions take their type through the
 * constructor, as it belongs to the kernel's class.
 */
function javaScriptClass(artifact: ClassArtifact, base: unknown, type: ApexType): unknown {
  const name = artifact.name.replaceAll('.', '$');
  const slots = artifact.slots.map((slot) => `this.${slot} = null;`).join(' ');
  const parameters = artifact.isException ? 'given' : '';
  const above = artifact.isException ? 'super(given ?? type);' : 'super();';
  const body = `'use strict'; return class $${name} extends Base { constructor(${parameters}) { ${above} ${slots} } };`;

  const made = new Function('Base', 'type', body)(base, type) as { prototype: { apexType?: () => ApexType } };
  if (!artifact.isException) made.prototype.apexType = () => type;
  return made;
}

/** The methods of a class and its superclasses, nearest first. */
export function* methodsOf(table: ClassTable, of: ApexClass): Generator<MethodArtifact> {
  for (let each: ApexClass | undefined = of; each;) {
    yield* each.artifact.methods;
    each = each.artifact.superclass === undefined ? undefined : table.get(each.artifact.superclass);
  }
}
