import type { Bound, Target } from '../2-bind/bound/expressions.js';
import type { BoundBlock } from '../2-bind/bound/statements.js';
import type { FieldSymbol, LocalSymbol } from '../2-bind/symbols.js';
import type { ApexType } from '../kernel/types.js';
import { typeName } from '../kernel/types.js';
import type { FunctionScope } from './function-scope.js';

/**
 * What code in its detailed form tells the debug log: statements, scopes and values of variables, allocations (Apex Developer Guide,
 * "Working with Logs in the Developer Console", events of Apex code at FINER and FINEST). In the usual form all of it is empty.
 */

/** STATEMENT_EXECUTE; blocks are statements too. */
export function executed(fn: FunctionScope, line: number): string {
  return fn.script.detailed ? `${fn.pool.support('logStatement')}($x, ${line}); ` : '';
}

/** VARIABLE_SCOPE_BEGIN of a local variable, unless the block has begun it. */
export function scopeBegins(fn: FunctionScope, local: LocalSymbol, line: number): string {
  return fn.declared.has(local) ? '' : scope(fn, line, local.name, local.type, false);
}

/** The scope and the value of a variable that has its value from the start: a parameter, the variable of a loop or of a catch. */
export function variableBegins(fn: FunctionScope, local: LocalSymbol, line: number): string {
  if (!fn.script.detailed) return '';
  const { name, type, jsName } = local;
  return `${scope(fn, line, name, type, false)}${value(fn, line, name, jsName)}; `;
}

/** The same for `this`. */
export function thisBegins(fn: FunctionScope, line: number): string {
  if (!fn.script.detailed) return '';
  return `${scope(fn, line, 'this', fn.owner.type, false)}${value(fn, line, 'this', 'this')}; `;
}

/** The scope of a static variable, which begins when its class is initialised. */
export function staticBegins(fn: FunctionScope, field: FieldSymbol): string {
  return scope(fn, field.line, `${field.owner.name}.${field.name}`, field.type, true);
}

/** The variables of an anonymous block come into scope together, before its first statement, as logs of the platform show. */
export function declareTop(fn: FunctionScope, block: BoundBlock): void {
  if (!fn.script.detailed) return;
  const variables = block.statements.flatMap((each) => (each.kind === 'local' ? each.variables : []));
  for (const { local, line } of variables) fn.writer.write(scopeBegins(fn, local, line));
  fn.declared = new Set(variables.map(({ local }) => local));
}

/** The text of a value around which VARIABLE_ASSIGNMENT of a local variable is told. */
export function assigned(fn: FunctionScope, name: string, given: string): string {
  return fn.script.detailed ? value(fn, fn.line, name, given) : given;
}

/** The same for whatever stands left of `=`. Elements of lists and library properties are no variables; setters tell by themselves. */
export function assignedTo(fn: FunctionScope, target: Target, given: string): string {
  if (!fn.script.detailed) return given;
  if (target.kind !== 'local' && target.kind !== 'field' && target.kind !== 'record') return given;
  const holder = target.kind === 'local' ? undefined : target.target && holderOf(fn, target.target);
  return value(fn, target.line ?? fn.line, pathOf(target), given, holder);
}

/** The same for a field with its initial value. */
export function fieldAssigned(fn: FunctionScope, field: FieldSymbol, given: string): string {
  if (!fn.script.detailed) return given;
  if (field.static) return value(fn, fn.line, `${field.owner.name}.${field.name}`, given);
  return value(fn, fn.line, `this.${field.name}`, given, 'this');
}

/** The text of an expression around which HEAP_ALLOCATE is told, where it makes something new. */
export function allocated(fn: FunctionScope, bound: Bound, text: string): string {
  if (!fn.script.detailed || !allocates(bound)) return text;
  return `${fn.pool.support('logAllocation')}($x, ${fn.line}, ${text})`;
}

function allocates(bound: Bound): boolean {
  switch (bound.kind) {
    case 'constant':
      return typeof bound.value === 'string' && typeName(bound.type) === 'String';
    case 'concat':
    case 'arithmetic':
    case 'construct':
    case 'newRecord':
    case 'newList':
    case 'newMap':
      return true;
    case 'soql':
      return bound.result === 'rows';
    default:
      return false;
  }
}

function scope(fn: FunctionScope, line: number, name: string, type: ApexType, isStatic: boolean): string {
  if (!fn.script.detailed) return '';
  const said = `${JSON.stringify(name)}, ${JSON.stringify(typeName(type))}, ${!isPrimitive(type)}, ${isStatic}`;
  return `${fn.pool.support('logScope')}($x, ${line}, ${said}); `;
}

function value(fn: FunctionScope, line: number, name: string, given: string, holder?: string): string {
  const last = holder === undefined ? '' : `, ${holder}`;
  return `${fn.pool.support('logAssignment')}($x, ${line}, ${JSON.stringify(name)}, ${given}${last})`;
}

/** `this.total`, `Outer.Inner.count`, `account.Name` */
function pathOf(bound: Bound): string {
  switch (bound.kind) {
    case 'local':
      return bound.local.name;
    case 'this':
      return 'this';
    case 'field':
      return bound.target
        ? join(pathOf(bound.target), bound.field.name)
        : `${bound.field.owner.name}.${bound.field.name}`;
    case 'record':
      return join(pathOf(bound.target), bound.field);
    default:
      return '';
  }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The object whose field is assigned, where reading it once more changes nothing. */
function holderOf(fn: FunctionScope, target: Bound): string | undefined {
  if (target.kind === 'this') return 'this';
  if (target.kind === 'local') return target.local.jsName;
  return target.kind === 'temp' ? fn.nameOf(target.temp) : undefined;
}

const primitives = new Set('Blob Boolean Date Datetime Decimal Double Id Integer Long String Time'.split(' '));
const isPrimitive = (type: ApexType): boolean => type.kind === 'platform' && primitives.has(type.name);
