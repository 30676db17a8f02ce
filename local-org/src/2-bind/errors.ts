import { tooLong } from '../1-parse/syntax-message.js';
import type { Position } from '../1-parse/ast/index.js';

/** A broken rule of the language; caught where a statement or member is bound, so that one file reports several. */
export class BindError extends Error {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  /** What else the same expression breaks: the platform reports both. */
  also?: BindError;
  constructor(at: Position, code: string, message: string) {
    super(message);
    this.line = at.line;
    this.column = at.column;
    this.code = code;
  }
}

const describeHint = 'Please reference your WSDL or the describe call for the appropriate names.';

/**
 * Every message of the binder. Texts are those of Salesforce's own compiler front end (the `apex-jorje-lsp.jar` inside
 * prettier-plugin-apex, asked case by case), whose texts are also listed in messages_en_US.properties of
 * forcedotcom/apex-language-support; SOQL texts are those of the API.
 */
export const templates = {
  unknownVariable: (name: string) => `Variable does not exist: ${name}`,
  unknownType: (name: string) => `Invalid type: ${name}`,
  unknownMethod: (signature: string, owner: string) =>
    `Method does not exist or incorrect signature: void ${signature} from the type ${owner}`,
  unknownField: (name: string, owner: string) => `Field does not exist: ${name} on ${owner}`,
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
  constructorReturn: () => 'Constructors must not return a value',
  deepCloneOf: (what: string, type: string) => `Operation only applies to SObject ${what} types: ${type}`,
  putAllOf: (given: string, map: string) => `Invalid putAll type ${given} found for ${map}`,
  allOf: (given: string, collection: string) =>
    `Illegal all method call for argument type, ${given}, for collection: ${collection}`,
  triggerReturn: () => 'Trigger bodies must not return a value',
  initializerReturn: () => 'Return must be called from a method',
  unreachable: () => 'Unreachable statement',
  expressionStatement: () => 'Expression cannot be a statement.',
  notAssignable: () => 'Expression cannot be assigned',
  postfixOperand: (type: string) =>
    `Unary postfix increment/decrement can only be applied to numeric expressions: ${type}`,
  prefixOperand: (step: string, type: string) =>
    `Unary prefix ${step} can only be applied to numeric expressions: ${type}`,
  finalAssigned: (name: string) =>
    `Final members can only be assigned in their declaration, init blocks, or constructors: ${name}`,
  arithmeticTypes: () => 'Arithmetic expressions must use numeric arguments',
  arithmeticVoid: () => 'Arithmetic expressions are not allowed on void types',
  shiftTypes: (operator: string) => `${operator} operation can only be applied to Integer or Long types`,
  bitwiseTypes: (operator: string) =>
    `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`,
  negation: () => 'Unary negation must use a numeric argument',
  complement: (type: string) => `Invalid type for bitwise negate: ${type}`,
  dateOperand: () => 'Date expressions must use Integer or Long',
  datetimeOperand: () => 'Date/time expressions must use Integer or Double or Decimal',
  timeOperand: () => 'Time expressions must use Integer or Long',
  comparisonTypes: (left: string, right: string) => `Comparison arguments must be compatible types: ${left}, ${right}`,
  inequalityType: (type: string) => `Inequality operator not allowed for this type: ${type}`,
  exactEqualityType: (type: string) => `Exact equality operator only allowed for reference types: ${type}`,
  logicalType: () => 'Logical operator can only be applied to Boolean',
  notBoolean: () => '! operator can only be applied to boolean expressions',
  alwaysInstance: (from: string, to: string) =>
    `Operation instanceof is always true since an instance of ${from} is always an instance of ${to}`,
  neverInstance: (from: string, to: string) =>
    `Operation instanceof is always false since an instance of ${from} is never an instance of ${to}`,
  duplicateVariable: (name: string) => `Duplicate variable: ${name}`,
  duplicateField: (name: string) => `Duplicate field: ${name}`,
  duplicateMethod: (name: string, signature: string, owner: string) =>
    `Method already defined: ${name} ${signature} from the type ${owner}`,
  duplicateType: (name: string) => `Type name already in use: ${name}`,
  notImplemented: (owner: string, method: string) => `Class ${owner} must implement the method: ${method}`,
  abstractNotImplemented: (owner: string, method: string) =>
    `Class ${owner} must implement the abstract method: ${method}`,
  implementationHidden: (owner: string, method: string) =>
    `${owner}: Overriding implementations of global or public interface methods must be global or public: ${method}`,
  overrideMissing: (method: string) => `@Override specified for non-overriding method: ${method}`,
  overrideRequired: (method: string) => `Method must use the override keyword: ${method}`,
  overrideFinal: (method: string) => `Non-virtual, non-abstract methods cannot be overridden: ${method}`,
  overrideReturn: (own: string, inherited: string, owner: string) =>
    `Method return types clash: ${own} vs ${inherited} from the type ${owner}`,
  overrideReduced: (method: string) => `Cannot reduce the visibility of method: ${method}`,
  staticOverride: (inherited: string, own: string) => `Cannot override static method: ${inherited} with ${own}`,
  nonVirtualSuper: (name: string) => `Non-virtual and non-abstract type cannot be extended: ${name}`,
  superIsInterface: (name: string) => `Invalid class: ${name}`,
  notInterface: (name: string) => `Invalid interface: ${name}`,
  interfaceTwice: (name: string) => `Interface already implemented: ${name}`,
  exceptionName: (name: string) => `Classes extending Exception must have a name ending in Exception: ${name}`,
  exceptionSuper: (name: string) => `Exception class must extend another Exception class: ${name}`,
  exceptionConstructor: (signature: string) => `System exception constructor already defined: ${signature}`,
  constructorName: (name: string) => `Invalid constructor name: ${name}`,
  noDefaultConstructor: (name: string) => `No default constructor available in super type: ${name}`,
  noSuperType: (name: string) => `No super type defined: ${name}`,
  earlyField: (name: string) => `Cannot reference instance variables in a constructor invocation: ${name}`,
  earlyMethod: (method: string) => `Cannot reference instance methods in a constructor invocation: ${method}`,
  abstractCall: (method: string) => `Abstract method cannot be called directly: ${method}`,
  forwardReference: (name: string) => `Illegal forward reference: ${name}`,
  innerInner: () => 'Inner types are not allowed to have inner types',
  innerStaticBlock: () => 'Inner types are not allowed to have static blocks',
  methodBody: () => 'Method must have a body',
  abstractBody: () => 'Abstract methods cannot have a body',
  protectedMethod: () => 'New protected methods cannot be defined in non-virtual classes',
  accessorScope: (accessor: string, property: string) => `Cannot declare ${accessor} accessor on ${property} property`,
  modifier: (text: string) => text,
  tooLong: () => tooLong,
  reservedName: (name: string) => `Identifier name is reserved: ${name}`,
  reservedType: (name: string) => `Identifier type is reserved: ${name}`,
  identifierCharacter: (name: string) => `Invalid character in identifier: ${name}`,
  identifierLength: (name: string) => `Identifier name is too long: ${name}`,
  parameterCount: (count: string) => `Invalid number of parameters exceeds: ${count}`,
  enumSize: (count: string) => `Maximum number of enum items exceeded: ${count}`,
  voidVariable: () => 'Variables cannot be of type void',
  voidProperty: () => 'Properties cannot be of type void',
  voidParameter: () => 'Parameters cannot be of type void',
  typeArgumentCount: (type: string, expected: string, found: string) =>
    `Invalid type argument count for ${type}: expected ${expected} but found ${found}`,
  typeArguments: (type: string) => `Type arguments provided for a non-parameterized type: ${type}`,
  rawType: (type: string) => `Unexpected token '${type}'.`,
  typeDepth: (type: string, depth: string) => `Exceeded max parameterized type depth: ${type}, depth: ${depth}`,
  ambiguousMethod: (signature: string) => `Ambiguous method signature: ${signature}`,
  notIterable: (type: string) => `Loop must iterate over collection: ${type}`,
  queryLoopVariable: (object: string) =>
    `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${object}`,
  dynamicLoopVariable: () => 'Loop variable must be a generic SObject or List or a concrete SObject or List.',
  loopVariable: (variable: string, element: string) => `Invalid loop variable type expected ${element} was ${variable}`,
  notList: (type: string) => `Expression must be a list type: ${type}`,
  indexType: (type: string) => `List index must be of type Integer: ${type}`,
  listInitializer: (from: string, element: string) =>
    `Invalid initializer type ${from} found for List<${element}>: expected an Integer or a List of type ${element}`,
  setInitializer: (from: string, element: string) =>
    `Invalid initializer type ${from} found for Set<${element}>: expected a List or a Set of type: ${element}`,
  mapInitializer: (from: string, type: string) =>
    `Invalid initializer type ${from} found for ${type}: expected a Map with the same key and value types, or a valid SObject List`,
  initialElement: (expected: string, actual: string) =>
    `Initial expression is of incorrect type, expected: ${expected} but was: ${actual}`,
  initialKey: (actual: string, expected: string) => `Invalid key type ${actual} for ${expected}`,
  initialValue: (actual: string, expected: string) => `Invalid value type ${actual} for ${expected}`,
  notVisible: (kind: string, name: string) => `${kind} is not visible: ${name}`,
  staticFromInstance: (name: string, owner: string) =>
    `Static field cannot be referenced from a non static context: ${name} from the type ${owner}`,
  instanceCallFromStatic: (method: string) => `Non static method cannot be referenced from a static context: ${method}`,
  staticCallFromInstance: (method: string) => `Static method cannot be referenced from a non static context: ${method}`,
  thisInStatic: () => 'This cannot be referenced in a static context',
  superInStatic: () => 'Super cannot be referenced in a static context',
  notThrowable: (type: string) => `Throw expression must be of type exception: ${type}`,
  catchType: (type: string) => `Catch block variable must be of type exception: ${type}`,
  alreadyCaught: (type: string) => `Exception type already caught: ${type}`,
  breakOutside: () => 'Break statement must be in loop',
  continueOutside: () => 'Continue statement must be in loop',
  dmlType: (type: string) => `DML requires SObject or SObject list type: ${type}`,
  upsertField: (name: string) =>
    `Invalid field for upsert, must be an External Id custom or standard indexed field: ${name}`,
  upsertConcrete: () => 'Upsert with a field specification requires a concrete SObject type',
  mergeConcrete: (type: string) => `Merge requires a concrete SObject type: ${type}`,
  mergeMaster: (type: string) => `Merge requires a concrete SObject type: ${type}`,
  mergeDuplicates: () => 'Invalid type for duplicate records',
  runAsArgument: () => "runAs requires a single argument of type 'User' or 'Version'",
  switchType: (type: string) => `${type} is not a valid switch expression type`,
  switchConversion: (label: string, type: string) =>
    `${label} value in when expression cannot be implicitly converted to the ${type} type in switch expression`,
  switchMatching: (type: string) => `${type} in the when expression is already matching the switch expression type`,
  switchQualified: () => "Enum value used in 'when expression' should be unqualified",
  switchNoRecord: (type: string) => `${type} cannot be a when type variable block`,
  switchEnum: () => 'Field must be an enum reference',
  switchLiteral: () => "'when expression' must be a literal, a constant literal field or enum value",
  switchRecords: () => "Switching on SObject types must be a 'when type variable' or 'when null'",
  switchDuplicate: (label: string) => `${label} occurs as more than one when branch for this switch statement`,
  switchElse: () => "'when else' must be the last when block",
  comparatorType: (compared: string, list: string) =>
    `Incompatible Comparator argument type: ${compared}, for collection: ${list}`,
  integerRange: () => 'Illegal integer',
  longRange: () => 'Illegal long',
  securityEnforced: () => 'WITH SECURITY_ENFORCED is not allowed as of API version 67.0; use WITH USER_MODE',
  notWritable: (name: string) => `Variable is not writeable: ${name}`,
  notReadable: (name: string) => `Variable is not readable: ${name}`,
  unsupported: (what: string, reason: string) => `The local org does not support ${what}: ${reason}`,
  unknownPage: (name: string) => `Page does not exist: ${name}`,
  unknownLabel: (name: string) => `External string does not exist: ${name}`,
  incompatibleBranches: (left: string, right: string) => `Incompatible types in ternary operator: ${left}, ${right}`,
  ambiguousTypes: (left: string, right: string) => `Incompatible types in null coalescing operator: ${left}, ${right}`,
  fieldExpected: (type: string) => `Type requires name=value pair construction: ${type}`,
  fieldUnexpected: (type: string) =>
    `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${type}`,
  duplicateInitializer: (name: string) => `Duplicate field initialization: ${name}`,
  constructorCall: (which: string) => `Call to '${which}()' must be the first statement in a constructor method`,
  notForeignKey: (name: string) => `A non foreign key field cannot be referenced in a path expression: ${name}`,
  voidValue: () => 'Expression of type void cannot be used as a value',
  triggerObject: (name: string) => `Invalid type: ${name.includes('.') ? name : `Schema.${name}`}`,
  triggerUndelete: () => 'Trigger Usage Before Undelete is not supported',
  triggerEvent: (event: string) => `Duplicate Trigger Usage: ${event}`,
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
