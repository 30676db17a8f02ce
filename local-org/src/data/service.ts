import type { ApexValue } from '../kernel/object.js';
import { ApexId, type ApexDatetime } from '../kernel/scalars.js';
import type {
  AccessMode,
  BindValues,
  DataService,
  DmlOperation,
  DmlOptions,
  DmlRowResult,
  DuplicateFinding,
  LeadConversion,
  LeadConversionResult,
  OrgInfo,
  RunningUser,
  Transaction
} from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { queryException } from '../runtime/exceptions.js';
import type { ProjectMetadata } from '../schema/metadata.js';
import type { ObjectModel, Schema } from '../schema/model.js';
import { SchemaIndex } from '../schema/schema-index.js';
import { PermissionCatalog } from '../security/profiles.js';
import type { SoqlQuery } from '../soql/ast.js';
import { parseQuery, parseSearch, SoqlSyntaxError } from '../soql/parse.js';
import type { SoslQuery } from '../soql/sosl-ast.js';
import { convertLeads } from './dml/convert-leads.js';
import { AssignmentRules } from './dml/assignment-rules.js';
import { DuplicateRules } from './dml/duplicate-rules.js';
import { DmlEngine } from './dml/engine.js';
import { mergeRecords } from './dml/merge.js';
import { ValidationRules } from './dml/validation-rules.js';
import { computeFormulas } from './formula/record-context.js';
import type { FormulaWorld } from './formula/world.js';
import { checkComputedFields } from './formula/check-fields.js';
import { QueryRunner } from './query-runner.js';
import { RecordLoader } from './record-loader.js';
import { searchException, SearchRunner } from './search/search-runner.js';
import { seed } from './seed/seed.js';
import { administratorKey, automatedProcessKey } from './seed/users.js';
import { Statuses } from './standard/statuses.js';
import { ComputedTable } from './store/computed-values.js';
import { Connection } from './store/connection.js';
import { type DeployedRecord, deployMetadataRecord } from './deployed-records.js';
import { bringAlong, bringTablesUpToDate, bringUpToDate } from './store/open.js';
import { Sequences } from './store/sequences.js';
import { stableId, SystemRows, type RowFields } from './store/system-rows.js';
import { GrantCache, watchGrants } from './users/grant-cache.js';
import { loadUser } from './users/load.js';
import { patiently } from './lock.js';
import { WorkBook } from './work.js';

export interface DataServiceParts {
  readonly schema: Schema;
  readonly metadata: ProjectMetadata;
  readonly info: OrgInfo;
  /** Path of the SQLite file, or `:memory:`. */
  readonly file: string;
  /** How long a statement waits for another worker's write lock. */
  readonly busyTimeoutMs?: number;
}

/** Opens (and, where needed, makes or migrates) the data file. */
export function createDataService(parts: DataServiceParts): SqliteDataService {
  return new SqliteDataService(parts);
}

/** The database of one worker: SOQL, DML and transactions over one SQLite connection. */
export class SqliteDataService implements DataService {
  readonly catalog: PermissionCatalog;
  /** Formulas and validation rules of the project that are not supported: the org works without them. */
  readonly problems: readonly Error[];
  private readonly parts: DataServiceParts;
  /** The connection, also for tables that are no objects (the job queue): they share the transactions of Apex. */
  readonly connection: Connection;
  private readonly works: WorkBook;
  private readonly queries: QueryRunner;
  private readonly searches: SearchRunner;
  private readonly engine: DmlEngine;
  private readonly loader: RecordLoader;
  private readonly systemRows: SystemRows;
  private readonly sequences: Sequences;
  private readonly computed: ComputedTable;
  private readonly duplicates: DuplicateRules;
  private readonly grants: GrantCache;

  constructor(parts: DataServiceParts) {
    const { schema, metadata, info } = parts;
    this.parts = parts;
    const problems: Error[] = [];
    this.problems = problems;
    const rules = new ValidationRules(schema, metadata, problems);
    const assignments = new AssignmentRules(schema, metadata, problems);
    const duplicates = new DuplicateRules(schema, metadata, problems);
    this.duplicates = duplicates;
    const broken = checkComputedFields(schema, problems);
    this.catalog = new PermissionCatalog(schema, metadata);
    this.connection = new Connection(parts.file, parts.busyTimeoutMs);
    const sequences = new Sequences(this.connection);
    this.sequences = sequences;
    const statuses = new Statuses(metadata);
    this.systemRows = new SystemRows(this.connection, schema, sequences);
    bringUpToDate(this.connection, schema, metadata, () =>
      seed(this.systemRows, { schema, metadata, catalog: this.catalog, statuses, info, problems }, Date.now())
    );
    bringAlong(this.connection, 'watched grants', () => watchGrants(this.connection));
    this.grants = new GrantCache(this.connection, this.catalog.permissionFields('PermissionSet'));
    this.works = new WorkBook(this.connection);
    this.computed = new ComputedTable(this.connection);
    const loader = new RecordLoader(this.connection, schema, this.computed, broken);
    this.loader = loader;
    this.queries = new QueryRunner({
      connection: this.connection,
      schema,
      works: this.works,
      loader,
      computed: this.computed,
      loadUser: (id) => this.runningUser(id)
    });
    this.searches = new SearchRunner({ connection: this.connection, schema, queries: this.queries });
    this.engine = new DmlEngine({
      connection: this.connection,
      schema,
      sequences,
      loader,
      computed: this.computed,
      statuses,
      rules,
      assignments,
      duplicates,
      metadata,
      catalog: this.catalog,
      info
    });
  }

  query(tx: Transaction, query: SoqlQuery, binds: BindValues, access: AccessMode): SObjectValue[] {
    return this.queries.query(tx, query, binds, access);
  }

  count(tx: Transaction, query: SoqlQuery, binds: BindValues, access: AccessMode): number {
    return this.queries.count(tx, query, binds, access);
  }

  parse(_tx: Transaction, soql: string): SoqlQuery {
    try {
      return parseQuery(soql);
    } catch (error) {
      if (error instanceof SoqlSyntaxError) throw queryException(error.message);
      throw error;
    }
  }

  locate(tx: Transaction, query: SoqlQuery, binds: BindValues, access: AccessMode): SObjectValue[] {
    return this.queries.found(tx, query, binds, access);
  }

  search(tx: Transaction, search: SoslQuery, binds: BindValues, access: AccessMode): SObjectValue[][] {
    return this.searches.search(tx, search, binds, access);
  }

  parseSearch(_tx: Transaction, sosl: string): SoslQuery {
    try {
      return parseSearch(sosl);
    } catch (error) {
      if (error instanceof SoqlSyntaxError) throw searchException(error.message);
      throw error;
    }
  }

  dml(tx: Transaction, operation: DmlOperation, records: readonly SObjectValue[], options: DmlOptions): DmlRowResult[] {
    return this.engine.run(tx, this.works.of(tx), operation, records, options);
  }

  merge(
    tx: Transaction,
    master: SObjectValue,
    duplicates: readonly SObjectValue[],
    options: DmlOptions
  ): DmlRowResult[] {
    return mergeRecords(this.engine, tx, this.works.of(tx), master, duplicates, options);
  }

  convertLeads(tx: Transaction, leads: readonly LeadConversion[], options: DmlOptions): LeadConversionResult[] {
    return convertLeads(this.engine, tx, this.works.of(tx), leads, options);
  }

  emptyRecycleBin(tx: Transaction, records: readonly SObjectValue[], access: AccessMode): DmlRowResult[] {
    return this.engine.emptyRecycleBin(tx, this.works.of(tx), records, access);
  }

  findDuplicates(tx: Transaction, records: readonly SObjectValue[]): (readonly DuplicateFinding[])[] {
    const world = this.formulaWorld(tx);
    return records.map((record) => this.duplicates.find(tx, world, record));
  }

  recalculateFormulas(tx: Transaction, records: readonly SObjectValue[]) {
    return records.map((record) => computeFormulas(this.formulaWorld(tx), record));
  }

  private formulaWorld(tx: Transaction): FormulaWorld {
    return { tx, schema: this.parts.schema, connection: this.connection, loader: this.loader };
  }

  savepoint(tx: Transaction): number {
    tx.limits.add('dmlStatements', 1);
    return patiently(() => this.works.of(tx).savepoint());
  }

  rollback(tx: Transaction, savepoint: number): void {
    tx.limits.add('dmlStatements', 1);
    this.works.of(tx).rollback(savepoint);
  }

  releaseSavepoint(tx: Transaction, savepoint: number): void {
    this.works.of(tx).release(savepoint);
  }

  hasUncommittedWork(tx: Transaction): boolean {
    return this.works.of(tx).hasUncommittedWork;
  }

  /** Test.startTest: work before it no longer stands in the way of callouts or of DML on set-up objects. */
  settleWork(tx: Transaction): void {
    this.works.of(tx).settle();
  }

  setCreatedDate(tx: Transaction, id: ApexId, moment: ApexDatetime): void {
    const object = this.parts.schema.objectByPrefix(id.value.slice(0, 3));
    if (object?.fields.has('CreatedDate')) this.writeRow(tx, object.name, id, { CreatedDate: moment });
  }

  runningUser(id: ApexId): RunningUser {
    return loadUser(this.connection, this.catalog, this.grants, this.parts.info, id);
  }

  commit(tx: Transaction): void {
    this.works.of(tx).end('commit');
  }

  abort(tx: Transaction): void {
    this.works.of(tx).end('abort');
  }

  /** Something is pending that is no DML, such as a job: callouts are refused until the transaction ends. */
  markPending(tx: Transaction): void {
    this.works.of(tx).markDirty();
  }

  /** Takes the write lock for a transaction, as its first DML would; what is no DML waits until it is free. */
  begin(tx: Transaction): void {
    patiently(() => this.works.of(tx).begin());
  }

  /** Inserts (id null) or changes a row past triggers, validation, security and limits. */
  writeRow(tx: Transaction, object: string, id: ApexId | null, fields: RowFields): ApexId {
    this.begin(tx);
    return this.systemRows.write(object, id, fields, tx.now(), tx.user.id);
  }

  deleteRow(tx: Transaction, object: string, id: ApexId): void {
    this.begin(tx);
    this.systemRows.remove(object, id);
  }

  newId(tx: Transaction, keyPrefix: string): ApexId {
    this.begin(tx);
    return this.sequences.newIds(keyPrefix, 1)[0] as ApexId;
  }

  deployRecord(
    tx: Transaction,
    object: string,
    name: string,
    label: string | null,
    values: ReadonlyMap<string, ApexValue>
  ): DeployedRecord {
    this.begin(tx);
    const { connection, systemRows: rows } = this;
    return deployMetadataRecord({ connection, rows, schema: this.parts.schema }, tx, { object, name, label, values });
  }

  /** Id of the ApexClass row of a top-level class, null when the project has none of that name. */
  classId(name: string): ApexId | null {
    const row = this.connection.get('SELECT "Id" FROM "ApexClass" WHERE "Name" = ?', [name]);
    return row
      ? stableId(this.prefixOf('ApexClass'), this.parts.metadata.component('ApexClass', name)?.name ?? name)
      : null;
  }

  /**
   * This database seen through a larger schema, for the Tooling API. `added` are the objects that the schema adds or extends; their
   * tables are made where they are missing.
   */
  through(schema: Schema, added: readonly ObjectModel[]): { readonly queries: QueryRunner; readonly rows: SystemRows } {
    bringTablesUpToDate(this.connection, 'tooling', new SchemaIndex(added));
    return {
      queries: new QueryRunner({
        connection: this.connection,
        schema,
        works: this.works,
        loader: this.loader,
        computed: this.computed,
        loadUser: (id) => this.runningUser(id)
      }),
      rows: new SystemRows(this.connection, schema, new Sequences(this.connection))
    };
  }

  /** The first user, a System Administrator. */
  get administratorId(): ApexId {
    return stableId(this.prefixOf('User'), administratorKey);
  }

  /** Automated Process: triggers on events run as this user (Platform Events Developer Guide). */
  get automatedProcessId(): ApexId {
    return stableId(this.prefixOf('User'), automatedProcessKey);
  }

  /** Id of the user with that user name, undefined when there is none. */
  userId(userName: string): ApexId | undefined {
    const row = this.connection.get('SELECT "Id" FROM "User" WHERE "Username" = ?', [userName]);
    return row ? ApexId.parse(String(row[0])) : undefined;
  }

  /** Id of the standard price book. */
  get standardPricebookId(): ApexId {
    return stableId(this.prefixOf('Pricebook2'), 'standard');
  }

  /**
   * Holds all that follows inside one outer transaction until `endHold`: what Apex commits becomes a savepoint in it. For tests:
   * hold once for a class, run its set-up, then hold again around each method.
   */
  hold(): void {
    this.connection.begin();
  }

  /** Undoes all since the innermost hold. */
  endHold(): void {
    this.connection.abort();
  }

  close(): void {
    this.connection.close();
  }

  private prefixOf(object: string): string {
    return this.parts.schema.object(object)?.keyPrefix ?? '';
  }
}
