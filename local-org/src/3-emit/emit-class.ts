import type { Bound } from '../2-bind/bound/expressions.js';
import type { BoundBody, BoundClass, BoundMember } from '../2-bind/bound/members.js';
import type { BoundBlock } from '../2-bind/bound/statements.js';
import { mangle } from '../2-bind/names.js';
import type { ClassSymbol, ConstructorSymbol, FieldSymbol, MethodSymbol } from '../2-bind/symbols.js';
import { isException } from '../2-bind/link.js';
import { isNamed } from '../2-bind/subtyping.js';
import { fieldAssigned, staticBegins, thisBegins, variableBegins } from './emit-detail.js';
import { nameOfConstruction, namesOfAccessor, namesOfMethod } from './call-names.js';
import { emitExpression } from './emit-expression.js';
import { emitStatements } from './emit-statement.js';
import { emitCounted, FunctionScope, hasStatics, type ScriptContext } from './function-scope.js';
import { bodyName, constructorNames, frameName } from './names.js';

/** Writes the members of a class, in the order of the source: each is attached to the JavaScript class that the loader made. */
export class ClassEmitter {
  readonly #script: ScriptContext;
  readonly #symbol: ClassSymbol;
  readonly #js: string;
  readonly #instanceSteps: string[] = [];
  readonly #staticSteps: string[] = [];
  /** Whether objects have fields or blocks to initialise; known before the steps are, since a constructor may stand above them. */
  #initialises = false;
  #staticScopes = '';

  constructor(script: ScriptContext, symbol: ClassSymbol) {
    this.#script = script;
    this.#symbol = symbol;
    this.#js = script.pool.class(symbol);
  }

  emit(bound: BoundClass): void {
    this.#initialises = bound.members.some(initialisesObjects);
    for (const member of bound.members) this.#member(member);
    const { writer, graph } = this.#script;
    const symbol = this.#symbol;
    if (symbol.kind !== 'class') return;
    if (symbol.superclass) {
      const calls = new Set([nameOfConstruction(symbol.superclass)]);
      graph.add({ names: [nameOfConstruction(symbol)], calls, recursive: () => undefined });
    }
    const own = `${this.#js}.prototype.$own${symbol.jsName}`;
    writer.write(`${own} = function ($x) { ${this.#instanceSteps.join(' ')} }; `);
    if (isException(symbol)) {
      const fields = `${this.#js}.prototype.$fields${symbol.jsName}`;
      writer.write(`${fields} = function ($x) { ${this.#superFields()}${this.#ownFields()}}; `);
    }
    writer.write(`${this.#js}.$clinit = function ($x, $s) { ${this.#staticScopes}${this.#staticSteps.join(' ')} }; `);
    for (const constructor of symbol.constructors) {
      if (!constructor.declaration && !isException(symbol)) this.#defaultConstructor(constructor);
    }
  }

  #member(member: BoundMember): void {
    const { writer } = this.#script;
    switch (member.kind) {
      case 'field':
        return this.#field(member.field, member.value, member.line);
      case 'method': {
        const { method } = member;
        const on = method.static ? this.#js : `${this.#js}.prototype`;
        writer.at(member.line);
        if (isFuture(method)) this.#enqueuing(method);
        writer.write(`${on}.${isFuture(method) ? bodyName(method.jsName) : method.jsName} = `);
        const names = namesOfMethod(method);
        return this.#function(frameName(this.#symbol, method.name), names, member, method.static);
      }
      case 'accessor': {
        const accessor = member.accessor === 'get' ? member.field.getter : member.field.setter;
        const on = member.field.static ? this.#js : `${this.#js}.prototype`;
        writer.at(member.line).write(`${on}.${accessor?.jsName ?? ''} = `);
        const names = namesOfAccessor(member.field);
        return this.#function(frameName(this.#symbol, member.field.name), names, member, member.field.static);
      }
      case 'constructor':
        return this.#declaredConstructor(member.constructor, member);
      case 'initializer': {
        const name = this.#stepName(member.static ? this.#staticSteps : this.#instanceSteps, member.static);
        writer.at(member.line).write(`${name} = `);
        const names = member.static ? [] : [nameOfConstruction(this.#symbol)];
        const frame = frameName(this.#symbol, member.static ? '_clinit' : '_init');
        return this.#function(frame, names, member, member.static);
      }
      case 'type':
        return new ClassEmitter(this.#script, member.type.symbol).emit(member.type);
    }
  }

  /** A call of a @future method puts it into the queue; the queue runs the body under its own name. */
  #enqueuing(method: MethodSymbol): void {
    const call = `$x.async.future($x, ${JSON.stringify(this.#symbol.name)}, ${JSON.stringify(method.name)}, $a)`;
    this.#script.writer.write(`${this.#js}.${method.jsName} = function ($x, ...$a) { ${call}; }; `);
  }

  /** A function that is one step of initialising the object or the class; answers where it is kept. */
  #stepName(steps: string[], isStatic: boolean, first = false): string {
    const step = `${isStatic ? '$si' : '$fi'}${steps.length}`;
    if (isStatic) {
      steps[first ? 'unshift' : 'push'](`${this.#js}.${step}($x, $s);`);
      return `${this.#js}.${step}`;
    }
    steps.push(`${this.#js}.prototype.${step}.call(this, $x);`);
    return `${this.#js}.prototype.${step}`;
  }

  #field(field: FieldSymbol, value: (BoundMember & { kind: 'field' })['value'], line: number): void {
    const { writer } = this.#script;
    if (field.kind === 'property' && !field.direct) this.#autoAccessors(field);
    const fn = new FunctionScope(this.#script, this.#symbol, field.static);
    if (field.static) this.#staticScopes += staticBegins(fn, field);
    if (!value) return;
    writer.at(line);
    fn.line = line;
    const text = fieldAssigned(fn, field, emitExpression(fn, value));
    const name = this.#stepName(
      field.static ? this.#staticSteps : this.#instanceSteps,
      field.static,
      isText(field, value)
    );
    const frame = frameName(this.#symbol, field.static ? '_clinit' : '_init');
    fn.usesStatics = fn.usesStatics && !field.static;
    const target = field.static ? '$s' : 'this';
    const counted = this.#script.coverage ? `$c[${line}]++; ` : '';
    if (this.#script.coverage) this.#script.lines.add(line);
    writer.write(`${name} = function ${frame}($x${field.static ? ', $s' : ''}) { `);
    emitCounted(fn, field.static ? [] : [nameOfConstruction(this.#symbol)], () => {
      writer.write(`${fn.head()}${counted}${target}.${field.jsName} = ${text}; `);
      return '';
    });
    writer.write('}; ');
  }

  /** `get;` and `set;` of a property that is virtual or whose other accessor has a body. */
  #autoAccessors(field: FieldSymbol): void {
    const on = field.static ? this.#js : `${this.#js}.prototype`;
    const slot = field.static ? `${this.#js}.$s($x).${field.jsName}` : `this.${field.jsName}`;
    const abstract = field.declaration.modifiers.words.includes('abstract');
    if (abstract) return;
    const { getter, setter } = field;
    const { writer } = this.#script;
    if (getter && !getter.body) writer.write(`${on}.${getter.jsName} = function ($x) { return ${slot}; }; `);
    if (setter && !setter.body) writer.write(`${on}.${setter.jsName} = function ($x, $v) { ${slot} = $v; }; `);
  }

  #function(
    name: string,
    names: readonly string[],
    body: BoundBody,
    isStatic: boolean,
    before: (fn: FunctionScope) => string = () => ''
  ): void {
    const { writer } = this.#script;
    const fn = new FunctionScope(this.#script, this.#symbol, isStatic);
    if (isStatic && hasStatics(this.#symbol) && !name.endsWith('$_clinit')) fn.usesStatics = true;
    const params = body.params.map((param) => `, ${param.jsName}`).join('');
    writer.write(`function ${name}($x${params}) { `);
    emitCounted(fn, names, () => {
      const first = before(fn);
      if (!isStatic) writer.write(thisBegins(fn, body.line));
      for (const param of body.params) writer.write(variableBegins(fn, param, body.line));
      if (body.body) emitStatements(fn, body.body);
      else writer.write(`${fn.support('notCompiled')}(${JSON.stringify(this.#script.source.unit)}); `);
      return fn.head() + first;
    });
    writer.write('}; ');
  }

  /**
   * `$init…` runs the constructor on an object, `$new…` makes the object first. As in the platform's byte code, a declared constructor
   * initialises the fields of its own class before it calls that of the superclass, one that is not declared afterwards.
   */
  #declaredConstructor(constructor: ConstructorSymbol, body: BoundBody): void {
    const { create, initialise } = constructorNames(constructor);
    this.#script.writer.at(body.line).write(`${this.#js}.prototype.${initialise} = `);
    const chained = chainedTo(body.body);
    const before = chained === 'this' ? '' : this.#ownFields() + (chained === 'super' ? '' : this.#superCall());
    const names = [nameOfConstruction(this.#symbol)];
    this.#function(frameName(this.#symbol, '_init'), names, body, false, () => before);
    this.#creator(create, initialise, constructor);
  }

  #defaultConstructor(constructor: ConstructorSymbol): void {
    const { create, initialise } = constructorNames(constructor);
    this.#script.writer.write(
      `${this.#js}.prototype.${initialise} = function ($x) { ${this.#superCall()}${this.#ownFields()}}; `
    );
    this.#creator(create, initialise, constructor);
  }

  #creator(create: string, initialise: string, constructor: ConstructorSymbol): void {
    const params = constructor.params.map((_, i) => `, $${i}`).join('');
    const enter = hasStatics(this.#symbol) ? `${this.#js}.$s($x); ` : '';
    this.#script.writer.write(
      `${this.#js}.${create} = function ($x${params}) { ${enter}const $o = new ${this.#js}(); $o.${initialise}($x${params}); return $o; }; `
    );
  }

  #superCall(): string {
    const { superclass } = this.#symbol;
    if (!superclass) return '';
    const hasDefault = superclass.constructors.some((each) => each.declaration && each.params.length === 0);
    if (isException(superclass) && !hasDefault) return this.#superFields();
    // Without one to call, the constructor or its own call of another one did not compile, which is told when it runs.
    if (!superclass.constructors.some((each) => each.params.length === 0)) return '';
    return `${this.#script.pool.class(superclass)}.prototype.$init${mangle([])}.call(this, $x); `;
  }

  #ownFields(): string {
    return this.#initialises ? `${this.#js}.prototype.$own${this.#symbol.jsName}.call(this, $x); ` : '';
  }

  /** Exceptions have constructors that nobody declares: they initialise the fields of all classes, those of superclasses first. */
  #superFields(): string {
    const { superclass } = this.#symbol;
    return superclass
      ? `${this.#script.pool.class(superclass)}.prototype.$fields${superclass.jsName}.call(this, $x); `
      : '';
  }
}

/** A field with a value, or a block, that every object gets. */
function initialisesObjects(member: BoundMember): boolean {
  if (member.kind === 'field') return !member.field.static && member.value !== undefined;
  return member.kind === 'initializer' && !member.static;
}

/** What a constructor begins with: `this(…)`, `super(…)` or neither. */
function chainedTo(body: BoundBlock | undefined): 'this' | 'super' | undefined {
  const first = body?.statements[0];
  return first?.kind === 'expression' && first.expression.kind === 'chained' ? first.expression.which : undefined;
}

/**
 * A `static final String` with a literal has its value before anything of the class runs: in the platform's byte code it is a
 * constant, which other literals are not.
 */
const isText = (field: FieldSymbol, value: Bound): boolean =>
  field.static &&
  field.final &&
  value.kind === 'constant' &&
  typeof value.value === 'string' &&
  isNamed(field.type, 'String');

const isFuture = (method: MethodSymbol): boolean => method.annotations.some(({ name }) => name === 'future');
