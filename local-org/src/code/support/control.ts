import type { ApexException } from '../../kernel/exception.js';
import { ApexThrow, captureFrames, framesOf } from '../../kernel/exception.js';
import { ApexList, ApexSet } from '../../kernel/collections.js';
import type { ApexObject, ApexValue } from '../../kernel/object.js';
import type { AccessMode, ClassInfo, Transaction } from '../../kernel/services.js';
import { ApexId } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { callMethod } from '../../runtime/dispatch.js';
import { nearDeepest } from '../../3-emit/names.js';
import { limitException, nullPointer } from '../../runtime/exceptions.js';
import type { InstanceFunction } from '../../platform/define.js';
import type { ApexClass, ApexFunction } from '../class-table.js';

/** Exceptions, iteration and calls of emitted code. */

/**
 * The Apex exception that a catch clause may see. Limits, failed assertions and faults of the local org are thrown on.
 * JavaScript's own stack overflow is the platform's depth limit.
 */
export function caught(error: unknown): ApexException {
  const known = asApexThrow(error);
  if (known instanceof ApexThrow && !known.fatal) return known.exception;
  throw known;
}

/** Whether catch and finally blocks are passed by. */
export function isUncatchable(error: unknown): boolean {
  const known = asApexThrow(error);
  return !(known instanceof ApexThrow) || known.fatal;
}

const tooDeep = 'Maximum stack depth reached: 1001';

/** JavaScript's refusals of a value that is larger than it can hold at all: half a gigabyte of text, four billion elements. */
const tooLarge = /^(?:Invalid (?:string|array) length|Invalid count value|Array buffer allocation failed)/;

/** Turns a stack overflow and a value beyond all bounds into the LimitException that they are on the platform; anything else stays. */
export function asApexThrow(error: unknown): unknown {
  if (!(error instanceof RangeError)) return error;
  if (error.message.startsWith('Maximum call stack size')) {
    const thrown = limitException(tooDeep);
    thrown.exception.frames = framesOf(error.stack ?? '');
    return thrown;
  }
  return tooLarge.test(error.message) ? limitException(`Apex heap size too large: ${2 ** 29}`) : error;
}

/** Total depth of calls, all kinds of Apex frames together; no page has the figure, the text of the exception does. */
const deepest = 1000;

/** How many frames the methods that do not count themselves have on the stack, by transaction. */
const uncounted = new WeakMap<Transaction, number>();

/**
 * Called where many calls are under way: the stack is read once, when the count comes near to the limit, for the frames
 * of methods that cannot recurse and are not counted (3-emit/call-graph).
 */
export function checkDepth(tx: Transaction): void {
  if (tx.callDepth === nearDeepest + 1) uncounted.set(tx, captureFrames(20 * deepest).length - tx.callDepth);
  if (tx.callDepth + (uncounted.get(tx) ?? 0) <= deepest) return;
  const thrown = limitException(tooDeep);
  // The call that is one too many fails where it stands: its own frame is not there yet.
  thrown.exception.frames = thrown.exception.frames.slice(1);
  throw thrown;
}

/** Element by element, as the iterator gives them. */
export function* iterateLazily(tx: Transaction, source: ApexObject): Generator<ApexValue> {
  if (source instanceof ApexList || source instanceof ApexSet) {
    source.loops++;
    try {
      yield* source instanceof ApexList ? source.items : [...source.entries.values()];
    } finally {
      source.loops--;
    }
    return;
  }
  const iterator = callMethod(tx, source, 'iterator');
  if (iterator === null) throw nullPointer();
  while (callMethod(tx, iterator as ApexObject, 'hasNext') === true)
    yield callMethod(tx, iterator as ApexObject, 'next');
}

/** Calls the project's override of a library method when the object has one, otherwise the library. */
export function virtualCall(
  tx: Transaction,
  self: ApexObject,
  key: string,
  implementation: InstanceFunction,
  ...args: ApexValue[]
): ApexValue | undefined | void {
  const own = (self as unknown as Record<string, ApexFunction | undefined>)[key];
  if (own) return own.apply(self, [tx, ...args]);
  return implementation(tx, self as never, ...(args as never[]));
}

/** The constructors that each exception class has without declaring them. */
export function newException(
  tx: Transaction,
  of: ApexClass,
  message: string | null,
  cause: ApexException | null
): ApexException {
  of.$s(tx);
  const exception = new of() as ApexException;
  of.prototype[`$fields$${of.className.replaceAll('.', '$')}`]?.call(exception, tx);
  return initException(exception, message, cause);
}

/** Without a message an exception shows that of its cause. */
export function initException(
  exception: ApexException,
  message: string | null,
  cause: ApexException | null
): ApexException {
  exception.message = message ?? cause?.message ?? null;
  exception.cause = cause;
  return exception;
}

/**
 * System.runAs: the record may be new to the transaction, so its user is loaded now; one that was not inserted yet is. A Version (runAs
 * for packages) changes nothing.
 */
export function runAs(tx: Transaction, user: SObjectValue | null): void {
  if (user === null) throw nullPointer();
  // Execution Governors and Limits: System.runAs is a DML statement.
  tx.limits.add('dmlStatements', 1);
  if (!('fields' in user)) return;
  if (!user.fields.get('Id')) insertUser(tx, user);
  const id = user.fields.get('Id');
  if (id instanceof ApexId) tx.user = { ...tx.data.runningUser(id), inRunAs: true };
}

/** It counts as no statement of its own, and not among the objects that may not be mixed. */
function insertUser(tx: Transaction, user: SObjectValue): void {
  tx.limits.push();
  const before = tx.user;
  tx.user = { ...before };
  try {
    tx.data.dml(tx, 'insert', [user], { access: { mode: 'system', sharing: false }, allOrNone: true });
  } finally {
    tx.user = before;
    tx.limits.pop();
  }
}

/** Finds the class of the nearest Apex frame that says something about access. */
export type FrameClass = (unit: string) => ApexClass | undefined;

/**
 * Sharing of a statement in a class without its own keyword: that of the nearest caller that has one, or of the trigger that calls. What
 * nobody called follows sharing when its class inherits it, and in Aura and web components (Apex Developer Guide, "Use the with
 * sharing, without sharing, and inherited sharing Keywords").
 */
export function callerSharing(tx: Transaction, find: FrameClass): boolean {
  let outermost: ClassInfo['sharing'] = 'none';
  for (const { unit } of captureFrames()) {
    if (unit.startsWith('Trigger.')) return triggerSharing(tx);
    const of = find(unit);
    if (!of) continue;
    const { sharing, apiVersion } = of.artifact.info;
    if (sharing === 'with') return true;
    if (sharing === 'without') return false;
    if (sharing === 'none' && apiVersion >= 67) return true;
    outermost = sharing;
  }
  return outermost === 'inherited' || tx.origin.kind === 'aura';
}

/** Triggers run without sharing, but for those that DML of another trigger's doing fires in user mode or from a class with sharing. */
export const triggerSharing = (tx: Transaction): boolean =>
  tx.triggerStack[tx.triggerStack.length - 1]?.sharing === true;

/** What a library call does without an access level of its own: user mode as of API version 67, except in triggers. */
export function callerAccess(tx: Transaction, find: FrameClass): AccessMode {
  const [nearest] = captureFrames();
  const unit = nearest?.unit ?? '';
  const apiVersion = find(unit)?.artifact.info.apiVersion ?? 0;
  const user = apiVersion >= 67 && !unit.startsWith('Trigger.');
  return { mode: user ? 'user' : 'system', sharing: user || callerSharing(tx, find) };
}
