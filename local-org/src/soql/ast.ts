/** A parsed SOQL query. Names are as written; the translator resolves them against the schema. */
export interface SoqlQuery {
  readonly select: readonly SoqlSelectItem[];
  readonly from: SoqlFrom;
  readonly where?: SoqlCondition;
  readonly groupBy?: SoqlGroupBy;
  readonly having?: SoqlCondition;
  readonly orderBy: readonly SoqlOrder[];
  readonly limit?: SoqlValue;
  readonly offset?: SoqlValue;
  readonly scope?: string;
  readonly access?: 'user' | 'system' | 'securityEnforced';
  readonly allRows: boolean;
  readonly forUpdate: boolean;
  readonly forView?: boolean;
}

export interface SoqlFrom {
  readonly object: string;
  readonly alias?: string;
  /** Further entries `c.Account a`: alias → path. */
  readonly aliases: readonly { readonly path: readonly string[]; readonly alias: string }[];
}

export type SoqlSelectItem =
  | { readonly kind: 'field'; readonly path: readonly string[]; readonly alias?: string }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly SoqlOperand[]; readonly alias?: string }
  | { readonly kind: 'subquery'; readonly query: SoqlQuery }
  | {
      readonly kind: 'typeof';
      readonly path: readonly string[];
      readonly whens: readonly { readonly object: string; readonly fields: readonly (readonly string[])[] }[];
      readonly otherwise: readonly (readonly string[])[];
    }
  /** FIELDS(ALL | CUSTOM | STANDARD) */
  | { readonly kind: 'fields'; readonly set: 'all' | 'custom' | 'standard' };

export type SoqlOperand =
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly SoqlOperand[] }
  | SoqlValue;

export type SoqlValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  /** Text of the number, so that Decimal keeps its scale. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  | { readonly kind: 'time'; readonly text: string }
  | { readonly kind: 'currency'; readonly code: string; readonly text: string }
  /** TODAY, LAST_N_DAYS:30, … */
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly n?: number }
  /** Static SOQL: numbered by the compiler ('$0'), the expression lives in the code. Dynamic SOQL: the variable's name. */
  | { readonly kind: 'bind'; readonly name: string };

export type SoqlComparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like' | 'in' | 'not in' | 'includes' | 'excludes';

export type SoqlCondition =
  | { readonly kind: 'and' | 'or'; readonly items: readonly SoqlCondition[] }
  | { readonly kind: 'not'; readonly item: SoqlCondition }
  | {
      readonly kind: 'compare';
      readonly left: SoqlOperand;
      readonly operator: SoqlComparison;
      readonly right: SoqlRight;
    };

export type SoqlRight =
  | { readonly kind: 'value'; readonly value: SoqlValue }
  | { readonly kind: 'list'; readonly values: readonly SoqlValue[] }
  | { readonly kind: 'query'; readonly query: SoqlQuery };

export interface SoqlOrder {
  readonly operand: SoqlOperand;
  readonly descending: boolean;
  /** Absent: the platform's default, nulls first (ascending and descending alike: NULLS FIRST). */
  readonly nulls?: 'first' | 'last';
}

export interface SoqlGroupBy {
  readonly mode: 'plain' | 'rollup' | 'cube';
  readonly operands: readonly SoqlOperand[];
}
