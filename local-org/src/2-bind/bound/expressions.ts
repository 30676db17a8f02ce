import type { ArithmeticOperator, ComparisonOperator } from '../../1-parse/ast/index.js';
import type { ApexType } from '../../kernel/types.js';
import type { SoqlQuery } from '../../soql/ast.js';
import type { SoslQuery } from '../../soql/sosl-ast.js';
import type { ConversionOperation, NumericName } from '../conversion.js';
import type { LibraryMember } from '../members.js';
import type { ClassSymbol, ConstructorSymbol, FieldSymbol, LocalSymbol, MethodSymbol } from '../symbols.js';

/** Expressions with all names resolved, all types known and all conversions written out. Each has its static type. */
export type Bound =
  | Constant
  | LocalRead
  | ThisRead
  | FieldRead
  | PropertyRead
  | LibraryPropertyRead
  | RecordRead
  | IndexRead
  | MethodCall
  | LibraryCall
  | Construct
  | ChainedConstructor
  | NewRecord
  | NewList
  | NewMap
  | Convert
  | Cast
  | InstanceOf
  | Arithmetic
  | Concat
  | Compare
  | Equal
  | Logical
  | BooleanBits
  | Not
  | Negate
  | Step
  | Assign
  | CompoundAssign
  | Conditional
  | Coalesce
  | Safe
  | TempRead
  | Group
  | Soql
  | Sosl
  | Token
  | EnumConstant
  | EnumOperation
  | MoveDate
  | CloneObject
  | FieldError
  | LabelRead;

interface Typed {
  readonly type: ApexType;
  /** Where the expression stands, a member by its name; absent for what the binder has added. */
  line?: number;
}

export interface Constant extends Typed {
  readonly kind: 'constant';
  /** Numbers of Long, Double and Decimal are their digits; Integer is a number. */
  readonly value: string | number | boolean | null;
}

export interface LocalRead extends Typed {
  readonly kind: 'local';
  readonly local: LocalSymbol;
}

export interface ThisRead extends Typed {
  readonly kind: 'this';
}

/** A field, or a property that is read directly; without target it is static. */
export interface FieldRead extends Typed {
  readonly kind: 'field';
  readonly target?: Bound;
  readonly field: FieldSymbol;
}

export interface PropertyRead extends Typed {
  readonly kind: 'property';
  readonly target?: Bound;
  readonly field: FieldSymbol;
  /** `super.name`. */
  readonly viaSuper: boolean;
}

export interface LibraryPropertyRead extends Typed {
  readonly kind: 'libraryProperty';
  readonly target?: Bound;
  readonly member: LibraryMember;
}

/** A field, parent or child list of a record; `field` is its canonical name. */
export interface RecordRead extends Typed {
  readonly kind: 'record';
  readonly target: Bound;
  readonly field: string;
  /** True for a parent record: fields read through it are null when it is. */
  readonly parent: boolean;
  /** The record is a member of an object, named with it (`this.record.Name`): the field is null when the record is. */
  readonly ofMember?: boolean;
}

export interface IndexRead extends Typed {
  readonly kind: 'index';
  readonly target: Bound;
  readonly index: Bound;
}

export interface MethodCall extends Typed {
  readonly kind: 'call';
  readonly target?: Bound;
  readonly method: MethodSymbol;
  readonly args: readonly Bound[];
  readonly viaSuper: boolean;
}

export interface LibraryCall extends Typed {
  readonly kind: 'libraryCall';
  readonly target?: Bound;
  readonly member: LibraryMember;
  readonly args: readonly Bound[];
  readonly viaSuper: boolean;
  /** Static methods of custom settings and metadata types: the object that they are called on. */
  readonly record?: string;
  /** Variables in scope that a dynamic query may name. */
  readonly variables?: readonly { readonly name: string; readonly value: Bound }[];
  /** Names, in lower case, of variables of ended blocks that it may name, too. */
  readonly ended?: readonly string[];
}

export interface Construct extends Typed {
  readonly kind: 'construct';
  readonly of: ClassSymbol;
  /** Undefined: the constructors that every exception inherits. */
  readonly constructor: ConstructorSymbol | undefined;
  readonly args: readonly Bound[];
}

/** `this(…)` and `super(…)`. */
export interface ChainedConstructor extends Typed {
  readonly kind: 'chained';
  readonly which: 'this' | 'super';
  readonly of: ClassSymbol | undefined;
  readonly constructor: ConstructorSymbol | undefined;
  readonly args: readonly Bound[];
}

export interface NewRecord extends Typed {
  readonly kind: 'newRecord';
  readonly object: string;
  readonly fields: readonly { readonly name: string; readonly value: Bound }[];
}

export interface NewList extends Typed {
  readonly kind: 'newList';
  readonly collection: 'List' | 'Set';
  readonly element: ApexType;
  readonly items: readonly Bound[];
  /** `new X[n]`: that many nulls. */
  readonly size?: Bound;
}

export interface NewMap extends Typed {
  readonly kind: 'newMap';
  readonly key: ApexType;
  readonly value: ApexType;
  readonly entries: readonly { readonly key: Bound; readonly value: Bound }[];
}

export interface Convert extends Typed {
  readonly kind: 'convert';
  readonly operation: ConversionOperation;
  readonly operand: Bound;
}

export interface Cast extends Typed {
  readonly kind: 'cast';
  readonly operand: Bound;
}

export interface InstanceOf extends Typed {
  readonly kind: 'instanceOf';
  readonly operand: Bound;
  readonly of: ApexType;
}

export interface Arithmetic extends Typed {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  /** Both operands have this type; the right one of a shift may be an Integer. */
  readonly numeric: NumericName;
  readonly left: Bound;
  readonly right: Bound;
}

export interface Concat extends Typed {
  readonly kind: 'concat';
  readonly parts: readonly Bound[];
}

export type OperandKind = 'Integer' | 'Long' | 'Boolean' | 'String' | 'identity' | 'any';

export interface Compare extends Typed {
  readonly kind: 'compare';
  readonly operator: ComparisonOperator;
  readonly operands: OperandKind;
  readonly left: Bound;
  readonly right: Bound;
}

export interface Equal extends Typed {
  readonly kind: 'equal';
  readonly negated: boolean;
  /** `===`. */
  readonly strict: boolean;
  readonly operands: OperandKind;
  readonly left: Bound;
  readonly right: Bound;
}

export interface Logical extends Typed {
  readonly kind: 'logical';
  readonly operator: '&&' | '||';
  readonly left: Bound;
  readonly right: Bound;
}

export interface BooleanBits extends Typed {
  readonly kind: 'booleanBits';
  readonly operator: '&' | '|' | '^';
  readonly left: Bound;
  readonly right: Bound;
}

export interface Not extends Typed {
  readonly kind: 'not';
  readonly operand: Bound;
}

/** `-x` and `~x`. */
export interface Negate extends Typed {
  readonly kind: 'negate';
  readonly operator: '-' | '~';
  readonly numeric: NumericName;
  readonly operand: Bound;
}

/** What may stand left of `=`. */
export type Target = LocalRead | FieldRead | PropertyRead | LibraryPropertyRead | RecordRead | IndexRead;

export interface Step extends Typed {
  readonly kind: 'step';
  readonly operator: '++' | '--';
  readonly prefix: boolean;
  readonly numeric: NumericName;
  readonly target: Target;
}

export interface Assign extends Typed {
  readonly kind: 'assign';
  readonly target: Target;
  readonly value: Bound;
}

/** `target op= …`: `old` stands for the value before inside `value`, which is already of the target's type. */
export interface CompoundAssign extends Typed {
  readonly kind: 'compound';
  readonly target: Target;
  readonly old: Temp;
  readonly value: Bound;
}

export interface Conditional extends Typed {
  readonly kind: 'conditional';
  readonly condition: Bound;
  readonly whenTrue: Bound;
  readonly whenFalse: Bound;
}

export interface Coalesce extends Typed {
  readonly kind: 'coalesce';
  readonly left: Bound;
  readonly right: Bound;
}

/** A value kept for a moment; the emitter names it. */
export interface Temp {
  readonly type: ApexType;
}

/** `source?.body`: null when the source is, otherwise the body, in which `temp` stands for the source. */
export interface Safe extends Typed {
  readonly kind: 'safe';
  readonly source: Bound;
  readonly temp: Temp;
  readonly body: Bound;
}

export interface TempRead extends Typed {
  readonly kind: 'temp';
  readonly temp: Temp;
}

/** Brackets: end the reach of a `?.` inside. */
export interface Group extends Typed {
  readonly kind: 'group';
  readonly operand: Bound;
}

/** `[FIND …]` */
export interface Sosl extends Typed {
  readonly kind: 'sosl';
  readonly search: SoslQuery;
  readonly binds: readonly Bound[];
}

export interface Soql extends Typed {
  readonly kind: 'soql';
  readonly query: SoqlQuery;
  readonly binds: readonly Bound[];
  readonly result: 'rows' | 'count';
}

/** Type, object and field tokens and their describe results. */
export interface Token extends Typed {
  readonly kind: 'token';
  readonly token:
    | { readonly kind: 'type'; readonly of: ApexType }
    | { readonly kind: 'sobject'; readonly object: string }
    | { readonly kind: 'field'; readonly object: string; readonly field: string }
    | { readonly kind: 'describe'; readonly object: string }
    | { readonly kind: 'describeField'; readonly object: string; readonly field: string }
    | { readonly kind: 'fieldSet'; readonly object: string; readonly name: string };
}

export interface EnumConstant extends Typed {
  readonly kind: 'enumConstant';
  readonly of: ClassSymbol | undefined;
  /** Of a platform enum. */
  readonly platform: string | undefined;
  readonly name: string;
}

/** Members that every enum of the project has. */
export interface EnumOperation extends Typed {
  readonly kind: 'enumOperation';
  readonly operation: 'values' | 'valueOf' | 'name' | 'ordinal';
  readonly of: ClassSymbol;
  readonly operand?: Bound;
}

/** Date or Datetime plus or minus days; days of a Datetime may be a fraction. */
export interface MoveDate extends Typed {
  readonly kind: 'moveDate';
  readonly operator: '+' | '-';
  readonly operand: Bound;
  readonly days: Bound;
}

/** `x.clone()` of an object of the project: a shallow copy. */
export interface CloneObject extends Typed {
  readonly kind: 'cloneObject';
  readonly operand: Bound;
}

/** `record.Field.addError(…)` */
export interface FieldError extends Typed {
  readonly kind: 'fieldError';
  readonly target: Bound;
  readonly field: string;
  readonly message: Bound;
}

export interface LabelRead extends Typed {
  readonly kind: 'label';
  readonly name: string;
}
