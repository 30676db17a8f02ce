import type { ApexException, ApexFrame } from '../kernel/exception.js';

/** One line of a stack trace: `Class.Orders.Line.total: line 12, column 1`. Columns are always 1: the byte code of the platform has lines only. */
export function frameText({ unit, line, namespace }: ApexFrame): string {
  const full = namespace === undefined ? unit : unit.replace('.', `.${namespace}.`);
  return `${full}: line ${line}, column 1`;
}

/** What getStackTraceString answers, innermost frame first; an empty text when no Apex code was running. */
export function stackTraceText(exception: ApexException): string {
  return exception.frames.map(frameText).join('\n');
}

/** Line on which the exception was made, 0 when it was made outside of Apex code. */
export function exceptionLine(exception: ApexException): number {
  return exception.frames[0]?.line ?? 0;
}
