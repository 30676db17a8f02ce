import type { DmlError } from '../../kernel/services.js';

/** An approval request that is refused. */
export class ApprovalRefusal extends Error {
  readonly error: DmlError;
  constructor(code: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.error = { code, message, fields };
  }
}
