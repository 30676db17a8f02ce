import { ApexBlob } from '../../kernel/scalars.js';
import { get, set, type StandardRule } from './rule.js';

/** Attachments and documents say how many bytes they hold. */
export const bodyLength: StandardRule = {
  complete(_env, rows) {
    for (const { record } of rows) {
      const body = get(record, 'Body');
      set(record, 'BodyLength', body instanceof ApexBlob ? body.bytes.length : 0);
    }
  }
};
