import type { ApexType } from '../../kernel/types.js';
import type { DmlOperation } from '../../kernel/services.js';
import type { ClassSymbol, LocalSymbol } from '../symbols.js';
import type { Bound } from './expressions.js';

/** Statements with all names resolved. `line` is the line of the source. */
export type BoundStatement =
  | BoundBlock
  | BoundLocal
  | BoundExpressionStatement
  | BoundIf
  | BoundSwitch
  | BoundFor
  | BoundForEach
  | BoundQueryLoop
  | BoundWhile
  | BoundTry
  | BoundReturn
  | BoundThrow
  | BoundJump
  | BoundDml
  | BoundMerge
  | BoundRunAs;

interface Placed {
  readonly line: number;
}

export interface BoundBlock extends Placed {
  readonly kind: 'block';
  readonly statements: readonly BoundStatement[];
}

export interface BoundLocal extends Placed {
  readonly kind: 'local';
  readonly variables: readonly {
    readonly local: LocalSymbol;
    readonly value: Bound | undefined;
    readonly line: number;
  }[];
}

export interface BoundExpressionStatement extends Placed {
  readonly kind: 'expression';
  readonly expression: Bound;
}

export interface BoundIf extends Placed {
  readonly kind: 'if';
  readonly condition: Bound;
  readonly whenTrue: BoundStatement;
  readonly whenFalse: BoundStatement | undefined;
}

export interface BoundSwitch extends Placed {
  readonly kind: 'switch';
  readonly value: Bound;
  readonly cases: readonly BoundCase[];
}

export interface BoundCase extends Placed {
  readonly labels:
    | { readonly kind: 'else' }
    | { readonly kind: 'values'; readonly values: readonly Bound[] }
    | { readonly kind: 'type'; readonly type: ApexType; readonly local: LocalSymbol };
  readonly body: BoundBlock;
}

export interface BoundFor extends Placed {
  readonly kind: 'for';
  readonly init: BoundLocal | readonly Bound[];
  readonly condition: Bound | undefined;
  readonly update: readonly Bound[];
  readonly body: BoundStatement;
}

export interface BoundForEach extends Placed {
  readonly kind: 'forEach';
  readonly local: LocalSymbol;
  readonly source: Bound;
  /** Turns an element (standing as `element`) into the value of the variable. */
  readonly element: { readonly type: ApexType };
  readonly value: Bound;
  readonly body: BoundStatement;
}

/** `for (Account a : [SELECT …])` and, with a list variable, the form that takes 200 rows a turn. */
export interface BoundQueryLoop extends Placed {
  readonly kind: 'queryLoop';
  readonly local: LocalSymbol;
  readonly query: Bound;
  /** The variable takes 200 rows at a time; always so for a query that is text. */
  readonly chunks: boolean;
  readonly body: BoundStatement;
}

export interface BoundWhile extends Placed {
  readonly kind: 'while';
  readonly condition: Bound;
  readonly body: BoundStatement;
  /** do … while. */
  readonly bodyFirst: boolean;
}

export interface BoundTry extends Placed {
  readonly kind: 'try';
  readonly body: BoundBlock;
  readonly catches: readonly BoundCatch[];
  readonly finallyBlock: BoundBlock | undefined;
}

export interface BoundCatch extends Placed {
  readonly type: ApexType;
  /** The project class of the type, when it is one. */
  readonly of: ClassSymbol | undefined;
  readonly local: LocalSymbol;
  readonly body: BoundBlock;
}

export interface BoundReturn extends Placed {
  readonly kind: 'return';
  readonly value: Bound | undefined;
}

export interface BoundThrow extends Placed {
  readonly kind: 'throw';
  readonly value: Bound;
}

export interface BoundJump extends Placed {
  readonly kind: 'break' | 'continue';
}

export interface BoundDml extends Placed {
  readonly kind: 'dml';
  readonly operation: DmlOperation;
  readonly access: 'user' | 'system' | undefined;
  readonly value: Bound;
  readonly field: string | undefined;
}

export interface BoundMerge extends Placed {
  readonly kind: 'merge';
  readonly access: 'user' | 'system' | undefined;
  readonly master: Bound;
  readonly duplicates: Bound;
}

export interface BoundRunAs extends Placed {
  readonly kind: 'runAs';
  readonly user: Bound;
  readonly body: BoundBlock;
}
