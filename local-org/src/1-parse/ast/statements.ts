import type { DmlOperation } from '../../kernel/services.js';
import type { Expression } from './expressions.js';
import type { Modifiers, Position, TypeRef } from './names.js';

export type Statement =
  | Block
  | LocalDeclaration
  | ExpressionStatement
  | IfStatement
  | SwitchStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | TryStatement
  | ReturnStatement
  | ThrowStatement
  | BreakStatement
  | ContinueStatement
  | DmlStatement
  | MergeStatement
  | RunAsStatement;

export interface Block extends Position {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
  /** Line of the closing brace. */
  readonly endLine: number;
}

export interface Declarator extends Position {
  readonly name: string;
  readonly value?: Expression;
}

export interface LocalDeclaration extends Position {
  readonly kind: 'local';
  readonly modifiers: Modifiers;
  readonly type: TypeRef;
  readonly declarators: readonly Declarator[];
}

export interface ExpressionStatement extends Position {
  readonly kind: 'expression';
  readonly expression: Expression;
}

export interface IfStatement extends Position {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly whenTrue: Statement;
  readonly whenFalse?: Statement;
}

export interface SwitchStatement extends Position {
  readonly kind: 'switch';
  readonly value: Expression;
  readonly cases: readonly SwitchCase[];
}

export interface SwitchCase extends Position {
  readonly labels: SwitchLabels;
  readonly body: Block;
}

export type SwitchLabels =
  | { readonly kind: 'else' }
  /** Literals, enum constants (a name or dotted name) and null. */
  | { readonly kind: 'values'; readonly values: readonly Expression[] }
  /** `when Account a`. */
  | { readonly kind: 'type'; readonly type: TypeRef; readonly name: string };

export interface ForStatement extends Position {
  readonly kind: 'for';
  readonly init?: LocalDeclaration | readonly Expression[];
  readonly condition?: Expression;
  readonly update: readonly Expression[];
  readonly body: Statement;
}

export interface ForEachStatement extends Position {
  readonly kind: 'forEach';
  readonly type: TypeRef;
  readonly name: string;
  readonly source: Expression;
  readonly body: Statement;
}

export interface WhileStatement extends Position {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: Statement;
}

export interface DoWhileStatement extends Position {
  readonly kind: 'doWhile';
  readonly condition: Expression;
  readonly body: Block;
}

export interface TryStatement extends Position {
  readonly kind: 'try';
  readonly body: Block;
  readonly catches: readonly CatchClause[];
  readonly finallyBlock?: Block;
}

export interface CatchClause extends Position {
  readonly type: TypeRef;
  readonly name: string;
  readonly body: Block;
}

export interface ReturnStatement extends Position {
  readonly kind: 'return';
  readonly value?: Expression;
}

export interface ThrowStatement extends Position {
  readonly kind: 'throw';
  readonly value: Expression;
}

export interface BreakStatement extends Position {
  readonly kind: 'break';
}

export interface ContinueStatement extends Position {
  readonly kind: 'continue';
}

export interface DmlStatement extends Position {
  readonly kind: 'dml';
  readonly operation: DmlOperation;
  /** `as user`, `as system`. */
  readonly access?: 'user' | 'system';
  readonly value: Expression;
  /** `upsert records Account.Key__c`: the name as written. */
  readonly field?: readonly string[];
}

export interface MergeStatement extends Position {
  readonly kind: 'merge';
  readonly access?: 'user' | 'system';
  readonly master: Expression;
  readonly duplicates: Expression;
}

export interface RunAsStatement extends Position {
  readonly kind: 'runAs';
  readonly args: readonly Expression[];
  readonly body: Block;
}
