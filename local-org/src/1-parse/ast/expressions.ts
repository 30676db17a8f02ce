import type { SoqlQuery } from '../../soql/ast.js';
import type { SoslQuery } from '../../soql/sosl-ast.js';
import type { Position, TypeRef } from './names.js';

/** Expressions as written. Plain data, so that a parsed file can be kept on disk. */
export type Expression =
  | LiteralExpression
  | NameExpression
  | DotExpression
  | CallExpression
  | ConstructorCall
  | IndexExpression
  | NewObject
  | NewArray
  | NewCollection
  | NewMap
  | CastExpression
  | ParenExpression
  | UnaryExpression
  | StepExpression
  | BinaryExpression
  | InstanceOfExpression
  | ConditionalExpression
  | AssignExpression
  | ClassLiteral
  | SoqlExpression
  | SoslExpression
  | ThisExpression
  | SuperExpression;

export interface LiteralExpression extends Position {
  readonly kind: 'literal';
  readonly type: 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Boolean' | 'Null';
  /** Strings are unescaped; numbers are digits without suffix; booleans are lower-case. */
  readonly text: string;
}

export interface NameExpression extends Position {
  readonly kind: 'name';
  readonly name: string;
}

/** `a.b`, `a?.b`: field, property, type or namespace; the binder finds out. */
export interface DotExpression extends Position {
  readonly kind: 'dot';
  readonly target: Expression;
  readonly name: string;
  readonly safe: boolean;
}

/** `a.b(…)`, `b(…)`. */
export interface CallExpression extends Position {
  readonly kind: 'call';
  readonly target?: Expression;
  readonly name: string;
  readonly safe: boolean;
  readonly args: readonly Expression[];
}

/** `this(…)`, `super(…)`. */
export interface ConstructorCall extends Position {
  readonly kind: 'constructorCall';
  readonly which: 'this' | 'super';
  readonly args: readonly Expression[];
}

export interface IndexExpression extends Position {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
}

/** `new Foo(…)`; for records the arguments are assignments `Name = 'x'`. */
export interface NewObject extends Position {
  readonly kind: 'newObject';
  readonly type: TypeRef;
  readonly args: readonly Expression[];
}

/** `new X[3]`. */
export interface NewArray extends Position {
  readonly kind: 'newArray';
  readonly element: TypeRef;
  readonly size: Expression;
}

/** `new List<X>{…}`, `new Set<X>{…}`, `new X[]{…}`; also `new Map<K,V>{}`. */
export interface NewCollection extends Position {
  readonly kind: 'newCollection';
  readonly type: TypeRef;
  readonly items: readonly Expression[];
}

export interface NewMap extends Position {
  readonly kind: 'newMap';
  readonly type: TypeRef;
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

export interface CastExpression extends Position {
  readonly kind: 'cast';
  readonly type: TypeRef;
  readonly operand: Expression;
}

export interface ParenExpression extends Position {
  readonly kind: 'paren';
  readonly operand: Expression;
}

export interface UnaryExpression extends Position {
  readonly kind: 'unary';
  readonly operator: '+' | '-' | '!' | '~';
  readonly operand: Expression;
}

/** `++` and `--`, before or after. */
export interface StepExpression extends Position {
  readonly kind: 'step';
  readonly operator: '++' | '--';
  readonly prefix: boolean;
  readonly operand: Expression;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '&' | '|' | '^' | '<<' | '>>' | '>>>';
export type ComparisonOperator = '<' | '<=' | '>' | '>=';
export type EqualityOperator = '==' | '!=' | '===' | '!==';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | EqualityOperator | '&&' | '||' | '??';

export interface BinaryExpression extends Position {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface InstanceOfExpression extends Position {
  readonly kind: 'instanceOf';
  readonly operand: Expression;
  readonly type: TypeRef;
}

export interface ConditionalExpression extends Position {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export interface AssignExpression extends Position {
  readonly kind: 'assign';
  /** Absent for a plain `=`. */
  readonly operator?: ArithmeticOperator;
  readonly target: Expression;
  readonly value: Expression;
}

/** `Foo.class`; without type it is `void.class`. */
export interface ClassLiteral extends Position {
  readonly kind: 'classLiteral';
  readonly type?: TypeRef;
}

export interface SoqlExpression extends Position {
  readonly kind: 'soql';
  readonly query: SoqlQuery;
  /** The expressions behind the binds `$0`, `$1`, … of the query. */
  readonly binds: readonly Expression[];
}

export interface SoslExpression extends Position {
  readonly kind: 'sosl';
  readonly search: SoslQuery;
  /** The expressions behind the binds `$0`, `$1`, … of the search. */
  readonly binds: readonly Expression[];
}

export interface ThisExpression extends Position {
  readonly kind: 'this';
}

export interface SuperExpression extends Position {
  readonly kind: 'super';
}
