import { ApexThrow, type ApexFrame } from '../../kernel/exception.js';
import type { TriggerContext, TriggerEvent, TriggerUnit } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { exceptionText } from '../../runtime/exceptions.js';
import { frameText } from '../../runtime/stack-trace.js';
import type { DmlEnvironment } from './environment.js';
import { alive, idOf, type DmlRow } from './row.js';

/** https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm: recursion of insert, update and delete */
const maximumDepth = 16;

/** True when the project has a trigger for this event: only then the records have to be read again. */
export function hasTriggers(env: DmlEnvironment, event: TriggerEvent): boolean {
  return env.tx.org.code.triggers(env.object.name).some((unit) => unit.events.has(event));
}

/** Runs the triggers of an event over the rows that are still alive, and collects what addError said. */
export function runTriggers(env: DmlEnvironment, event: TriggerEvent, rows: readonly DmlRow[]): void {
  const { tx, object } = env;
  const units = tx.org.code.triggers(object.name).filter((unit) => unit.events.has(event));
  const living = alive(rows);
  if (units.length === 0 || living.length === 0) return;
  const nested = tx.triggerStack.length > 0 && env.access.sharing;
  const context = { ...contextOf(event, object.name, living), ...(nested && { sharing: true }) };
  if (tx.triggerStack.length >= maximumDepth) {
    const message = `${units[0]?.name}: maximum trigger depth exceeded\n${depthText([...tx.triggerStack, context])}`;
    for (const row of living) row.fail(activation, message);
    return;
  }
  tx.triggerStack.push(context);
  try {
    for (const unit of units) if (!runUnit(env, unit, context, living)) return;
  } finally {
    tx.triggerStack.pop();
  }
  for (const row of living) collectErrors(row, event.endsWith('delete') && row.old ? row.old : row.record);
}

/** Each trigger on the way, innermost first, with the records it runs for where they have ids. */
function depthText(stack: readonly TriggerContext[]): string {
  const lines = [...stack].reverse().map(({ event, object, newRecords, oldRecords }) => {
    const ids = (newRecords ?? oldRecords ?? []).flatMap((record) => idOf(record)?.value.slice(0, 15) ?? []);
    return `${object} trigger event ${phaseOf(event)}${ids.length > 0 ? ` for [${ids.join(', ')}]` : ''}`;
  });
  return lines.join('\n');
}

/**
 * A record that a before trigger, or a delete trigger, is about cannot be changed or deleted by that trigger. Rows of such records
 * fail, with the trigger's name.
 */
export function refuseSelfReference(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  const busy = new Map<string, string>();
  for (const { event, object, oldRecords } of env.tx.triggerStack) {
    if (object !== env.object.name || event === 'after update') continue;
    const name = env.tx.org.code.triggers(object).find((unit) => unit.events.has(event))?.name ?? object;
    for (const record of oldRecords ?? []) busy.set(idOf(record)?.value ?? '', name);
  }
  if (busy.size === 0) return;
  for (const row of alive(rows)) {
    const trigger = row.id && busy.get(row.id.value);
    if (!row.id || trigger === undefined) continue;
    const message = `Object (id = ${row.id.value.slice(0, 15)}) is currently in trigger ${trigger}, therefore it cannot recursively update itself`;
    row.fail('SELF_REFERENCE_FROM_TRIGGER', message);
  }
}

const phaseOf = (event: TriggerEvent): string =>
  event.replace(/(^|\s)(\w)/g, (_, _space, letter: string) => letter.toUpperCase());

const activation = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY';

function runUnit(env: DmlEnvironment, unit: TriggerUnit, context: TriggerContext, rows: readonly DmlRow[]): boolean {
  try {
    unit.run(env.tx, context);
    return true;
  } catch (error) {
    if (!(error instanceof ApexThrow) || error.fatal) throw error;
    const phase = phaseOf(context.event);
    const trace = traceWithin(unit.name, error.exception.frames);
    const { namespace } = env.tx.org.info;
    const name = namespace === '' ? unit.name : `${namespace}.${unit.name}`;
    const message = `${name}: execution of ${phase}\n\ncaused by: ${exceptionText(error.exception)}\n\n${trace}`;
    for (const row of rows) row.fail(activation, message);
    return false;
  }
}

function contextOf(event: TriggerEvent, object: string, rows: readonly DmlRow[]): TriggerContext {
  const deleting = event.endsWith(' delete');
  const hasOld = deleting || event.endsWith(' update');
  const olds = rows.flatMap((row) => (row.old ? [row.old] : []));
  for (const old of olds) old.readOnly = true;
  const after = event.startsWith('after');
  for (const row of rows) row.record.readOnly = after;
  return {
    event,
    object,
    newRecords: deleting ? null : rows.map((row) => row.record),
    oldRecords: hasOld ? olds : null
  };
}

function collectErrors(row: DmlRow, record: SObjectValue): void {
  for (const { message, field } of record.errors ?? []) {
    row.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === undefined ? [] : [field]);
  }
  record.errors = undefined;
}

/** The stack of what a trigger has run: it ends with the trigger, whoever has saved the records (seen in messages of orgs). */
function traceWithin(trigger: string, frames: readonly ApexFrame[]): string {
  const end = frames.findIndex((frame) => frame.unit === `Trigger.${trigger}`);
  return (end < 0 ? frames : frames.slice(0, end + 1)).map(frameText).join('\n');
}
