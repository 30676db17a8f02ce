import type { BigDecimal } from 'bigdecimal.js';

/** A formula as a tree. Names of fields and functions are as written. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly value: BigDecimal }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** `Amount`, `Account.Owner.Name`, `$User.Id`, `$Permission.X`. */
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly operand: FormulaNode };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';

/** A formula that the local org cannot read or does not support; the message says what and where. */
export class FormulaError extends Error {
  /** False for what goes wrong while a formula is computed: division by zero, a text that is no number. */
  readonly isUnsupported: boolean;
  constructor(message: string, isUnsupported = true) {
    super(message);
    this.isUnsupported = isUnsupported;
  }
}
