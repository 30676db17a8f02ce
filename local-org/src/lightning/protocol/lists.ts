import type { RecordRepresentation, UiDataType } from './ui-api.js';

export interface ListColumn {
  /** Field API name, or one step up: `Account.Name`. */
  readonly field: string;
  readonly label: string;
  readonly dataType: UiDataType;
  readonly sortable: boolean;
  /** Reference columns show the parent's name and link to it; `fields` of the record then hold both `XId` and the parent under `relationship`. */
  readonly relationship?: string;
  readonly nameField?: string;
}

/** POST /lightning/list: records of one object for the object home, for look-ups and for adding lines. */
export interface ListRequest {
  readonly object: string;
  /** API name of a list view of the project (`My_List`), undefined for all records. */
  readonly listView?: string;
  /** Part of the name, ignoring case. */
  readonly search?: string;
  /** The first column ascending when absent. */
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** Equality conditions, all of which must hold. */
  readonly filters?: readonly { readonly field: string; readonly value: string | number | boolean | null }[];
  readonly limit: number;
  readonly offset?: number;
}

/** A button of an object's list views: a custom button of the object that its search layout names. */
export interface ListButton {
  readonly name: string;
  readonly label: string;
  /** Where it leads; a flow is given the ids of the selected records. */
  readonly url: string;
  readonly needsSelection: boolean;
  readonly newWindow: boolean;
}

export interface ListAnswer {
  readonly object: string;
  readonly columns: readonly ListColumn[];
  readonly records: readonly RecordRepresentation[];
  /** All matching records, counted up to 2,000. */
  readonly total: number;
  readonly createable: boolean;
  /** List views that the object has in the project; empty when it has none. */
  readonly listViews: readonly { readonly name: string; readonly label: string }[];
  /** In the order of the search layout; with any, rows can be selected. */
  readonly buttons: readonly ListButton[];
}

/** POST /lightning/related: rows of a record's related lists, at most `limit` each. */
export interface RelatedRequest {
  readonly recordId: string;
  /** One list by its child relationship name. */
  readonly relationship?: string;
  /** Several lists, in this order; without either, all that the object has. */
  readonly relationships?: readonly string[];
  readonly limit?: number;
  /** Columns as a page names them (`NAME`, `Status__c`); without, what lists of the object show. */
  readonly fields?: readonly string[];
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' };
}

export interface RelatedListRows {
  readonly relationship: string;
  readonly object: string;
  readonly label: string;
  readonly field: string;
  readonly icon: string;
  readonly columns: readonly ListColumn[];
  readonly records: readonly RecordRepresentation[];
  readonly total: number;
  readonly createable: boolean;
}

export interface RelatedAnswer {
  /** Only lists whose object the user may read. */
  readonly lists: readonly RelatedListRows[];
}
