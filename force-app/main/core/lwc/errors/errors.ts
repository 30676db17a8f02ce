import noAccess from '@salesforce/label/c.Handoff_NoAccess';
import noAccessNextStep from '@salesforce/label/c.Handoff_NoAccessNextStep';
import unexpected from '@salesforce/label/c.Handoff_UnexpectedError';

/** What went wrong, whose move it is, and the next step. */
export interface Problem {
  code: string;
  message: string;
  /** Sales, Finance, Admin or Automatic; null when nobody in particular. */
  owner: string | null;
  nextStep: string | null;
}

interface ErrorBody {
  message?: unknown;
  pageErrors?: { message?: unknown }[];
  fieldErrors?: Record<string, { message?: unknown }[]>;
  output?: ErrorBody & { errors?: { message?: unknown }[] };
}

/**
 * Reduces any error to one Problem: the JSON that our Apex controllers send, UI API and DML errors (several messages
 * are joined), JavaScript errors and plain text. Never throws, and never returns an empty message.
 */
export function reduceErrors(error: unknown): Problem {
  const message = messagesOf(error).join(' ').trim();
  if (/access to the Apex class/i.test(message)) {
    return { code: 'NO_ACCESS', message: noAccess, owner: 'Admin', nextStep: noAccessNextStep };
  }
  return fromController(message) ?? { code: 'UNEXPECTED', message: message || unexpected, owner: null, nextStep: null };
}

/** The next step for a place that names the owner already: sentences from Apex begin with the owner, `Finance: unblock it.` */
export function stepAlone(owner: string | null | undefined, nextStep: string | null | undefined): string {
  const prefix = `${owner ?? ''}: `;
  if (!owner || !nextStep?.startsWith(prefix)) return nextStep ?? '';
  const step = nextStep.slice(prefix.length);
  return step.charAt(0).toUpperCase() + step.slice(1);
}

function fromController(message: string): Problem | null {
  if (!message.startsWith('{')) return null;
  try {
    const sent = JSON.parse(message) as Record<string, unknown>;
    return {
      code: textOf(sent.code) ?? 'UNEXPECTED',
      message: textOf(sent.message) ?? unexpected,
      owner: textOf(sent.owner),
      nextStep: textOf(sent.nextStep)
    };
  } catch {
    return null;
  }
}

function messagesOf(error: unknown): string[] {
  if (typeof error === 'string') return [error];
  if (Array.isArray(error)) return error.flatMap(messagesOf);
  if (typeof error !== 'object' || error === null) return [];
  if ('body' in error) return Array.isArray(error.body) ? error.body.flatMap(messagesOf) : bodyMessages(error.body);
  return bodyMessages(error);
}

function bodyMessages(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  if (typeof body !== 'object' || body === null) return [];
  const { message, pageErrors, fieldErrors, output } = body as ErrorBody;
  const details = [
    ...(pageErrors ?? []),
    ...Object.values(fieldErrors ?? {}).flat(),
    ...(output?.errors ?? []),
    ...Object.values(output?.fieldErrors ?? {}).flat()
  ].flatMap((each) => textOf(each.message) ?? []);
  return details.length > 0 ? details : [textOf(message) ?? ''];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
