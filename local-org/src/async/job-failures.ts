import type { ApexThrow } from '../kernel/exception.js';
import { exceptionTypeName } from '../runtime/exceptions.js';
import { stackTraceText } from '../runtime/stack-trace.js';
import type { JobFailure } from './pieces.js';

/** The exception in the form in which jobs keep it. */
export function failureOf(thrown: ApexThrow): JobFailure {
  const { exception } = thrown;
  return {
    type: exceptionTypeName(exception.type),
    message: exception.message ?? '',
    stackTrace: stackTraceText(exception),
    frames: exception.frames
  };
}

/** A limit that the job has exceeded comes as an AsyncException that tells it, with its place. */
export function asFinalizersSee(failure: JobFailure): JobFailure {
  if (failure.type !== 'System.LimitException') return failure;
  const message = [`${failure.type}: ${failure.message}`, failure.stackTrace].filter(Boolean).join('\n');
  return { ...failure, type: 'System.AsyncException', message };
}
