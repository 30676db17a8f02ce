import type { TriggerEvent } from '../../kernel/services.js';
import type { Modifiers, Position, TypeRef } from './names.js';
import type { Block, Declarator, Statement } from './statements.js';

export interface TypeDeclaration extends Position {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superclass?: TypeRef;
  /** Interfaces implemented by a class, or extended by an interface. */
  readonly interfaces: readonly TypeRef[];
  readonly members: readonly Member[];
  readonly constants: readonly string[];
}

export type Member =
  | FieldDeclaration
  | PropertyDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | InitializerDeclaration
  | InnerTypeDeclaration;

export interface FieldDeclaration extends Position {
  readonly kind: 'field';
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly declarators: readonly Declarator[];
}

export interface Accessor extends Position {
  readonly modifiers: Modifiers;
  /** Absent for `get;` and `set;`. */
  readonly body?: Block;
}

export interface PropertyDeclaration extends Position {
  readonly kind: 'property';
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly name: string;
  readonly getter?: Accessor;
  readonly setter?: Accessor;
}

export interface Parameter extends Position {
  readonly name: string;
  readonly type: TypeRef;
  readonly modifiers: Modifiers;
}

export interface MethodDeclaration extends Position {
  readonly kind: 'method';
  readonly modifiers: Modifiers;
  /** Absent for void. */
  readonly returns?: TypeRef;
  readonly name: string;
  readonly params: readonly Parameter[];
  /** Absent for abstract and interface methods. */
  readonly body?: Block;
}

export interface ConstructorDeclaration extends Position {
  readonly kind: 'constructor';
  readonly modifiers: Modifiers;
  readonly name: string;
  readonly params: readonly Parameter[];
  readonly body: Block;
}

export interface InitializerDeclaration extends Position {
  readonly kind: 'initializer';
  readonly static: boolean;
  readonly body: Block;
}

export interface InnerTypeDeclaration extends Position {
  readonly kind: 'type';
  readonly declaration: TypeDeclaration;
}

/** A source file. */
export type SourceUnit = ClassUnit | TriggerUnitNode | AnonymousUnit;

export interface ClassUnit {
  readonly kind: 'class';
  readonly declaration: TypeDeclaration;
}

export interface TriggerUnitNode extends Position {
  readonly kind: 'trigger';
  readonly name: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
  readonly members: readonly Member[];
  /** The variables at the top as they are written; `members` and `statements` hold them as they work. */
  readonly variables: readonly FieldDeclaration[];
  readonly statements: readonly Statement[];
}

export interface AnonymousUnit {
  readonly kind: 'anonymous';
  readonly members: readonly Member[];
  readonly statements: readonly Statement[];
}
