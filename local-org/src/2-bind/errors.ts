import type { Position } from '../1-parse/ast/index.js';

/** A broken rule of the language; caught where a statement or member is bound, so that one file reports several. */
export class BindError extends Error {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  constructor(at: Position, code: string, message: string) {
    super(message);
    this.line = at.line;
    this.column = at.column;
    this.code = code;
  }
}

const describeHint = 'Please reference your WSDL or the describe call for the appropriate names.';

/** Every message of the binder; texts are the platform's where they are known. */
export const templates = {
  unknownVariable: (name: string) => `Variable does not exist: ${name}`,
  unknownType: (name: string) => `Invalid type: ${name}`,
  unknownMethod: (signature: string, owner: string) =>
    `Method does not exist or incorrect signature: void ${signature} from the type ${owner}`,
  unknownField: (name: string, owner: string) => `Variable does not exist: ${name} on ${owner}`,
  unknownConstructor: (owner: string, signature: string) =>
    `Constructor not defined: [${owner}].<Constructor>${signature}`,
  notConstructible: (name: string) => `Type cannot be constructed: ${name}`,
  abstractConstructed: (name: string) => `Abstract classes cannot be constructed: ${name}`,
  illegalAssignment: (from: string, to: string) => `Illegal assignment from ${from} to ${to}`,
  incompatibleTypes: (from: string, to: string) =>
    `Incompatible types since an instance of ${from} is never an instance of ${to}`,
  conditionType: (actual: string) => `Condition expression must be of type Boolean: ${actual}`,
  wrongReturn: (from: string, to: string) => `Illegal conversion from ${from} to ${to}`,
  returnRequired: (type: string) => `Missing return statement required return type: ${type}`,
  voidReturn: () => 'Void method must not return a value',
  valueReturn: (type: string) => `Missing return value for non-void method: ${type}`,
  unreachable: () => 'Unreachable statement',
  expressionStatement: () => 'Expression cannot be a statement.',
  notAssignable: () => 'Expression cannot be assigned',
  stepOperand: () => 'Increment/decrement can only be applied to a variable',
  finalAssigned: (name: string) => `Final variable has already been initialized: ${name}`,
  operatorTypes: (operator: string) => `${operatorKind(operator)} can only be applied to ${operatorOperands(operator)}`,
  comparisonTypes: (left: string, right: string) => `Comparison arguments must be compatible types: ${left}, ${right}`,
  notBoolean: (operator: string) => `Boolean operator can only be applied to Boolean expressions: ${operator}`,
  duplicateVariable: (name: string) => `Duplicate variable: ${name}`,
  duplicateField: (name: string) => `Duplicate field: ${name}`,
  duplicateMethod: (signature: string) => `Method already defined: ${signature}`,
  duplicateType: (name: string) => `Type name already in use: ${name}`,
  notImplemented: (owner: string, method: string) => `Class ${owner} must implement the method: ${method}`,
  overrideMissing: (method: string) => `@Override specified for non-overriding method: ${method}`,
  overrideRequired: (method: string) => `Method must use the override keyword: ${method}`,
  overrideFinal: (method: string) => `Non-virtual, non-abstract methods cannot be overridden: ${method}`,
  overrideReturn: (method: string) => `Return type mismatch in overriding method: ${method}`,
  overrideVisibility: (method: string) =>
    `Abstract and override methods require a protected, public or global modifier: ${method}`,
  nonVirtualSuper: (name: string) => `Non-virtual and non-abstract type cannot be extended: ${name}`,
  superIsInterface: (name: string) => `Class must extend a class: ${name}`,
  notInterface: (name: string) => `Class must implement an interface: ${name}`,
  notIterable: (type: string) => `Loop must iterate over a collection type: ${type}`,
  loopVariable: (variable: string, element: string) => `Loop variable must be of type ${element}: ${variable}`,
  notList: (type: string) => `Expression must be a list type: ${type}`,
  notVisible: (kind: string, name: string) => `${kind} is not visible: ${name}`,
  instanceField: (name: string) => `Variable does not exist: ${name}`,
  thisInStatic: () => 'Instance reference not allowed in static context: this',
  superInStatic: () => 'Instance reference not allowed in static context: super',
  notThrowable: (type: string) => `Throw expression must be of type exception: ${type}`,
  catchType: (type: string) => `Catch clause must name an exception type: ${type}`,
  breakOutside: () => 'Break statement must be in loop',
  continueOutside: () => 'Continue statement must be in loop',
  dmlType: (type: string) => `DML requires SObject or SObject list type: ${type}`,
  switchType: (type: string) => `Switch expression has a type that cannot be switched on: ${type}`,
  switchLabel: (label: string) => `Invalid when literal: ${label}`,
  switchDuplicate: (label: string) => `Duplicate when value: ${label}`,
  switchElse: () => 'When else block must be the last block',
  integerRange: (text: string) => `Illegal integer: ${text}`,
  longRange: (text: string) => `Illegal long: ${text}`,
  securityEnforced: () => 'WITH SECURITY_ENFORCED is not allowed as of API version 67.0; use WITH USER_MODE',
  notWritable: (name: string) => `Variable is not writeable: ${name}`,
  notReadable: (name: string) => `Variable is not readable: ${name}`,
  unsupported: (what: string, reason: string) => `The local org does not support ${what}: ${reason}`,
  unknownPage: (name: string) => `Page ${name} does not exist`,
  unknownLabel: (name: string) => `External string does not exist: ${name}`,
  incompatibleBranches: (left: string, right: string) => `Incompatible types in ternary operator: ${left}, ${right}`,
  ambiguousTypes: (left: string, right: string) => `Incompatible types in null coalescing operator: ${left}, ${right}`,
  fieldExpected: () => 'Invalid initializer type, a field assignment is expected',
  duplicateInitializer: (name: string) => `Duplicate field initialization: ${name}`,
  constructorCall: () => 'Constructor calls must be the first statement of a constructor',
  voidValue: () => 'Expression of type void cannot be used as a value',
  triggerObject: (name: string) => `SObject type is not found or does not support triggers: ${name}`,
  circular: (name: string) => `Circular definition: ${name}`,
  noSuchObject: (object: string) =>
    `sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${describeHint}`,
  noSuchColumn: (field: string, object: string) =>
    `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${describeHint}`,
  noSuchRelationship: (name: string, place: 'field path' | 'FROM part of query call') =>
    `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${describeHint}`,
  fieldAlias: () => 'only aggregate expressions use field aliasing',
  duplicateAlias: (alias: string) => `duplicate alias: ${alias}`,
  notGrouped: (field: string) => `Field must be grouped or aggregated: ${field}`,
  orderNotGrouped: (field: string) => `Ordered field must be grouped or aggregated: ${field}`,
  groupedChildren: () => 'Grouped query cannot have child queries.',
  aggregateNumber: (name: string) => `field must be of type number for aggregate function ${name}`,
  aggregateLimit: () => 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT'
} as const;

export type ErrorCode = keyof typeof templates;

/** Makes the error of a code; the arguments are those of its template. */
export function bindError<C extends ErrorCode>(
  at: Position,
  code: C,
  ...args: Parameters<(typeof templates)[C]>
): BindError {
  const template = templates[code] as (...values: readonly string[]) => string;
  return new BindError(at, code, template(...args));
}

function operatorKind(operator: string): string {
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/') return 'Arithmetic expressions';
  return operator.includes('<<') || operator.includes('>>') ? 'Shift expressions' : 'Bitwise expressions';
}

function operatorOperands(operator: string): string {
  return operatorKind(operator) === 'Arithmetic expressions'
    ? 'numeric arguments'
    : 'Integer, Long or Boolean arguments';
}
