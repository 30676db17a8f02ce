import { randomBytes } from 'node:crypto';
import { ApexBlob, ApexId } from '../../kernel/scalars.js';
import type { DmlEnvironment } from '../dml/environment.js';
import type { DmlRow } from '../dml/row.js';
import { insertRow } from './insert-row.js';
import { get, idAt, lookUp, set, textAt, type StandardRule } from './rule.js';

/** A file version makes its document, becomes the latest version of it, and is linked to where it was first published. */
export const contentVersion: StandardRule = {
  complete(env, rows) {
    for (const row of rows) {
      const { record } = row;
      const path = textAt(record, 'PathOnClient') ?? '';
      const extension = /\.([^./\\]+)$/.exec(path)?.[1] ?? null;
      if (get(record, 'Title') === null)
        set(record, 'Title', path.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '') || null);
      set(record, 'FileExtension', extension);
      set(record, 'FileType', fileType(extension));
      const data = get(record, 'VersionData');
      if (data instanceof ApexBlob) set(record, 'ContentSize', data.bytes.length);
      if (row.old !== null) continue;
      if (get(record, 'ContentDocumentId') === null) set(record, 'ContentDocumentId', newDocument(env, row));
      const document = idAt(record, 'ContentDocumentId');
      const earlier = env.connection.get('SELECT COUNT(*) FROM "ContentVersion" WHERE "ContentDocumentId" = ?', [
        document
      ]);
      set(record, 'VersionNumber', String(Number(earlier?.[0] ?? 0) + 1));
      set(record, 'IsLatest', true);
    }
  },
  saved(env, rows) {
    for (const row of rows) if (row.created && row.id) publish(env, row, row.id.value);
  }
};

/**
 * A content delivery has its links from the start (Object Reference, "ContentDistribution"). A link to the file itself is there where the
 * original may be downloaded (which it may where the caller does not say, as a public suite has it), one to its PDF where that is allowed and the file is one. The shape of the addresses is from memory.
 */
export const contentDistribution: StandardRule = {
  complete(env, rows) {
    for (const { record, old, input } of rows) {
      if (old !== null) continue;
      if (!input.fields.has('PreferencesAllowOriginalDownload')) set(record, 'PreferencesAllowOriginalDownload', true);
      const version = idAt(record, 'ContentVersionId');
      const stored = version === null ? undefined : lookUp(env, 'ContentVersion', version, versionColumns);
      if (stored?.[0]) set(record, 'ContentDocumentId', ApexId.parse(String(stored[0])) ?? null);
      const query = `?oid=${env.tx.org.info.id.value.slice(0, 15)}&d=/a/${randomBytes(24).toString('base64url')}`;
      const base = env.tx.org.info.baseUrl;
      set(record, 'DistributionPublicUrl', `${base}/sfc/p/${query}`);
      set(record, 'ViewCount', 0);
      if (get(record, 'PreferencesAllowOriginalDownload') === true) {
        set(record, 'ContentDownloadUrl', `${base}/sfc/dist/version/download/${query}&asPdf=false`);
      }
      if (get(record, 'PreferencesAllowPDFDownload') === true && stored?.[1] === 'PDF') {
        set(record, 'PdfDownloadUrl', `${base}/sfc/dist/version/download/${query}&asPdf=true`);
      }
      if (get(record, 'PreferencesPasswordRequired') === true)
        set(record, 'Password', randomBytes(6).toString('base64url'));
    }
  }
};

const versionColumns = ['ContentDocumentId', 'FileType'];

/** The platform's own names for office documents; other files are called by their extension. */
const fileTypes: Readonly<Record<string, string>> = {
  doc: 'WORD',
  docx: 'WORD_X',
  htm: 'HTML',
  ppt: 'POWER_POINT',
  pptx: 'POWER_POINT_X',
  txt: 'TEXT',
  xls: 'EXCEL',
  xlsx: 'EXCEL_X'
};

function fileType(extension: string | null): string {
  if (extension === null) return 'UNKNOWN';
  return fileTypes[extension.toLowerCase()] ?? extension.toUpperCase();
}

function newDocument(env: DmlEnvironment, { record }: DmlRow): ApexId | null {
  return insertRow(env, 'ContentDocument', {
    Title: textAt(record, 'Title'),
    OwnerId: idAt(record, 'OwnerId') ?? env.tx.user.id.value
  });
}

function publish(env: DmlEnvironment, { record }: DmlRow, id: string): void {
  const document = idAt(record, 'ContentDocumentId');
  env.connection.run('UPDATE "ContentVersion" SET "IsLatest" = ("Id" = ?1) WHERE "ContentDocumentId" = ?2', [
    id,
    document
  ]);
  env.connection.run(
    'UPDATE "ContentDocument" SET "LatestPublishedVersionId" = ?, "Title" = ?, "FileType" = ?, "FileExtension" = ?, "ContentSize" = ? WHERE "Id" = ?',
    [
      id,
      textAt(record, 'Title'),
      textAt(record, 'FileType'),
      textAt(record, 'FileExtension'),
      Number(get(record, 'ContentSize') ?? 0),
      document
    ]
  );
  const places = new Set([idAt(record, 'OwnerId'), idAt(record, 'FirstPublishLocationId')]);
  for (const place of places) {
    const linked = env.connection.get(
      'SELECT 1 FROM "ContentDocumentLink" WHERE "ContentDocumentId" = ? AND "LinkedEntityId" = ?',
      [document, place]
    );
    if (place === null || linked) continue;
    insertRow(env, 'ContentDocumentLink', {
      ContentDocumentId: document,
      LinkedEntityId: place,
      ShareType: place.startsWith('005') ? 'I' : 'V',
      Visibility: 'AllUsers'
    });
  }
}
