import { ApexList } from '../../kernel/collections.js';
import { ApexId } from '../../kernel/scalars.js';
import { insertRow } from './insert-row.js';
import { get, set, textAt, type StandardRule } from './rule.js';

/** The lists of recipients of an email and the kind of relation that each of their ids becomes. */
const recipients = { ToIds: 'ToAddress', CcIds: 'CcAddress', BccIds: 'BccAddress' } as const;

/** Each id of a recipient list is "linked to an EmailMessageRelation record" (Object Reference, "EmailMessage"). */
export const emailMessage: StandardRule = {
  /** The name is the beginning of the subject. */
  complete(_env, rows) {
    for (const { record } of rows) set(record, 'Name', (textAt(record, 'Subject') ?? '[No Subject]').slice(0, 255));
  },
  saved(env, rows) {
    for (const { record, id, created } of rows) {
      if (!created || !id) continue;
      for (const [field, type] of Object.entries(recipients)) {
        const ids = get(record, field);
        for (const recipient of ids instanceof ApexList ? ids.items : []) {
          const related = ApexId.parse(String(recipient));
          if (!related) continue;
          insertRow(env, 'EmailMessageRelation', {
            EmailMessageId: id.value,
            RelationId: related.value,
            RelationType: type,
            RelationObjectType: env.schema.objectByPrefix(related.value.slice(0, 3))?.name ?? null
          });
        }
      }
    }
  }
};
