import { FinalizerFiles } from '../async/finalizer-files.js';
import { EventBus } from '../async/event-bus.js';
import { ChangeCapture } from '../async/change-capture.js';
import { dueWork } from '../async/due.js';
import { FlexQueue } from '../async/flex-queue.js';
import { JobRows } from '../async/job-rows.js';
import type { AsyncStore, RunTransaction, TransactionStart } from '../async/pieces.js';
import { Queue } from '../async/queue.js';
import { JobRunner } from '../async/runner.js';
import { QueuedAsync } from '../async/service.js';
import { subscriberSettings } from '../schema/subscriber-settings.js';
import { CalloutClient, type CalloutLink } from '../callout/channel.js';
import { externalCredential } from '../callout/external-credential.js';
import { remoteSites } from '../callout/remote-sites.js';
import { BlockingCallouts } from '../callout/service.js';
import { loadProject } from '../code/load.js';
import type { LoadedCode } from '../code/loaded-code.js';
import { libraryWithScripts } from '../platform/dataweave/script-types.js';
import { libraryWithFlows } from '../automation/flow/interview-types.js';
import { Automation } from '../automation/service.js';
import { createDataService, type SqliteDataService } from '../data/service.js';
import type { TransactionObserver } from '../kernel/observer.js';
import type { ApexId } from '../kernel/scalars.js';
import type { CalloutService, Org, TestContext, Transaction } from '../kernel/services.js';
import { dataObject } from '../platform/data-class.js';
import { platformLibrary } from '../platform/index.js';
import type { PlatformLibrary } from '../platform/library.js';
import { readState, writeState } from '../runtime/serialize.js';
import { mailOutbox } from '../platform/messaging/outbox.js';
import { isDetailed, keeps, type LogLevels } from '../runtime/log-levels.js';
import type { LimitSet } from '../runtime/limits.js';
import { createTransaction } from '../runtime/transaction.js';
import { loadSchema } from '../schema/load.js';
import type { ProjectMetadata } from '../schema/metadata.js';
import type { Schema } from '../schema/model.js';
import { children, text } from '../schema/xml.js';
import { callLog } from './debug/call-log.js';
import { RunLog, type WantedLog } from './debug/run-log.js';
import { ToolingData } from './tooling/tooling-data.js';
import { saveLog, TraceFlags, type TracedLog } from './tooling/trace-logs.js';
import { EmailStore } from './email-store.js';
import { orgInfo } from './org-info.js';
import { jobContexts } from './job-contexts.js';
import type { OrgHooks } from './hooks.js';
import type { OrgOptions } from './options.js';

/** How a transaction begins that is no job: a request, a test, anonymous Apex. */
export interface Beginning extends TransactionStart {
  readonly test?: TestContext;
  /** Hears each debug line as it is written. */
  readonly onDebug?: (line: string) => void;
  /** Wants the transaction's debug log, which `onLog` gets when it has ended. */
  readonly log?: WantedLog;
  /** Keeps no log even when the user is traced. */
  readonly untraced?: true;
  readonly observers?: readonly TransactionObserver[];
  /** Absent: those of its origin. */
  readonly limits?: LimitSet;
}

interface OrgPieces {
  readonly options: OrgOptions;
  readonly schema: Schema;
  readonly metadata: ProjectMetadata;
  readonly automation: Automation;
  readonly library: PlatformLibrary;
  readonly problems: readonly Error[];
  readonly code: LoadedCode;
  readonly link: CalloutLink;
  readonly hooks: OrgHooks;
}

/** A loaded project with its database: everything that Apex needs, wired together. One a thread. */
export class LocalOrg {
  readonly org: Org;
  readonly code: LoadedCode;
  readonly data: SqliteDataService;
  readonly metadata: ProjectMetadata;
  /** What of the metadata could not be read or is not supported, a sentence each; the rest is loaded. */
  readonly problems: readonly string[];
  readonly options: OrgOptions;
  readonly jobs: JobRunner;
  /** What Apex has sent. */
  readonly emails: EmailStore;
  private readonly automation: Automation;
  private readonly async: QueuedAsync;
  private readonly callouts: CalloutService;
  private readonly events: EventBus;
  private readonly hooks: OrgHooks;
  private readonly traceFlags: TraceFlags;
  private toolingData: ToolingData | undefined;

  /** Loads the project and opens the database. Throws one sentence when either cannot be read. */
  static async open(options: OrgOptions, link: CalloutLink, hooks: OrgHooks): Promise<LocalOrg> {
    const { schema, metadata, problems } = loadSchema(options.sources, options);
    const automation = new Automation(metadata);
    const scripts = libraryWithScripts(platformLibrary, metadata);
    const library = libraryWithFlows(scripts.library, automation.flows);
    const code = await loadProject({
      sources: options.sources,
      schema,
      metadata,
      library,
      cacheDir: options.cache,
      coverage: options.coverage,
      dependsOn: [...automation.flows.fingerprint, ...scripts.names]
    });
    return new LocalOrg({ options, schema, metadata, automation, library, problems, code, link, hooks });
  }

  private constructor({ options, schema, metadata, automation, library, problems, code, link, hooks }: OrgPieces) {
    this.options = options;
    this.hooks = hooks;
    this.metadata = metadata;
    this.code = code;
    const info = orgInfo(options.baseUrl, schema);
    this.automation = automation;
    this.org = {
      schema,
      code,
      info,
      metadata,
      library,
      automation,
      flows: automation,
      approvals: automation.approvals
    };
    this.data = createDataService({ schema, metadata, info, file: options.database });
    automation.approvals.attach(this.data);
    this.traceFlags = new TraceFlags(this.data.connection);
    this.problems = [
      ...new Set([...problems, ...this.data.problems, ...automation.problems].map(({ message }) => message))
    ];
    this.callouts = new BlockingCallouts({
      client: new CalloutClient(link),
      metadata,
      remoteSites: () => remoteSites(metadata),
      credential: (name) => {
        const component = metadata.component('ExternalCredential', name);
        return (
          component &&
          externalCredential(component.name, component.xml, children(component.xml, 'externalCredentialParameters'))
        );
      }
    });
    this.emails = new EmailStore(this.data.connection);
    const parts = this.asyncParts();
    this.events = new EventBus(parts);
    this.jobs = new JobRunner({ ...parts, events: this.events });
    const changes = new ChangeCapture({
      events: this.events,
      isSelected: (event) => selectedChangeEvents(metadata).has(event.toLowerCase()),
      header: (values) => dataObject('EventBus.ChangeEventHeader', values)
    });
    this.async = new QueuedAsync({ ...parts, events: this.events, changes, runner: () => this.jobs });
  }

  /** Runs an action in a transaction of its own: committed when it returns, rolled back when it throws. */
  readonly run = <V>(beginning: Beginning, action: (tx: Transaction) => V): V => {
    const { outer } = beginning;
    const test = outer?.test ?? beginning.test;
    const observers = outer?.observers ?? beginning.observers;
    const flags = test || beginning.untraced ? null : this.traceFlags;
    const log = new RunLog(flags, beginning.userId, beginning.origin.kind, beginning.log);
    const tx = createTransaction({
      org: this.org,
      user: this.data.runningUser(beginning.userId),
      data: this.data,
      async: this.async,
      callouts: this.callouts,
      origin: beginning.origin,
      ...(test && { test }),
      ...(beginning.requestId !== undefined && { requestId: beginning.requestId }),
      ...(beginning.onDebug && { onDebug: beginning.onDebug }),
      ...(log.levels && { logLevels: log.levels }),
      ...(beginning.limits && { limits: beginning.limits }),
      ...(observers && { observers })
    });
    // Inside a test, asynchronous Apex shares the test's static state, as on the platform.
    if (!outer) this.code.reset(tx);
    log.begin(tx);
    const traced = log.levels && keeps(log.levels, 'APEX_CODE', 'FINE');
    const usual = log.levels && isDetailed(log.levels) && this.code.useDetailed();
    const untrace = traced && this.code.traceCalls(callLog(tx.log, (name) => this.data.classId(name)));
    try {
      const value = action(tx);
      if (!test) this.keepMail(tx);
      this.data.commit(tx);
      if (!test) this.hooks.due(dueWork(tx));
      return value;
    } catch (error) {
      this.data.abort(tx);
      log.failed(error);
      throw error;
    } finally {
      if (untrace) untrace();
      if (usual) usual();
      this.events.afterTransaction(tx);
      const kept = log.end();
      if (kept) this.keepLog(beginning.userId, kept);
    }
  };

  /** What the log of a user's transaction keeps, whose caller wants these levels or none. */
  logLevelsOf(userId: ApexId, wanted: LogLevels | null): LogLevels {
    return wanted ?? this.traceFlags.levelsFor(userId, Date.now()) ?? {};
  }

  /**
   * Makes code ready that tells logs of these levels, or of anybody's trace flag, all that they want to hear. Awaited before what may
   * be logged begins, as transactions do not wait.
   */
  async prepareLogs(levels: LogLevels | null = null): Promise<void> {
    if ((levels && isDetailed(levels)) || this.traceFlags.someoneWants(isDetailed, Date.now())) {
      await this.code.prepareDetailed();
    }
  }

  /** The objects of the Tooling API, whose tables are made when they are first asked for. */
  get tooling(): ToolingData {
    return (this.toolingData ??= new ToolingData(this.data, this.org.schema));
  }

  /** Mail leaves with its transaction, or not at all. */
  private keepMail(tx: Transaction): void {
    const mails = mailOutbox(tx);
    if (mails.length === 0) return;
    this.data.begin(tx);
    this.emails.keep(mails);
  }

  close(): void {
    this.data.close();
  }

  private keepLog(userId: ApexId, log: TracedLog): void {
    const id = this.run({ userId, origin: { kind: 'sync' }, untraced: true }, (tx) => saveLog(this.tooling, tx, log));
    this.hooks.logged?.(id.value);
  }

  private asyncParts() {
    const { data, hooks, options } = this;
    const store: AsyncStore = {
      begin: (tx) => data.begin(tx),
      markPending: (tx) => data.markPending(tx),
      writeRow: (tx, object, id, fields) => data.writeRow(tx, object, id, fields),
      deleteRow: (tx, object, id) => data.deleteRow(tx, object, id),
      newId: (tx, keyPrefix) => data.newId(tx, keyPrefix),
      classId: (name) => data.classId(name)
    };
    return {
      store,
      connection: data.connection,
      contexts: jobContexts,
      triggers: (object: string) => [...this.code.triggers(object), ...this.automation.eventTriggers(object)],
      queue: new Queue(data.connection),
      flexQueue: new FlexQueue(data.connection, new JobRows(store)),
      state: { write: writeState, read: readState },
      finalizers: new FinalizerFiles(options.finalizers),
      run: this.run as RunTransaction,
      due: hooks.due,
      report: hooks.report,
      published: hooks.published,
      automatedProcess: (): ApexId => data.automatedProcessId,
      settings: subscriberSettings(this.metadata),
      userId: (userName: string) => data.userId(userName)
    };
  }
}

/** Change events that members of event channels select, in lower case. */
function selectedChangeEvents(metadata: ProjectMetadata): ReadonlySet<string> {
  const members = metadata.components('PlatformEventChannelMember');
  return new Set(members.flatMap(({ xml }) => text(xml, 'selectedEntity')?.toLowerCase() ?? []));
}
