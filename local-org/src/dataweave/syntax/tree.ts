import type { BigDecimal } from 'bigdecimal.js';
import type { WeaveTemporal } from '../values.js';
import type { WeaveType } from './types.js';

/** A place in the script. */
export interface At {
  readonly line: number;
  readonly column: number;
}

export interface Parameter {
  readonly name: string;
  readonly type?: WeaveType;
  readonly fallback?: Expression;
}

export type BinaryOperator =
  'or' | 'and' | '==' | '!=' | '~=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '++' | '--' | '<<' | '>>' | '*' | '/';

/** What stands behind a value to pick from it. */
export type Selector =
  | { readonly kind: 'value'; readonly name: Expression; readonly namespace?: string }
  | { readonly kind: 'values'; readonly name: Expression }
  | { readonly kind: 'pairs'; readonly name: Expression }
  | { readonly kind: 'descendants'; readonly name?: Expression; readonly all: boolean }
  | { readonly kind: 'attributes' }
  | { readonly kind: 'attribute'; readonly name: Expression; readonly all: boolean }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'metadata'; readonly name: string }
  | { readonly kind: 'index'; readonly index: Expression }
  | { readonly kind: 'filter'; readonly condition: Expression }
  | { readonly kind: 'present' }
  | { readonly kind: 'required' };

export interface Attribute {
  readonly name: Expression;
  readonly namespace?: string;
  readonly value: Expression;
  readonly when?: Expression;
}

/** What stands between the braces of an object. */
export type ObjectEntry =
  | {
      readonly kind: 'pair';
      readonly key: Expression;
      readonly namespace?: string;
      readonly attributes: readonly Attribute[];
      /** `key @(attributes)`: all of them from one expression. */
      readonly allAttributes?: Expression;
      readonly value: Expression;
      readonly when?: Expression;
    }
  | { readonly kind: 'spread'; readonly value: Expression; readonly when?: Expression };

/** One case of `match`. `name` is what the value is called in its body. */
export interface MatchCase {
  readonly name?: string;
  readonly pattern:
    | { readonly kind: 'value'; readonly value: Expression }
    | { readonly kind: 'type'; readonly type: WeaveType }
    | { readonly kind: 'regex'; readonly regex: Expression }
    | { readonly kind: 'array'; readonly head: string; readonly tail: string }
    | { readonly kind: 'object'; readonly key: string; readonly value: string; readonly tail: string }
    | { readonly kind: 'empty'; readonly of: 'array' | 'object' }
    | { readonly kind: 'any' };
  readonly when?: Expression;
  readonly body: Expression;
}

export interface UpdateCase {
  readonly name: string;
  readonly path: readonly Selector[];
  /** `!`: what is missing on the way is made. */
  readonly upsert: boolean;
  readonly when?: Expression;
  readonly body: Expression;
}

export type Declaration =
  | { readonly kind: 'var'; readonly name: string; readonly type?: WeaveType; readonly value: Expression }
  | {
      readonly kind: 'fun';
      readonly name: string;
      readonly parameters: readonly Parameter[];
      readonly returns?: WeaveType;
      readonly body: Expression;
    }
  | { readonly kind: 'type'; readonly name: string; readonly type: WeaveType }
  | { readonly kind: 'namespace'; readonly prefix: string; readonly uri: string }
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly alias?: string;
      readonly names: readonly { readonly name: string; readonly alias: string }[] | '*' | undefined;
    };

export type Expression = { readonly at: At } & (
  | { readonly kind: 'literal'; readonly value: null | boolean | string | BigDecimal | WeaveTemporal }
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'type'; readonly type: WeaveType }
  | { readonly kind: 'array'; readonly items: readonly { readonly value: Expression; readonly when?: Expression }[] }
  | { readonly kind: 'object'; readonly entries: readonly ObjectEntry[] }
  | {
      readonly kind: 'lambda';
      readonly parameters: readonly Parameter[];
      readonly returns?: WeaveType;
      readonly body: Expression;
    }
  | { readonly kind: 'call'; readonly callee: Expression; readonly arguments: readonly Expression[] }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly operand: Expression }
  | { readonly kind: 'select'; readonly target: Expression; readonly selector: Selector }
  | { readonly kind: 'as' | 'is'; readonly value: Expression; readonly type: WeaveType }
  | { readonly kind: 'if'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression }
  | { readonly kind: 'default'; readonly value: Expression; readonly fallback: Expression }
  | { readonly kind: 'match'; readonly value: Expression; readonly cases: readonly MatchCase[] }
  | { readonly kind: 'update'; readonly value: Expression; readonly cases: readonly UpdateCase[] }
  | { readonly kind: 'do'; readonly declarations: readonly Declaration[]; readonly body: Expression }
);

/** `input name mime/type property=value` or `output …`. */
export interface Directive {
  readonly name: string;
  /** In lower case; undefined where the directive names none. */
  readonly mimeType: string | undefined;
  readonly properties: ReadonlyMap<string, string | boolean | number>;
  readonly at: At;
}

export interface Script {
  readonly inputs: readonly Directive[];
  readonly output: Directive | undefined;
  readonly declarations: readonly Declaration[];
  readonly body: Expression;
}
