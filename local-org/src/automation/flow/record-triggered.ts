import type { AutomatedChange, AutomatedRow } from '../../kernel/automation.js';
import type { ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { same } from '../compare.js';
import { satisfies } from '../logic.js';
import { systemAccess } from '../records.js';
import { copied } from '../values.js';
import { compare } from './conditions.js';
import { triggerFailure } from './fault.js';
import { Interview, type TriggeringRecord } from './interview.js';
import type { FlowModel } from './model.js';
import { heldBefore } from './prior.js';
import { runInterviews } from './run.js';
import { Scope } from './scope.js';
import { initialize } from './steps.js';
import type { FlowWorld } from './world.js';

/** Flows inside flows that records trigger; the platform refuses deeper triggers too. */
const maximumDepth = 16;
const depthKey = {};

/** Runs a flow for the records of a save or deletion that meet its entry conditions. */
export function runTriggered(tx: Transaction, flow: FlowModel, change: AutomatedChange, world: FlowWorld): void {
  const beforeSave = flow.start.triggerType === 'RecordBeforeSave';
  const interviews = change.rows.flatMap((row) => {
    const record = beforeSave
      ? row.record
      : (copied(change.operation === 'delete' ? row.old : row.record) as SObjectValue);
    const prior = change.operation === 'update' ? row.old : null;
    const interview = new Interview(flow, accessOf(flow), { row, record, prior, beforeSave });
    return enters(tx, interview) ? [interview] : [];
  });
  if (interviews.length > 0) nested(tx, flow, interviews, world);
}

const accessOf = ({ runInMode }: FlowModel) =>
  runInMode === 'SystemModeWithSharing' ? ({ mode: 'system', sharing: true } as const) : systemAccess;

function nested(tx: Transaction, flow: FlowModel, interviews: readonly Interview[], world: FlowWorld): void {
  const depth = tx.slot(depthKey, () => ({ now: 0 }));
  if (depth.now >= maximumDepth) {
    for (const { trigger } of interviews) trigger?.row.fail('CANNOT_EXECUTE_FLOW_TRIGGER', tooDeep(flow));
    return;
  }
  depth.now++;
  try {
    for (const interview of interviews) initialize(new Scope(tx, interview), recordVariables(interview));
    runInterviews(tx, interviews, world);
  } finally {
    depth.now--;
  }
  for (const { trigger, fault } of interviews)
    if (fault) trigger?.row.fail('CANNOT_EXECUTE_FLOW_TRIGGER', triggerFailure(flow.label, fault));
}

const tooDeep = ({ label }: FlowModel): string =>
  `We can't save this record because the “${label}” process failed. Maximum trigger depth exceeded.`;

/** A process has the record and its former state in variables of its own. */
function recordVariables({ flow, trigger }: Interview): ReadonlyMap<string, ApexValue> {
  const { process } = flow.start;
  if (!process || !trigger) return new Map();
  const values = new Map<string, ApexValue>([[process.current.toLowerCase(), trigger.record]]);
  if (process.old !== undefined) values.set(process.old.toLowerCase(), trigger.prior);
  return values;
}

/** Whether the record meets the entry conditions, and has come to meet them when the flow asks for that. */
function enters(tx: Transaction, interview: Interview): boolean {
  const scope = new Scope(tx, interview);
  const { start } = interview.flow;
  const meets = (): boolean => meetsStart(scope, interview.flow);
  if (!meets()) return false;
  return !start.onlyWhenChangedToMeet || !heldBefore(scope, meets);
}

function meetsStart(scope: Scope, { start }: FlowModel): boolean {
  if (start.formula) return scope.formula(start.formula) === true;
  const { trigger } = scope.interview;
  return satisfies(start.logic, start.filters.length, (i) => {
    const filter = start.filters[i];
    if (!filter) return true;
    const path = filter.field.split('.');
    const value = scope.walk(trigger?.record ?? null, path);
    if (filter.operator === 'IsChanged')
      return isChanged(scope, trigger, path) === (scope.value(filter.value) !== false);
    return compare(scope.tx, filter.operator, value, scope.value(filter.value));
  });
}

function isChanged(scope: Scope, trigger: TriggeringRecord | undefined, path: readonly string[]): boolean {
  const before = trigger?.prior ? scope.walk(trigger.prior, path) : null;
  return !same(scope.tx, scope.walk(trigger?.record ?? null, path), before);
}

/** Runs flows for platform events: an interview each. An unhandled fault ends that interview only. */
export function runForEvents(
  tx: Transaction,
  flow: FlowModel,
  events: readonly SObjectValue[],
  world: FlowWorld
): void {
  const interviews = events.flatMap((record) => {
    const row: AutomatedRow = { id: null, record, old: null, failed: false, fail: () => undefined };
    const interview = new Interview(flow, accessOf(flow), { row, record, prior: null, beforeSave: false });
    return enters(tx, interview) ? [interview] : [];
  });
  for (const interview of interviews) initialize(new Scope(tx, interview), new Map());
  runInterviews(tx, interviews, world);
}
