import type { SqlValue } from '../../../ledger/database.js';
import type { Ledger } from '../../../ledger/ledger.js';
import type { Property } from './edm.js';

/** Values of a request body by column of the view. */
export type Values = Readonly<Record<string, SqlValue>>;

/** A related set: its rows are those whose `foreignColumn` equals this row's id. */
export interface Navigation {
  readonly name: string;
  readonly target: string;
  readonly many: boolean;
  readonly foreignColumn: string;
}

/** A new record: its own values, the parent when posted below one, and deep-inserted children by navigation. */
export interface Creation {
  readonly values: Values;
  readonly parentId: string;
  readonly children: Readonly<Record<string, readonly Values[]>>;
}

export interface MadeRecord {
  readonly set: string;
  readonly id: string;
}

/** One entity set of the API: what its properties are, where they are read from, and what writes do. */
export interface EntitySet {
  readonly name: string;
  readonly typeName: string;
  /** Business Central's table, for its error texts. */
  readonly table: string;
  readonly view: string;
  /** Columns that order it by default; together unique. */
  readonly order: readonly string[];
  /** Column of the id in the key of a URL. */
  readonly idColumn: string;
  /** Column of the row's version; empty for sets without ETag. */
  readonly versionColumn: string;
  readonly properties: readonly Property[];
  readonly navigations: readonly Navigation[];
  /** Navigations that may be posted with a new record. */
  readonly deepInsert: readonly string[];
  /** Each returns the id of the record written. */
  readonly create?: (ledger: Ledger, creation: Creation) => string;
  readonly update?: (ledger: Ledger, id: string, values: Values) => void;
  readonly remove?: (ledger: Ledger, id: string) => void;
  /** An action that makes a record returns where it is: an entity set and an id. */
  readonly actions: Readonly<Record<string, (ledger: Ledger, id: string) => MadeRecord | void>>;
}

type Optional = 'idColumn' | 'versionColumn' | 'order' | 'navigations' | 'deepInsert' | 'actions';

/** Fills in what most sets have in common. */
export function entitySet(definition: Omit<EntitySet, Optional> & Partial<Pick<EntitySet, Optional>>): EntitySet {
  return {
    idColumn: 'id',
    versionColumn: 'version',
    order: ['number'],
    navigations: [],
    deepInsert: [],
    actions: {},
    ...definition
  };
}
