import type { PlatformLibrary } from '../platform/library.js';
import type { Schema } from '../schema/model.js';
import type { XmlNode } from '../schema/xml.js';
import type { SoqlQuery } from '../soql/ast.js';
import type { SoslQuery } from '../soql/sosl-ast.js';
import type { ApprovalService, FlowService, RecordAutomation } from './automation.js';
import type { ApexException } from './exception.js';
import type { ApexObject, ApexValue } from './object.js';
import type { TransactionObserver } from './observer.js';
import type { ApexDatetime, ApexId } from './scalars.js';
import type { SObjectValue } from './sobject.js';
import type { ApexType } from './types.js';

/**
 * The services that meet in a transaction. Each is an interface here and a class in the folder named beside it, so that the
 * compiler knows no database, the database no HTTP, and the platform library reaches all of them through the transaction only.
 */

/** What lives as long as the loaded source: the same for all transactions of one worker. */
export interface Org {
  readonly schema: Schema;
  /** Compiled project code (3-emit/). */
  readonly code: CodeService;
  /** The classes of the platform (platform/): signatures, supertypes and implementations. */
  readonly library: PlatformLibrary;
  /** Fixed facts of this org: id, name, language, default currency, whether it is multi-currency or a sandbox. */
  readonly info: OrgInfo;
  /** Non-schema metadata: labels, custom metadata records, named credentials, static resources (schema/). */
  readonly metadata: MetadataService;
  /** Flows and workflow rules; absent where the project has none. */
  readonly automation?: RecordAutomation;
  /** Flows that code starts; absent where the project has none. */
  readonly flows?: FlowService;
  /** Approval processes; absent where the project has none. */
  readonly approvals?: ApprovalService;
}

export interface OrgInfo {
  readonly id: ApexId;
  readonly name: string;
  readonly baseUrl: string;
  readonly currency: string;
  readonly multiCurrency: boolean;
  readonly sandbox: boolean;
  readonly namespace: string;
}

export interface MetadataService {
  /** Text of a custom label, or of a standard one (`Site.login`), undefined when there is none. Names ignore case. */
  label(name: string): string | undefined;
  /** Text of a custom label in a language, by a translation or because it is the label's own; undefined when there is none. */
  labelTranslation(name: string, language: string): string | undefined;
  /** True when `Label.Name.` leads to labels: the standard ones of Sites, and those that carry a namespace (`ns__Name`). */
  hasLabelNamespace(name: string): boolean;
  staticResource(name: string): { readonly body: Uint8Array; readonly contentType: string } | undefined;
  namedCredential(name: string): NamedCredentialModel | undefined;
  /** The developer name of a Visualforce page, undefined when there is none. Names ignore case. */
  page(name: string): string | undefined;
  /** Type and default of a feature parameter of a package. Names ignore case. */
  featureParameter(name: string): { readonly type: FeatureParameterType; readonly value: string } | undefined;
  /** Name and text of a DataWeave script, undefined when there is none. Names ignore case. */
  dataWeaveScript(name: string): { readonly name: string; readonly text: string } | undefined;
  /** A page layout by its full name, `Account-Sales`, undefined when there is none. Names ignore case. */
  pageLayout(fullName: string): { readonly name: string; readonly xml: XmlNode } | undefined;
  /** Field sets of an object, in the order of their files. */
  fieldSets(object: string): readonly FieldSetModel[];
}

export type FeatureParameterType = 'Boolean' | 'Date' | 'Integer';

export interface FieldSetModel {
  readonly name: string;
  readonly label: string;
  /** `field` may be a path through relationships: `Account.Owner.Name`. */
  readonly fields: readonly { readonly field: string; readonly required: boolean }[];
}

export interface NamedCredentialModel {
  readonly name: string;
  readonly url: string;
  /** Developer name of the external credential behind it, undefined for legacy ones without authentication. */
  readonly externalCredential?: string;
  readonly generateAuthorizationHeader: boolean;
  readonly allowMergeFieldsInHeader: boolean;
  readonly allowMergeFieldsInBody: boolean;
}

/** The user on whose behalf code runs; changes inside System.runAs. */
export interface RunningUser {
  readonly id: ApexId;
  readonly name: string;
  readonly userName: string;
  readonly email: string;
  readonly profileId: ApexId;
  readonly profileName: string;
  /** IANA name, e.g. `America/Los_Angeles`. */
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  readonly currency: string;
  readonly access: AccessRights;
  /** Set inside System.runAs. */
  readonly inRunAs?: true;
}

/** Permissions of a user, summed over profile and permission sets (security/). Names ignore case. */
export interface AccessRights {
  objectAccess(object: string, kind: 'read' | 'create' | 'edit' | 'delete' | 'viewAll' | 'modifyAll'): boolean;
  fieldAccess(object: string, field: string, kind: 'read' | 'edit'): boolean;
  classAccess(className: string): boolean;
  customPermission(name: string): boolean;
  /** System permissions: ModifyAllData, ViewAllData, ViewSetup, CustomizeApplication, … */
  userPermission(name: string): boolean;
  tabVisible(tab: string): boolean;
  externalCredentialPrincipal(externalCredential: string): boolean;
}

/** How a statement reaches data: user or system mode, and whether sharing rules are followed. */
export interface AccessMode {
  readonly mode: 'user' | 'system';
  readonly sharing: boolean;
}

/** One transaction: all that Apex code can touch. Passed to every library function as its first argument. */
export interface Transaction {
  readonly org: Org;
  /** The innermost user (System.runAs pushes and pops). */
  user: RunningUser;
  readonly limits: LimitsService;
  readonly data: DataService;
  /** The same for what the platform reads by itself: in no debug log, seen by no observer. */
  readonly ownData: DataService;
  readonly async: AsyncService;
  readonly callouts: CalloutService;
  readonly log: DebugLog;
  /** Those who hear what the transaction does; data and callouts tell them themselves. */
  readonly observers: readonly TransactionObserver[];
  /** Undefined outside of Apex tests. */
  readonly test: TestContext | undefined;
  /** What started it, as System.Request.getQuiddity and System.isQueueable and their like see it. */
  readonly origin: TransactionOrigin;
  readonly requestId: string;
  /** Wall clock in ms; the only clock library functions may read. */
  now(): number;
  /** The trigger being run, innermost last; Trigger.new and its like read it. */
  readonly triggerStack: TriggerContext[];
  /** Calls under way of methods that may call themselves again: emitted code counts them. */
  callDepth: number;
  /** State that library classes keep for the transaction (savepoints, mail outbox, …), keyed by the class that owns it. */
  slot<V>(key: object, create: () => V): V;
}

export type TransactionOrigin =
  | { readonly kind: 'sync' | 'rest' | 'aura' | 'anonymous' | 'test' | 'event' }
  | { readonly kind: 'queueable' | 'future' | 'batch' | 'scheduled' | 'finalizer'; readonly jobId: ApexId };

export type LimitName =
  | 'queries'
  | 'queryRows'
  | 'aggregateQueries'
  | 'queryLocatorRows'
  | 'soslQueries'
  | 'cursors'
  | 'cursorRows'
  | 'cursorFetches'
  | 'paginationCursors'
  | 'paginationCursorRows'
  | 'dmlStatements'
  | 'dmlRows'
  | 'callouts'
  | 'calloutMs'
  | 'cpuMs'
  | 'heapBytes'
  | 'futureCalls'
  | 'queueableJobs'
  | 'emailInvocations'
  | 'publishImmediateDml'
  | 'pushCalls';

export interface LimitsService {
  /** Counts and throws the uncatchable System.LimitException (`Too many SOQL queries: 101`) when over. */
  add(name: LimitName, amount: number): void;
  used(name: LimitName): number;
  limit(name: LimitName): number;
  /** From now on the transaction may use none of it. */
  forbid(name: LimitName): void;
  /** From now on a million rows may be read, but nothing saved or enqueued: what `@ReadOnly` means. */
  readOnly(): void;
  /** Runs an action that does not count against these limits. */
  without<V>(names: readonly LimitName[], action: () => V): V;
  /** Test.startTest: a fresh set of counters until stopTest restores the outer ones. */
  push(): void;
  pop(): void;
  /** Called at loop back-edges every few thousand turns: throws when CPU time is used up. */
  checkCpu(): void;
  /** A value of that many bytes is about to be held: throws `Apex heap size too large` when it alone is too large, or the thread is full. */
  checkHeap(bytes: number): void;
  /** What took the most heap at its peak, in words; undefined while nobody measures it. */
  heapPeak(): string | undefined;
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

export interface DmlOptions {
  readonly access: AccessMode;
  /** false: each record has its own outcome and nothing is thrown. */
  readonly allOrNone: boolean;
  /** Texts that are too long are cut instead of refused. */
  readonly truncate?: boolean;
  /** Records get their owners from the active assignment rule, or from the one with this id. */
  readonly assignmentRule?: 'active' | ApexId;
  /** Duplicates are saved where their rule leaves it to the user. */
  readonly allowDuplicates?: boolean;
  /** Sample data: also records and fields that on the platform only its own services write. */
  readonly forced?: boolean;
  /** Field of an upsert, canonical name; undefined means Id. */
  readonly externalIdField?: string;
}

export interface DmlError {
  /** StatusCode name: `REQUIRED_FIELD_MISSING`, `DUPLICATE_VALUE`, `FIELD_CUSTOM_VALIDATION_EXCEPTION`, … */
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
  /** What a duplicate rule found. */
  readonly duplicates?: DuplicateFinding;
}

/** What a duplicate rule found for a record. */
export interface DuplicateFinding {
  readonly rule: string;
  readonly object: string;
  /** The record may be saved when the options of the statement say so. */
  readonly allowSave: boolean;
  readonly message: string;
  readonly matches: readonly DuplicateMatch[];
}

/** Records that match by one matching rule. */
export interface DuplicateMatch {
  readonly rule: string;
  readonly object: string;
  readonly records: readonly SObjectValue[];
}

export interface DmlRowResult {
  readonly id: ApexId | null;
  readonly success: boolean;
  /** Upsert only. */
  readonly created: boolean;
  /** Merge only: the records that led to this one. */
  readonly relatedIds?: readonly ApexId[];
  readonly errors: readonly DmlError[];
}

/** What Database.convertLead is asked to do with one lead. */
export interface LeadConversion {
  readonly leadId: ApexId | null;
  /** Existing records to fill up instead of making new ones. */
  readonly accountId: ApexId | null;
  readonly contactId: ApexId | null;
  readonly opportunityId: ApexId | null;
  readonly ownerId: ApexId | null;
  readonly convertedStatus: string | null;
  readonly opportunityName: string | null;
  readonly doNotCreateOpportunity: boolean;
  readonly overwriteLeadSource: boolean;
}

export interface LeadConversionResult {
  readonly leadId: ApexId | null;
  readonly accountId: ApexId | null;
  readonly contactId: ApexId | null;
  readonly opportunityId: ApexId | null;
  readonly success: boolean;
  readonly errors: readonly DmlError[];
}

/** Looks up bind variables of a query: `:name` (static ones are numbered by the compiler as '$0', '$1', …). */
export type BindValues = (name: string) => ApexValue;

/** The database as Apex sees it (data/, soql/). Limits are counted here; errors are Apex exceptions (QueryException, DmlException). */
export interface DataService {
  /** Rows of a query; an aggregate query gives AggregateResult rows (object name `AggregateResult`). */
  query(tx: Transaction, query: SoqlQuery, binds: BindValues, access: AccessMode): SObjectValue[];
  /** `SELECT COUNT() …` */
  count(tx: Transaction, query: SoqlQuery, binds: BindValues, access: AccessMode): number;
  /** Parses dynamic SOQL; a bad text throws System.QueryException with the platform's message. */
  parse(tx: Transaction, soql: string): SoqlQuery;
  /** Rows for a locator or cursor, past the limits of queries: whoever asks counts them. */
  locate(tx: Transaction, query: SoqlQuery, binds: BindValues, access: AccessMode): SObjectValue[];
  /** Rows of a search: one list an object of RETURNING, in its order. In a test only fixed results are found. */
  search(tx: Transaction, search: SoslQuery, binds: BindValues, access: AccessMode): SObjectValue[][];
  /** Parses dynamic SOSL; a bad text throws System.SearchException with the platform's message. */
  parseSearch(tx: Transaction, sosl: string): SoslQuery;
  /** All-or-none failures throw System.DmlException; otherwise one result a record, in order. Ids are set on the records. */
  dml(tx: Transaction, operation: DmlOperation, records: readonly SObjectValue[], options: DmlOptions): DmlRowResult[];
  merge(
    tx: Transaction,
    master: SObjectValue,
    duplicates: readonly SObjectValue[],
    options: DmlOptions
  ): DmlRowResult[];
  /** What the active duplicate rules find for each record, saved or not. */
  findDuplicates(tx: Transaction, records: readonly SObjectValue[]): (readonly DuplicateFinding[])[];
  /** One result a lead, in order; all-or-none failures throw System.DmlException. */
  convertLeads(tx: Transaction, leads: readonly LeadConversion[], options: DmlOptions): LeadConversionResult[];
  /** Takes deleted records out of the recycle bin for good; one result a record, in order. */
  emptyRecycleBin(tx: Transaction, records: readonly SObjectValue[], access: AccessMode): DmlRowResult[];
  /** Sets the formula fields of records in memory; one list of failures a record. */
  recalculateFormulas(
    tx: Transaction,
    records: readonly SObjectValue[]
  ): (readonly { readonly field: string; readonly message: string }[])[];
  savepoint(tx: Transaction): number;
  rollback(tx: Transaction, savepoint: number): void;
  releaseSavepoint(tx: Transaction, savepoint: number): void;
  /** True when DML, an enqueued job or the like is pending: a callout is then refused. */
  hasUncommittedWork(tx: Transaction): boolean;
  /** Test.startTest: work before it no longer stands in the way of callouts or of DML on set-up objects. */
  settleWork(tx: Transaction): void;
  /** Test.setCreatedDate: overwrites the system field of a stored record. */
  setCreatedDate(tx: Transaction, id: ApexId, moment: ApexDatetime): void;
  /** Makes or changes a record of a custom metadata type, as a deployment does; `problem` says why it cannot. */
  deployRecord(
    tx: Transaction,
    object: string,
    name: string,
    label: string | null,
    values: ReadonlyMap<string, ApexValue>
  ): { readonly created: boolean; readonly problem: string | null };
  /** Loads the user with its access rights; used by log-in and System.runAs. */
  runningUser(id: ApexId): RunningUser;
  /** Commits or rolls back at the end of the transaction. */
  commit(tx: Transaction): void;
  abort(tx: Transaction): void;
}

export interface EnqueueOptions {
  readonly delayMinutes?: number;
  readonly duplicateSignature?: string;
  readonly maximumStackDepth?: number;
}

/** A record that DML has saved or deleted, as change data capture sees it. */
export interface ChangedRecord {
  readonly id: ApexId;
  readonly before: SObjectValue | null;
  /** For a deletion the record as it was. */
  readonly after: SObjectValue;
}

/** Where FlexQueue moves a job to. */
export type FlexQueuePlace = 'front' | 'end' | { readonly before: ApexId } | { readonly after: ApexId };

/** Asynchronous work (async/). Everything enqueued belongs to the transaction: it runs only after commit. */
export interface AsyncService {
  enqueue(tx: Transaction, job: ApexObject, options: EnqueueOptions): ApexId;
  attachFinalizer(tx: Transaction, finalizer: ApexObject): void;
  future(tx: Transaction, className: string, method: string, args: readonly ApexValue[]): void;
  executeBatch(tx: Transaction, batchable: ApexObject, scopeSize: number): ApexId;
  /** Test.enqueueBatchJobs: jobs that do nothing. */
  enqueueEmptyBatches(tx: Transaction, count: number): ApexId[];
  /** Batch jobs that are held, the next one first. */
  flexQueueOrder(tx: Transaction): ApexId[];
  /** False when the job stands there already. */
  moveInFlexQueue(tx: Transaction, job: ApexId, to: FlexQueuePlace): boolean;
  schedule(tx: Transaction, name: string, cron: string, job: ApexObject): ApexId;
  scheduleBatch(
    tx: Transaction,
    batchable: ApexObject,
    name: string,
    minutesFromNow: number,
    scopeSize: number
  ): ApexId;
  /** Metadata.Operations.enqueueDeployment: the id of the deployment, whose end the callback hears. */
  deploy(tx: Transaction, components: readonly ApexObject[], callback: ApexObject | null): ApexId;
  abort(tx: Transaction, jobId: ApexId): void;
  /** A scheduled job, by the id of its trigger or by its name, fires no more until it is resumed. */
  pauseCron(tx: Transaction, job: ApexId | string): void;
  /** It fires once at once, and then by its schedule again. */
  resumeCron(tx: Transaction, job: ApexId | string): void;
  /** Deletes the rows of at most so many jobs that ended before a moment, the oldest first; how many they were. */
  purge(tx: Transaction, before: ApexDatetime, most: number): number;
  /** `callback` hears what became of the events (EventBus.EventPublishSuccessCallback and its like). */
  publish(tx: Transaction, events: readonly SObjectValue[], callback?: ApexObject | null): DmlRowResult[];
  /** Test.stopTest: runs what was enqueued since startTest, each job in a transaction of its own. */
  flushForTest(tx: Transaction): void;
  /** The end of a test method: runs the batches and scheduled jobs that it has started outside of startTest and stopTest. */
  endTest(tx: Transaction): void;
  /** Test.getEventBus().deliver(): runs the triggers of the events published so far. */
  deliverEvents(tx: Transaction): void;
  /** Test.enableChangeDataCapture. */
  enableChangeCapture(tx: Transaction): void;
  /** DML has changed records of an object: change events for triggers on them. */
  captureChanges(tx: Transaction, object: string, operation: DmlOperation, records: readonly ChangedRecord[]): void;
  /** Test.getEventBus().fail(): the events published so far count as not published. */
  failEvents(tx: Transaction): void;
}

export interface HttpRequestModel {
  readonly method: string;
  /** May start with `callout:Name/`. */
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  readonly timeoutMs: number;
}

export interface HttpResponseModel {
  readonly status: number;
  readonly statusText: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** Real HTTP (callout/). Resolves named credentials and refreshes OAuth tokens; failures are `CalloutFailure`, which the library turns into System.CalloutException. */
export interface CalloutService {
  send(tx: Transaction, request: HttpRequestModel): HttpResponseModel;
}

/** A callout that got no answer: `Read timed out`, `Unexpected end of file from server`, `Connection refused`, … */
export class CalloutFailure extends Error {}

export interface DebugLog {
  /** Whether events of Apex code of that level are kept. */
  keepsCode(level: 'FINER' | 'FINEST'): boolean;
  /** Writes an event of Apex code, when the log keeps that level. */
  event(category: 'APEX_CODE', level: 'FINER' | 'FINEST', text: string): void;
  debug(level: string, text: string, line: number, event?: 'USER_DEBUG' | 'DATAWEAVE_USER_DEBUG'): void;
  readonly lines: readonly string[];
}

export interface TestContext {
  /** Between startTest and stopTest. */
  running: boolean;
  /** What Test.setMock registered, by interface name. */
  readonly mocks: Map<string, ApexObject>;
  readonly seeAllData: boolean;
  /** What Test.setFixedSearchResults named: the only records that SOSL finds. */
  fixedSearchResults?: readonly ApexId[];
}

export type TriggerEvent =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

export interface TriggerContext {
  readonly event: TriggerEvent;
  readonly object: string;
  readonly newRecords: readonly SObjectValue[] | null;
  readonly oldRecords: readonly SObjectValue[] | null;
  /** Another trigger's DML has fired it in user mode, or from a class with sharing: then it follows sharing too. */
  readonly sharing?: boolean;
}

export interface TriggerUnit {
  readonly name: string;
  readonly object: string;
  readonly events: ReadonlySet<TriggerEvent>;
  run(tx: Transaction, context: TriggerContext): void;
}

export interface ApexAnnotation {
  /** Lower-case: `auraenabled`, `istest`, `invocablemethod`, `restresource`, `future`, `testsetup`, … */
  readonly name: string;
  readonly args: Readonly<Record<string, string>>;
}

export interface MethodInfo {
  readonly name: string;
  readonly static: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
  readonly params: readonly { readonly name: string; readonly type: ApexType }[];
  readonly returns: ApexType;
  readonly annotations: readonly ApexAnnotation[];
  readonly line: number;
}

export interface MemberInfo {
  readonly name: string;
  readonly type: ApexType;
  readonly static: boolean;
  readonly transient: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly ApexAnnotation[];
  /** False for a property without a getter or setter. */
  readonly readable: boolean;
  readonly writable: boolean;
}

export interface ClassInfo {
  /** `Outer` or `Outer.Inner`. */
  readonly name: string;
  readonly type: ApexType;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly abstract: boolean;
  readonly superclass: ApexType | null;
  /** All interfaces, also inherited ones, project and platform. */
  readonly interfaces: readonly ApexType[];
  readonly annotations: readonly ApexAnnotation[];
  readonly sharing: 'with' | 'without' | 'inherited' | 'none';
  readonly visibility: 'private' | 'public' | 'global';
  readonly apiVersion: number;
  readonly isTest: boolean;
  readonly methods: readonly MethodInfo[];
  /** Fields and properties, in declaration order, inherited ones first. */
  readonly members: readonly MemberInfo[];
  readonly enumValues: readonly string[];
  readonly file: string;
}

/** Compiled project code. Names ignore case. All of it is synchronous. */
export interface CodeService {
  classInfo(name: string): ClassInfo | undefined;
  classes(): Iterable<ClassInfo>;
  triggers(object: string): readonly TriggerUnit[];
  /** An instance by the parameterless constructor, as Type.newInstance; throws System.TypeException where Apex does. */
  newInstance(tx: Transaction, className: string): ApexObject;
  /** An instance without running constructors, for JSON and job state. */
  allocate(tx: Transaction, className: string): ApexObject;
  getMember(tx: Transaction, target: ApexObject, name: string): ApexValue;
  setMember(tx: Transaction, target: ApexObject, name: string, value: ApexValue): void;
  /** What a field or property holds, past accessors, `final` and visibility: the state of jobs is read and restored by it. */
  getSlot(target: ApexObject, name: string): ApexValue;
  setSlot(target: ApexObject, name: string, value: ApexValue): void;
  enumValue(tx: Transaction, enumName: string, name: string): ApexObject | undefined;
  invokeStatic(tx: Transaction, className: string, method: string, args: readonly ApexValue[]): ApexValue;
  invoke(tx: Transaction, target: ApexObject, method: string, args: readonly ApexValue[]): ApexValue;
  /** The method that a project object itself defines or inherits from a project class, bound to it; undefined for platform objects. */
  userMethod(
    target: ApexObject,
    name: string,
    arity: number
  ): ((tx: Transaction, ...args: ApexValue[]) => ApexValue) | undefined;
  /** Default access of a library call such as Database.query: from API version and sharing keyword of the Apex code that calls. */
  callerAccess(tx: Transaction): AccessMode;
  /** An instance of a subclass whose methods all go to the StubProvider (Test.createStub). */
  createStub(tx: Transaction, type: ApexType, provider: ApexObject): ApexObject;
  /** The StubProvider behind an object that createStub made, undefined for any other object. */
  stubProvider(object: ApexObject): ApexObject | undefined;
  /** Begins a transaction: static state of all classes is new. */
  reset(tx: Transaction): void;
}

/** Thrown by anything that reports an Apex failure to the outside (server, test runner). */
export interface ApexFailure {
  readonly exception: ApexException;
  /** `Class.Foo.bar: line 12, column 1` lines. */
  readonly stackTrace: string;
}
