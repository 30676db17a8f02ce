import { ApexList } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { DmlError, DmlRowResult, Transaction } from '../../kernel/services.js';
import { type ApexType, T } from '../../kernel/types.js';
import { type HasText, toText } from '../../runtime/text.js';
import { platformClass } from '../define.js';
import { withProperties } from '../schema/described-properties.js';
import { enumConstant, platformEnumValue } from '../enums.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** Database.Error: what went wrong with one record. */
export class DatabaseError extends ApexObject implements HasText {
  readonly error: DmlError;
  constructor(error: DmlError) {
    super();
    this.error = error;
  }
  override apexType(): ApexType {
    return named(this.error.duplicates ? 'Database.DuplicateError' : 'Database.Error');
  }
  apexText(tx: Transaction): string {
    const fields = toText(tx, new ApexList(T.String, [...this.error.fields]));
    return `Database.Error[getFields=${fields};getMessage=${this.error.message};getStatusCode=${this.error.code};]`;
  }
}

export const databaseErrorClass = platformClass({
  name: 'Database.Error',
  members: withProperties({
    'List<String> getFields()': (_tx, self: DatabaseError) => new ApexList(T.String, [...self.error.fields]),
    'String getMessage()': (_tx, self: DatabaseError) => self.error.message,
    'StatusCode getStatusCode()': (_tx, self: DatabaseError) =>
      platformEnumValue('StatusCode', self.error.code) ?? enumConstant('StatusCode', 'UNKNOWN_EXCEPTION')
  })
});

export type ResultKind =
  'SaveResult' | 'UpsertResult' | 'DeleteResult' | 'UndeleteResult' | 'MergeResult' | 'EmptyRecycleBinResult';

/** The outcome of a DML statement for one record; all kinds of results look alike but for their name. */
export class DmlResult extends ApexObject implements HasText {
  readonly kind: ResultKind;
  readonly row: DmlRowResult;
  /** MergeResult only. */
  readonly mergedIds: readonly ApexId[];
  constructor(kind: ResultKind, row: DmlRowResult, mergedIds: readonly ApexId[] = []) {
    super();
    this.kind = kind;
    this.row = row;
    this.mergedIds = mergedIds;
  }
  override apexType(): ApexType {
    return named(`Database.${this.kind}`);
  }
  errors(): ApexList<DatabaseError> {
    return new ApexList(
      named('Database.Error'),
      this.row.errors.map((error) => new DatabaseError(error))
    );
  }
  apexText(tx: Transaction): string {
    return `Database.${this.kind}[getErrors=${toText(tx, this.errors())};getId=${this.row.id?.value ?? 'null'};isSuccess=${this.row.success};]`;
  }
}

const common = withProperties({
  'List<Database.Error> getErrors()': (_tx: Transaction, self: DmlResult) => self.errors(),
  'Id getId()': (_tx: Transaction, self: DmlResult) => self.row.id,
  'Boolean isSuccess()': (_tx: Transaction, self: DmlResult) => self.row.success
});

/** The result classes of Database methods and of EventBus.publish. */
export const resultClasses = [
  databaseErrorClass,
  platformClass({ name: 'Database.SaveResult', members: common }),
  platformClass({
    name: 'Database.UpsertResult',
    members: { ...common, ...withProperties({ 'Boolean isCreated()': (_tx, self: DmlResult) => self.row.created }) }
  }),
  platformClass({ name: 'Database.DeleteResult', members: common }),
  platformClass({ name: 'Database.UndeleteResult', members: common }),
  platformClass({ name: 'Database.EmptyRecycleBinResult', members: common }),
  platformClass({
    name: 'Database.MergeResult',
    members: {
      ...common,
      ...withProperties({
        'List<String> getMergedRecordIds()': (_tx, self: DmlResult) => idTexts(self.mergedIds),
        'List<String> getUpdatedRelatedIds()': (_tx, self: DmlResult) => idTexts(self.row.relatedIds ?? [])
      })
    }
  })
];

const idTexts = (ids: readonly ApexId[]): ApexList =>
  new ApexList(
    T.String,
    ids.map((id) => id.value)
  );

export const resultList = (kind: ResultKind, rows: readonly DmlRowResult[]): ApexList<DmlResult> =>
  new ApexList(
    named(`Database.${kind}`),
    rows.map((row) => new DmlResult(kind, row))
  );
