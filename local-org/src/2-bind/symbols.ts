import type { ApexType } from '../kernel/types.js';
import type { ApexAnnotation } from '../kernel/services.js';
import type {
  Accessor,
  Block,
  ConstructorDeclaration,
  FieldDeclaration,
  MethodDeclaration,
  PropertyDeclaration,
  TypeDeclaration
} from '../1-parse/ast/index.js';
import type { Expression } from '../1-parse/ast/index.js';

export type Visibility = 'private' | 'protected' | 'public' | 'global';

/** The file a symbol comes from. */
export interface SourceFile {
  /** Name of the class or trigger, `AnonymousBlock` for anonymous code. */
  readonly unit: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly file: string;
  readonly apiVersion: number;
  /** Of the project; absent where it has none, and in anonymous code. */
  readonly namespace?: string;
}

/** A class, interface or enum of the project. Filled in steps: names first, then types of members, then jsNames. */
export interface ClassSymbol {
  /** `Outer` or `Outer.Inner`, as declared. */
  readonly name: string;
  readonly simpleName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly type: ApexType;
  readonly source: SourceFile;
  readonly declaration: TypeDeclaration;
  readonly outer: ClassSymbol | undefined;
  readonly inner: Map<string, ClassSymbol>;
  readonly visibility: Visibility;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly sharing: 'with' | 'without' | 'inherited' | 'none';
  readonly annotations: readonly ApexAnnotation[];
  /** The superclass when it is one of the project. */
  superclass: ClassSymbol | undefined;
  /** The superclass when it is one of the platform (Exception and its kind). */
  platformSuperclass: ApexType | undefined;
  /** Interfaces named in the declaration. */
  interfaces: readonly ApexType[];
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: ConstructorSymbol[];
  /** Name of the JavaScript class in emitted scripts: `$Outer$Inner`. */
  readonly jsName: string;
}

/** The sharing keyword of a class, else that of the nearest class above it that has one. */
export function sharingMode({ sharing, superclass }: ClassSymbol): ClassSymbol['sharing'] {
  return sharing !== 'none' || !superclass ? sharing : sharingMode(superclass);
}

/** A field or a property. */
export interface FieldSymbol {
  readonly kind: 'field' | 'property';
  readonly owner: ClassSymbol;
  readonly name: string;
  readonly type: ApexType;
  readonly static: boolean;
  readonly final: boolean;
  readonly transient: boolean;
  readonly visibility: Visibility;
  readonly annotations: readonly ApexAnnotation[];
  readonly line: number;
  readonly column: number;
  /** Of a field. */
  readonly initializer: Expression | undefined;
  readonly declaration: FieldDeclaration | PropertyDeclaration;
  readonly getter: AccessorSymbol | undefined;
  readonly setter: AccessorSymbol | undefined;
  /** True when reads and writes go straight to the JavaScript property. */
  direct: boolean;
  /** Name of the JavaScript property that holds the value. */
  jsName: string;
}

export interface AccessorSymbol {
  readonly visibility: Visibility;
  readonly body: Block | undefined;
  readonly declaration: Accessor;
  jsName: string;
}

export interface ParameterSymbol {
  readonly name: string;
  readonly type: ApexType;
}

export interface MethodSymbol {
  readonly owner: ClassSymbol;
  readonly name: string;
  readonly params: readonly ParameterSymbol[];
  readonly returns: ApexType;
  readonly static: boolean;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly override: boolean;
  readonly visibility: Visibility;
  readonly annotations: readonly ApexAnnotation[];
  readonly declaration: MethodDeclaration;
  /** Shared with the method that it overrides. */
  jsName: string;
}

export interface ConstructorSymbol {
  readonly owner: ClassSymbol;
  readonly params: readonly ParameterSymbol[];
  readonly visibility: Visibility;
  readonly annotations: readonly ApexAnnotation[];
  /** Undefined for the constructor that a class has without declaring one. */
  readonly declaration: ConstructorDeclaration | undefined;
}

/** A local variable or parameter. */
export interface LocalSymbol {
  readonly name: string;
  readonly type: ApexType;
  readonly jsName: string;
  /** False once null may have been assigned; the emitter leaves out null checks while it is true. */
  nonNull: boolean;
  /** A dynamic query behind its block may still name it. */
  outlives: boolean;
}
