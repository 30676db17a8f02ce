import { ApexObject, type ApexValue } from './object.js';
import type { ApexType } from './types.js';

/** One frame of an Apex stack trace. Rendered `Class.Outer.Inner.method: line 12, column 1`. */
export interface ApexFrame {
  readonly unit: string;
  readonly line: number;
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

const apexFrame = /apex:\/\/([^\s:)]+):(\d+)/;

/**
 * Reads the Apex frames off the JavaScript stack. Emitted scripts are named `apex://<unit>` and keep the line numbers of their
 * source, so a JavaScript frame is an Apex frame; its function is named after the method (see 3-emit).
 */
export function captureFrames(): ApexFrame[] {
  const holder: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  Error.captureStackTrace(holder, captureFrames);
  Error.stackTraceLimit = limit;
  const frames: ApexFrame[] = [];
  for (const text of (holder.stack ?? '').split('\n')) {
    const match = apexFrame.exec(text);
    if (!match) continue;
    const unit = decodeURIComponent(match[1] ?? '');
    const method = /at (?:new )?(?:async )?([^\s(]+) \(/.exec(text)?.[1];
    frames.push({ unit: method ? `${unit}#${method}` : unit, line: Number(match[2]) });
  }
  return frames;
}

/** Values attached to a thrown platform error by its factory. */
export type ExceptionDetail = ApexValue;
