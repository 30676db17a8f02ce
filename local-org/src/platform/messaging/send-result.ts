import { ApexList } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { DmlError } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { DatabaseError } from '../database/results.js';

/** Messaging.SendEmailResult. */
export class SendResult extends ApexObject {
  readonly error: DmlError | undefined;
  constructor(error: DmlError | undefined) {
    super();
    this.error = error;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Messaging.SendEmailResult', args: [] };
  }
  errors(): ApexList {
    const type: ApexType = { kind: 'platform', name: 'Messaging.SendEmailError', args: [] };
    return new ApexList(type, this.error ? [new SendError(this.error)] : []);
  }
}

class SendError extends DatabaseError {
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Messaging.SendEmailError', args: [] };
  }
}
