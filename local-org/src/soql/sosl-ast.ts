import type { SoqlQuery, SoqlValue } from './ast.js';

/** A parsed SOSL query. Names are as written; what it finds is worked out when it runs. */
export interface SoslQuery {
  /** What stands after FIND: a text, or a bind variable named as in SOQL (`$0` for the first static one). */
  readonly search: Extract<SoqlValue, { kind: 'string' | 'bind' }>;
  readonly fields: SoslFields;
  /** One query an object; LIMIT, OFFSET, WHERE and ORDER BY are those in its parentheses. Empty: every object, ids only. */
  readonly returning: readonly SoqlQuery[];
  readonly access?: 'user' | 'system' | 'securityEnforced';
  /** Of the whole search, shared out among the objects. */
  readonly limit?: SoqlValue;
  readonly offset?: SoqlValue;
}

export type SoslFields = 'all' | 'name' | 'email' | 'phone' | 'sidebar';
