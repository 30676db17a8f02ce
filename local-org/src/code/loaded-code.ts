import type { CompileError } from '../1-parse/compile-error.js';
import type { UnitArtifact } from '../3-emit/artifact.js';
import { bodyName } from '../3-emit/names.js';
import type { ApexEnumValue, ApexObject, ApexValue } from '../kernel/object.js';
import type {
  AccessMode,
  ClassInfo,
  CodeService,
  Transaction,
  TriggerContext,
  TriggerUnit
} from '../kernel/services.js';
import { typeName, type ApexType } from '../kernel/types.js';
import type { PlatformLibrary } from '../platform/library.js';
import { typeException } from '../runtime/exceptions.js';
import { traceCalls, type CallListener } from './call-trace.js';
import { ClassTable, staticFunction, type ApexClass, type ApexFunction } from './class-table.js';
import type { UnitError } from './compile.js';
import { makeVariants, type CodeVariants } from './code-variants.js';
import { Coverage, type LineCoverage } from './coverage.js';
import { apexInvocation } from './invocation.js';
import { KeyTokens } from './key-tokens.js';
import { attachGenericNames, chooseMethod } from './methods.js';
import { ScriptRunner } from './script-runner.js';
import { StaticStores } from './statics.js';
import { makeStub } from './stub.js';
import { asApexThrow, callerAccess } from './support/control.js';
import { createSupport } from './support/index.js';
import { UncompiledCode } from './uncompiled.js';

/** What is compiled only when it is asked for; brings the parser in. Detailed code tells debug logs all that it does. */
export interface LateCompiler {
  /** The whole project once more, in its detailed form. */
  detailed(): Promise<readonly UnitArtifact[]>;
  anonymous(
    source: string,
    detailed: boolean
  ): Promise<{ readonly artifact: UnitArtifact | undefined; readonly errors: readonly CompileError[] }>;
}

export interface AnonymousCode {
  readonly errors: readonly CompileError[];
  /** Throws when there are errors. */
  run(tx: Transaction): void;
}

/** The compiled project in this process: classes, triggers, reflection and calls by name. */
export class LoadedCode implements CodeService {
  /** All compile errors of the project, each with the class or trigger that it is in. */
  readonly compileErrors: readonly UnitError[];
  readonly #library: PlatformLibrary;
  readonly #statics = new StaticStores();
  readonly #classes = new ClassTable(this.#statics);
  readonly #coverage = new Coverage();
  readonly #keyTokens = new KeyTokens(this);
  readonly #triggers = new Map<string, TriggerUnit[]>();
  readonly #stubProviders = new WeakMap<ApexObject, ApexObject>();
  readonly #scripts: ScriptRunner;
  readonly #late: LateCompiler;
  #detail: Promise<CodeVariants> | undefined;
  #variants: CodeVariants | undefined;
  #active: Transaction | undefined;

  constructor(
    library: PlatformLibrary,
    artifacts: readonly UnitArtifact[],
    errors: readonly UnitError[],
    late: LateCompiler
  ) {
    this.#library = library;
    this.compileErrors = errors;
    this.#late = late;
    const support = createSupport({
      library,
      frameClass: (unit) => this.#frameClass(unit),
      coverage: (unit) => this.#coverage.counters(unit),
      uncompiled: (unit) => this.#uncompiled(unit)
    });
    this.#scripts = new ScriptRunner({
      support,
      library,
      classes: this.#classes,
      gap: (unit, member) => this.#uncompiled(unit, member)
    });
    this.#load(artifacts);
  }

  #load(artifacts: readonly UnitArtifact[]): void {
    const declared = artifacts.flatMap((artifact) => artifact.declared);
    this.#classes.define(declared);
    for (const artifact of artifacts) {
      this.#coverage.declare(artifact.unit, artifact.lines);
      this.#scripts.run(artifact);
      if (artifact.trigger) this.#addTrigger(artifact.trigger);
    }
    this.#attachGenericNames(declared.map(({ name }) => name));
  }

  #attachGenericNames(names: readonly string[]): void {
    for (const name of names) {
      const of = this.#classes.get(name);
      if (of) attachGenericNames(this.#classes, this.#library, of, this.#keyTokens);
    }
  }

  #addTrigger({ name, object, events }: NonNullable<UnitArtifact['trigger']>): void {
    const owner = this.#require(`Trigger.${name}`);
    const list = this.#triggers.get(object.toLowerCase()) ?? [];
    list.push({ name, object, events: new Set(events), run: (tx, context) => this.#runTrigger(owner, tx, context) });
    this.#triggers.set(object.toLowerCase(), list);
  }

  #runTrigger(owner: ApexClass, tx: Transaction, context: TriggerContext): void {
    const pushed = tx.triggerStack[tx.triggerStack.length - 1] !== context;
    if (pushed) tx.triggerStack.push(context);
    const ended = tx.observers.map((observer) => observer.unit({ text: triggerText(owner.className, context) }));
    try {
      apexInvocation(tx, () => this.#enter(tx, () => staticFunction(owner, '$run').call(new owner(), tx)));
    } finally {
      for (const tell of ended) tell();
      if (pushed) tx.triggerStack.pop();
    }
  }

  /** The class behind the name of a stack frame: `Class.Outer.Inner.method`. */
  #frameClass(unit: string): ApexClass | undefined {
    const [prefix, outer = '', inner = ''] = unit.split('.');
    if (prefix === 'Class') return this.#classes.get(`${outer}.${inner}`) ?? this.#classes.get(outer);
    return this.#classes.get(prefix === 'Trigger' ? `Trigger.${outer}` : (prefix ?? ''));
  }

  /** All that is wrong with a unit, or what is said of one member that the local org lacks. */
  #uncompiled(unit: string, member?: string): UncompiledCode {
    const errors = this.compileErrors.filter((error) => error.className === unit);
    const about = member === undefined ? [] : errors.filter((error) => error.message.includes(member));
    return new UncompiledCode(unit, about.length > 0 ? about : errors);
  }

  #require(name: string): ApexClass {
    const found = this.#classes.get(name);
    if (found) return found;
    const unit = name.split('.')[0] ?? name;
    if (this.compileErrors.some((error) => error.className.toLowerCase() === unit.toLowerCase()))
      throw this.#uncompiled(unit);
    throw new Error(`The project has no class ${name}`);
  }

  /** Runs project code for a caller outside of it. */
  #enter<V>(tx: Transaction, step: () => V): V {
    const outer = this.#active;
    this.#active = tx;
    try {
      return outer === tx ? step() : apexInvocation(tx, step);
    } catch (error) {
      throw asApexThrow(error);
    } finally {
      this.#active = outer;
    }
  }

  /** The transaction whose code is running: equals and hashCode of map keys are called without one being passed. */
  activeTransaction(): Transaction {
    if (!this.#active) throw new Error('No Apex code is running');
    return this.#active;
  }

  classInfo(name: string): ClassInfo | undefined {
    return this.#classes.get(name)?.artifact.info;
  }

  *classes(): Iterable<ClassInfo> {
    for (const each of this.#classes.all()) yield each.artifact.info;
  }

  triggers(object: string): readonly TriggerUnit[] {
    return this.#triggers.get(object.toLowerCase()) ?? [];
  }

  newInstance(tx: Transaction, className: string): ApexObject {
    const of = this.#require(className);
    const create = (of as unknown as Record<string, ApexFunction | undefined>)['$new$'];
    if (of.artifact.info.abstract || of.artifact.info.kind !== 'class') {
      throw typeException(`Type cannot be constructed: ${of.className}`);
    }
    if (create) return this.#enter(tx, () => create.call(of, tx)) as ApexObject;
    if (of.artifact.isException) return new of();
    throw typeException(`No default constructor available for ${of.className}`);
  }

  allocate(_tx: Transaction, className: string): ApexObject {
    const of = this.#require(className);
    return new of();
  }

  getMember(tx: Transaction, target: ApexObject, name: string): ApexValue {
    const { member, record } = this.#member(target, name);
    if (member.getter === undefined) return record[member.slot] as ApexValue;
    const getter = record[member.getter] as ApexFunction;
    return this.#enter(tx, () => getter.call(target, tx)) ?? null;
  }

  setMember(tx: Transaction, target: ApexObject, name: string, value: ApexValue): void {
    const { member, record } = this.#member(target, name);
    if (member.setter === undefined) record[member.slot] = value;
    else {
      const setter = record[member.setter] as ApexFunction;
      this.#enter(tx, () => setter.call(target, tx, value));
    }
  }

  getSlot(target: ApexObject, name: string): ApexValue {
    const { member, record } = this.#member(target, name);
    return (record[member.slot] as ApexValue | undefined) ?? null;
  }

  setSlot(target: ApexObject, name: string, value: ApexValue): void {
    const { member, record } = this.#member(target, name);
    record[member.slot] = value;
  }

  #member(target: ApexObject, name: string) {
    const of = target.constructor as unknown as Partial<ApexClass>;
    const member = of.members?.get(name.toLowerCase());
    if (!member) throw new Error(`${of.className ?? 'The object'} has no member ${name}`);
    return { member, record: target as unknown as Record<string, unknown> };
  }

  enumValue(_tx: Transaction, enumName: string, name: string): ApexEnumValue | undefined {
    return this.#classes.get(enumName)?.constants.find((each) => each.name.toLowerCase() === name.toLowerCase());
  }

  invokeStatic(tx: Transaction, className: string, method: string, args: readonly ApexValue[]): ApexValue {
    const of = this.#require(className);
    const chosen = chooseMethod(tx, this.#classes, of, method, args, true);
    if (!chosen) throw new Error(`${of.className} has no static method ${method} with ${args.length} parameters`);
    const owner = chosen.owner as unknown as Record<string, ApexFunction>;
    const { jsName } = chosen.method;
    // Callers from outside run the body of a @future method: the queue is who calls it.
    const found = owner[bodyName(jsName)] ?? owner[jsName];
    return this.#enter(tx, () => found?.apply(owner, [tx, ...args])) ?? null;
  }

  invoke(tx: Transaction, target: ApexObject, method: string, args: readonly ApexValue[]): ApexValue {
    const of = target.constructor as unknown as ApexClass;
    const chosen = chooseMethod(tx, this.#classes, of, method, args, false);
    if (!chosen) {
      // A static method counts as that of the interface: `public static void execute(QueueableContext context)`.
      if (chooseMethod(tx, this.#classes, of, method, args, true))
        return this.invokeStatic(tx, of.className, method, args);
      throw new Error(`${of.className} has no method ${method} with ${args.length} parameters`);
    }
    const found = (target as unknown as Record<string, ApexFunction>)[chosen.method.jsName];
    return this.#enter(tx, () => found?.apply(target, [tx, ...args])) ?? null;
  }

  userMethod(
    target: ApexObject,
    name: string,
    arity: number
  ): ((tx: Transaction, ...args: ApexValue[]) => ApexValue) | undefined {
    const found = (target as unknown as Record<string, ApexFunction | undefined>)[`m$${name.toLowerCase()}$${arity}`];
    if (!found) return undefined;
    return (tx, ...args) => this.#enter(tx, () => found.apply(target, [tx, ...args])) ?? null;
  }

  callerAccess(tx: Transaction): AccessMode {
    return callerAccess(tx, (unit) => this.#frameClass(unit));
  }

  createStub(_tx: Transaction, type: ApexType, provider: ApexObject): ApexObject {
    const of = type.kind === 'class' ? this.#classes.get(type.name) : undefined;
    if (!of || of.className.includes('.') || of.artifact.onlyPrivateConstructors) {
      throw typeException(`Type cannot be stubbed: ${typeName(type)}`);
    }
    const stub = makeStub(this.#classes, of, (tx, args) => this.invoke(tx, provider, 'handleMethodCall', args));
    this.#stubProviders.set(stub, provider);
    return stub;
  }

  stubProvider(object: ApexObject): ApexObject | undefined {
    return this.#stubProviders.get(object);
  }

  reset(tx: Transaction): void {
    this.#statics.begin(tx);
  }

  /** Compiles a block of anonymous Apex; its errors are answered, not thrown. */
  async compileAnonymous(source: string, detailed = false): Promise<AnonymousCode> {
    const { artifact, errors } = await this.#late.anonymous(source, detailed);
    if (artifact) this.#load([artifact]);
    return {
      errors,
      run: (tx) => {
        if (!artifact) throw new UncompiledCode('AnonymousBlock', errors);
        const owner = this.#require(artifact.unit);
        this.#enter(tx, () => staticFunction(owner, '$run').call(owner, tx));
      }
    };
  }

  /** Tells a listener of all calls of the project's methods and constructors until what is returned is called. */
  traceCalls(listener: CallListener): () => void {
    return traceCalls(this.#classes.all(), listener);
  }

  /** Compiles the project in its detailed form, once: `useDetailed` works from then on. */
  async prepareDetailed(): Promise<void> {
    this.#detail ??= this.#loadDetailed();
    this.#variants = await this.#detail;
  }

  /** The detailed scripts run over the classes that are there already, and are put away until they are wanted. */
  async #loadDetailed(): Promise<CodeVariants> {
    const artifacts = await this.#late.detailed();
    const names = artifacts.flatMap(({ declared }) => declared.map(({ name }) => name));
    const classes = names.flatMap((name) => this.#classes.get(name) ?? []);
    return makeVariants(classes, () => {
      for (const artifact of artifacts) this.#scripts.run(artifact);
      this.#attachGenericNames(names);
    });
  }

  /** Runs the detailed form of the project's code until what is returned is called. Does nothing when it was not prepared. */
  useDetailed(): () => void {
    this.#variants?.use('detailed');
    return () => this.#variants?.use('usual');
  }

  /** Every line with a statement, with how often it ran; empty unless compiled for coverage. */
  coverage(): Iterable<LineCoverage> {
    return this.#coverage.lines();
  }

  /** Forgets how often lines ran. */
  clearCoverage(): void {
    this.#coverage.clear();
  }
}

/** `Name on Account trigger event BeforeInsert|__sfdc_trigger/Name`: a trigger as debug logs name it. */
function triggerText(unit: string, { object, event }: TriggerContext): string {
  const name = unit.replace(/^Trigger\./, '');
  const [when = '', what = ''] = event.split(' ').map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return `${name} on ${object} trigger event ${when}${what}|__sfdc_trigger/${name}`;
}
