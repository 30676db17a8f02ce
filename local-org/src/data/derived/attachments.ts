import type { ObjectModel } from '../../schema/model.js';
import { isStored } from '../translate/encoding.js';

interface Part {
  readonly from: string;
  /** SQL by column; other columns are empty. */
  readonly columns: Readonly<Record<string, string>>;
}

const record = Object.fromEntries(
  ['Id', 'ParentId', 'IsDeleted', 'CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'].map((name) => [
    name,
    `a."${name}"`
  ])
);
const owned = { ...record, OwnerId: 'a."OwnerId"', IsPrivate: 'a."IsPrivate"', SystemModstamp: 'a."SystemModstamp"' };

const documents = {
  from: '"ContentDocumentLink" AS l JOIN "ContentDocument" AS d ON d."Id" = l."ContentDocumentId"',
  columns: {
    IsDeleted: 'd."IsDeleted"',
    CreatedById: 'd."CreatedById"',
    CreatedDate: 'd."CreatedDate"',
    LastModifiedById: 'd."LastModifiedById"',
    LastModifiedDate: 'd."LastModifiedDate"',
    Title: 'd."Title"',
    FileType: 'd."FileType"',
    FileExtension: 'd."FileExtension"',
    ContentSize: 'd."ContentSize"'
  }
};

/** Object Reference: NoteAndAttachment, CombinedAttachment, AttachedContentDocument. */
const parts: Readonly<Record<string, readonly Part[]>> = {
  NoteAndAttachment: [
    { from: '"Note" AS a', columns: { ...owned, Title: 'a."Title"', IsNote: '1' } },
    { from: '"Attachment" AS a', columns: { ...owned, Title: 'a."Name"', IsNote: '0' } }
  ],
  CombinedAttachment: [
    { from: '"Note" AS a', columns: { ...record, Title: 'a."Title"', RecordType: "'Note'" } },
    {
      from: '"Attachment" AS a',
      columns: { ...record, Title: 'a."Name"', RecordType: "'Attachment'", ContentSize: 'a."BodyLength"' }
    },
    {
      ...documents,
      columns: { ...documents.columns, Id: 'd."Id"', ParentId: 'l."LinkedEntityId"', RecordType: "'File'" }
    }
  ],
  AttachedContentDocument: [
    {
      ...documents,
      columns: {
        ...documents.columns,
        Id: 'l."Id"',
        LinkedEntityId: 'l."LinkedEntityId"',
        ContentDocumentId: 'd."Id"',
        SharingOption: 'd."SharingOption"'
      }
    }
  ]
};

/** The notes, attachments and files of records as a table; undefined for other objects. */
export function attachmentsSql(object: ObjectModel): string | undefined {
  const list = parts[object.name];
  if (!list) return undefined;
  const names = [...object.fields.values()].filter(isStored).map(({ name }) => name);
  const selects = list.map(({ from, columns }) => {
    const cells = names.map(
      (name) => `${columns[name] ?? (object.fields.get(name)?.type === 'boolean' ? '0' : 'NULL')} AS "${name}"`
    );
    return `SELECT ${cells.join(', ')} FROM ${from}`;
  });
  return `(${selects.join(' UNION ALL ')})`;
}
