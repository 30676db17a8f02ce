import type { JsonValue } from './apex.js';

/**
 * Shapes of the UI API that components see.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses.htm
 */

export interface FieldValue {
  /** Text for a label, null where the value speaks for itself (strings, picklists whose label equals the value). */
  readonly displayValue: string | null;
  readonly value: string | number | boolean | null | RecordRepresentation;
}

export interface RecordRepresentation {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly lastModifiedById: string | null;
  /** ISO 8601, UTC. */
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string | null;
  readonly recordTypeInfo: RecordTypeInfo | null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}

/** Body of POST and PATCH records. Decimals are numbers or texts, dates ISO texts, references ids. `apiName` only with POST. */
export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, JsonValue>>;
}

export interface RecordTypeInfo {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

export interface ObjectInfoRepresentation {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly searchable: boolean;
  readonly layoutable: boolean;
  readonly feedEnabled: boolean;
  readonly mruEnabled: boolean;
  readonly nameFields: readonly string[];
  readonly defaultRecordTypeId: string | null;
  readonly recordTypeInfos: Readonly<Record<string, RecordTypeInfo>>;
  readonly themeInfo: { readonly color: string; readonly iconUrl: string };
  /** Only fields that the user may read, by API name. */
  readonly fields: Readonly<Record<string, FieldRepresentation>>;
  readonly childRelationships: readonly ChildRelationshipRepresentation[];
  readonly dependentFields: Readonly<Record<string, never>>;
  readonly eTag: string;
}

/** `dataType` as the UI API names them. */
export type UiDataType =
  | 'Address'
  | 'Base64'
  | 'Boolean'
  | 'ComboBox'
  | 'Currency'
  | 'Date'
  | 'DateTime'
  | 'Double'
  | 'Email'
  | 'EncryptedString'
  | 'Int'
  | 'Location'
  | 'MultiPicklist'
  | 'Percent'
  | 'Phone'
  | 'Picklist'
  | 'Reference'
  | 'String'
  | 'TextArea'
  | 'Time'
  | 'Url';

export interface FieldRepresentation {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: UiDataType;
  readonly required: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly sortable: boolean;
  readonly filterable: boolean;
  readonly calculated: boolean;
  readonly custom: boolean;
  readonly compound: boolean;
  readonly nameField: boolean;
  readonly reference: boolean;
  readonly unique: boolean;
  readonly htmlFormatted: boolean;
  readonly polymorphicForeignKey: boolean;
  readonly referenceTargetField: string | null;
  readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
  readonly relationshipName: string | null;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  /** `PlainTextArea`, `RichTextArea` or null. */
  readonly extraTypeInfo: string | null;
  readonly inlineHelpText: string | null;
}

export interface ChildRelationshipRepresentation {
  readonly childObjectApiName: string;
  readonly fieldName: string;
  readonly relationshipName: string;
  readonly junctionIdListNames: readonly string[];
  readonly junctionReferenceTo: readonly string[];
}

export interface PicklistValueRepresentation {
  readonly attributes: null;
  readonly label: string;
  readonly validFor: readonly number[];
  readonly value: string;
}

export interface PicklistValues {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: PicklistValueRepresentation | null;
  readonly eTag: string;
  readonly url: string;
  readonly values: readonly PicklistValueRepresentation[];
}

/** All picklist fields of an object for a record type. */
export interface PicklistValuesCollection {
  readonly eTag: string;
  readonly picklistFieldValues: Readonly<Record<string, PicklistValues>>;
}

/**
 * Error body of the UI API. `output.errors` speak of the record, `output.fieldErrors` of a field, as `reduceErrors` of lwc-recipes reads them.
 * Source: https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html
 */
export interface UiApiErrorBody {
  readonly message: string;
  readonly statusCode: number;
  readonly enhancedErrorType?: 'RecordError';
  readonly output?: {
    readonly errors: readonly UiApiRecordError[];
    readonly fieldErrors: Readonly<Record<string, readonly UiApiRecordError[]>>;
  };
  readonly errorCode?: string;
}

export interface UiApiRecordError {
  readonly errorCode: string;
  readonly message: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
}
