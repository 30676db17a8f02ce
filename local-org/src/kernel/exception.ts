import { ApexObject, type ApexValue } from './object.js';
import type { ApexType } from './types.js';

/** One frame of an Apex stack trace. Rendered `Class.Outer.Inner.method: line 12, column 1`. */
export interface ApexFrame {
  /** `Class.Outer.Inner.method`, `Class.Foo.<init>`, `Class.Foo.<clinit>`, `Trigger.Name`, `AnonymousBlock`. */
  readonly unit: string;
  readonly line: number;
  /** Of the project that the unit belongs to. */
  readonly namespace?: string;
}

/**
 * An Apex exception value. It is thrown wrapped in `ApexThrow`, so that JavaScript's own errors (faults of the local org)
 * can never be mistaken for it. Project classes that extend Exception extend this class.
 */
export class ApexException extends ApexObject {
  /** Full name of the exception's class as getTypeName() shows it, e.g. `System.NullPointerException`, `Outer.MyException`. */
  type: ApexType;
  message: string | null;
  cause: ApexException | null;
  /** Fixed when the exception is constructed. */
  frames: readonly ApexFrame[];
  /** DmlException, QueryException and their like carry their own detail here. */
  detail: unknown;

  constructor(type: ApexType, message: string | null = null, cause: ApexException | null = null) {
    super();
    this.type = type;
    this.message = message;
    this.cause = cause;
    this.frames = captureFrames();
  }
  override apexType(): ApexType {
    return this.type;
  }
}

/** What JavaScript throws when Apex throws. `fatal` ones (limits, assertions) cannot be caught by Apex code. */
export class ApexThrow extends Error {
  readonly exception: ApexException;
  readonly fatal: boolean;
  constructor(exception: ApexException, fatal = false) {
    super(exception.message ?? '');
    this.exception = exception;
    this.fatal = fatal;
  }
}

const apexFrame = /^\s+at (?:new )?(?:async )?(.+?)(?: \[as [^\]]+\])? \(apex:\/\/([^\s)]+?):(\d+):\d+\)/;

/** Where the stack of an invocation begins (code/invocation.ts); what called it is not of the same stack. */
const invocation = /^\s+at apexInvocation \(/;

/**
 * Reads the Apex frames off the JavaScript stack, innermost first. Emitted scripts are named `apex://<unit>` (`?<namespace>` where there is one) and keep the line
 * numbers of their source, so a JavaScript frame is an Apex frame. Emitted functions are named `Outer$Inner$method`, with `_init`
 * and `_clinit` for constructors and static initialisers (see 3-emit); functions without a name, or with one that begins with `$`, are glue and no frames.
 * No more than `most` functions are looked at.
 */
export function captureFrames(most = 200): ApexFrame[] {
  const holder: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = most;
  Error.captureStackTrace(holder, captureFrames);
  Error.stackTraceLimit = limit;
  return framesOf(holder.stack ?? '');
}

/** The Apex frames in the text of a JavaScript stack, down to where their invocation began. */
export function framesOf(stack: string): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of stack.split('\n')) {
    if (invocation.test(text)) break;
    const match = apexFrame.exec(text);
    if (!match) continue;
    const name = (match[1] ?? '').slice((match[1] ?? '').lastIndexOf('.') + 1);
    const [file = '', namespace] = (match[2] ?? '').split('?');
    const unit = frameUnit(file, name);
    if (unit === undefined) continue;
    const frame = { unit, line: Number(match[3]) };
    frames.push(namespace === undefined ? frame : { ...frame, namespace });
  }
  return frames;
}

/** The unit that a function of the script `apex://<file>` is; undefined for glue. */
export function frameUnit(file: string, functionName: string): string | undefined {
  if (functionName === '' || functionName.startsWith('$') || functionName.startsWith('<')) return undefined;
  const path = functionName.split('$');
  const unit = path.map((part) => (part === '_init' ? '<init>' : part === '_clinit' ? '<clinit>' : part)).join('.');
  const script = decodeURIComponent(file);
  if (script === unit || script === 'AnonymousBlock') return unit;
  return `${script.startsWith('Trigger.') ? 'Trigger.' : 'Class.'}${unit}`;
}

/** Values attached to a thrown platform error by its factory. */
export type ExceptionDetail = ApexValue;
