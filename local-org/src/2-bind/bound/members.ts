import type { ClassSymbol, ConstructorSymbol, FieldSymbol, LocalSymbol, MethodSymbol, SourceFile } from '../symbols.js';
import type { Bound } from './expressions.js';
import type { BoundBlock } from './statements.js';

/** A method body, accessor, constructor or initialiser, ready to be emitted. `body` is undefined when it did not compile. */
export interface BoundBody {
  readonly line: number;
  readonly params: readonly LocalSymbol[];
  readonly body: BoundBlock | undefined;
}

export type BoundMember =
  | (BoundBody & { readonly kind: 'method'; readonly method: MethodSymbol })
  | (BoundBody & { readonly kind: 'accessor'; readonly field: FieldSymbol; readonly accessor: 'get' | 'set' })
  | (BoundBody & { readonly kind: 'constructor'; readonly constructor: ConstructorSymbol })
  | (BoundBody & { readonly kind: 'initializer'; readonly static: boolean })
  | { readonly kind: 'field'; readonly line: number; readonly field: FieldSymbol; readonly value: Bound | undefined }
  | { readonly kind: 'type'; readonly line: number; readonly type: BoundClass };

export interface BoundClass {
  readonly symbol: ClassSymbol;
  /** In the order of the source. */
  readonly members: readonly BoundMember[];
}

/** A whole file. `run` is the body of a trigger or anonymous block, whose methods belong to `top`. */
export interface BoundUnit {
  readonly source: SourceFile;
  readonly top: BoundClass;
  readonly run: BoundBody | undefined;
}
