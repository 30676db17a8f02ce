import type { ApexException } from '../kernel/exception.js';
import { ApexObject } from '../kernel/object.js';
import type { ApexId } from '../kernel/scalars.js';
import type { ApexType } from '../kernel/types.js';
import { platformClass } from './define.js';
import { enumConstant } from './enums.js';
import { virtual } from './object.js';

/** What the platform hands to asynchronous project code. One class serves all of them: they are ids under different names. */
export class JobContext extends ApexObject {
  private readonly type: string;
  readonly jobId: ApexId | null;
  readonly childJobId: ApexId | null;
  constructor(type: string, jobId: ApexId | null, childJobId: ApexId | null = null) {
    super();
    this.type = type;
    this.jobId = jobId;
    this.childJobId = childJobId;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: this.type, args: [] };
  }
}

export interface FinalizerOutcome {
  readonly jobId: ApexId;
  readonly requestId: string;
  readonly result: 'SUCCESS' | 'UNHANDLED_EXCEPTION';
  readonly exception: ApexException | null;
}

export class FinalizerContextObject extends ApexObject {
  readonly outcome: FinalizerOutcome;
  constructor(outcome: FinalizerOutcome) {
    super();
    this.outcome = outcome;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'FinalizerContext', args: [] };
  }
}

export const queueableContext = (jobId: ApexId): ApexObject => new JobContext('QueueableContext', jobId);
export const schedulableContext = (triggerId: ApexId | null): ApexObject =>
  new JobContext('SchedulableContext', triggerId);
export const batchableContext = (jobId: ApexId | null, childJobId: ApexId | null = null): ApexObject =>
  new JobContext('Database.BatchableContext', jobId, childJobId);
export const finalizerContext = (outcome: FinalizerOutcome): ApexObject => new FinalizerContextObject(outcome);

const marker = (name: string) => platformClass({ name, kind: 'interface', members: {} });

/** Interfaces and contexts of asynchronous Apex. */
export const asyncClasses = [
  platformClass({
    name: 'System.Queueable',
    kind: 'interface',
    members: { 'void execute(QueueableContext context)': virtual('execute') }
  }),
  platformClass({
    name: 'System.QueueableContext',
    kind: 'interface',
    members: { 'Id getJobId()': (_tx, self: JobContext) => self.jobId }
  }),
  platformClass({
    name: 'System.Schedulable',
    kind: 'interface',
    members: { 'void execute(SchedulableContext context)': virtual('execute') }
  }),
  platformClass({
    name: 'System.SchedulableContext',
    kind: 'interface',
    members: { 'Id getTriggerId()': (_tx, self: JobContext) => self.jobId }
  }),
  platformClass({
    name: 'System.Finalizer',
    kind: 'interface',
    members: { 'void execute(FinalizerContext context)': virtual('execute') }
  }),
  platformClass({
    name: 'System.FinalizerContext',
    kind: 'interface',
    members: {
      'Id getAsyncApexJobId()': (_tx, self: FinalizerContextObject) => self.outcome.jobId,
      'Exception getException()': (_tx, self: FinalizerContextObject) => self.outcome.exception,
      'String getRequestId()': (_tx, self: FinalizerContextObject) => self.outcome.requestId,
      'ParentJobResult getResult()': (_tx, self: FinalizerContextObject) =>
        enumConstant('ParentJobResult', self.outcome.result)
    }
  }),
  platformClass({
    name: 'Database.Batchable',
    kind: 'interface',
    typeParameters: ['T'],
    // `start` gives a QueryLocator or an Iterable<T>; Object stands for both.
    members: {
      'Object start(Database.BatchableContext context)': virtual('start'),
      'void execute(Database.BatchableContext context, List<T> scope)': virtual('execute'),
      'void finish(Database.BatchableContext context)': virtual('finish')
    }
  }),
  platformClass({
    name: 'Database.BatchableContext',
    kind: 'interface',
    members: {
      'Id getJobId()': (_tx, self: JobContext) => self.jobId,
      'Id getChildJobId()': (_tx, self: JobContext) => self.childJobId
    }
  }),
  marker('Database.Stateful'),
  marker('Database.AllowsCallouts'),
  marker('Database.RaisesPlatformEvents')
];
