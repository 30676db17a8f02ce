import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { ProjectMetadata } from '../../schema/metadata.js';
import type { Schema } from '../../schema/model.js';
import type { Connection } from './connection.js';
import { migrateTables, schemaFingerprint } from './tables.js';

const seededTypes = [
  'ApexClass',
  'ApexPage',
  'ApexTrigger',
  'BusinessProcess',
  'CustomApplication',
  'CustomMetadata',
  'CustomPermission',
  'CustomTab',
  'Group',
  'ListView',
  'NamedCredential',
  'PermissionSet',
  'PermissionSetGroup',
  'Profile',
  'Queue',
  'Role',
  'StandardValueSet',
  'StaticResource',
  'assignmentRules',
  'component',
  'dashboard',
  'dashboardFolder',
  'document',
  'documentFolder',
  'email',
  'emailFolder',
  'flow',
  'network',
  'notiftype',
  'report',
  'reportFolder',
  'settings',
  'site'
];

/**
 * Brings a data file to the state that schema and metadata ask for: tables, columns, and the rows that metadata defines. A file
 * that is up to date is only looked at; of several workers that open it at once, the first does the work.
 */
export function bringUpToDate(
  connection: Connection,
  schema: Schema,
  metadata: ProjectMetadata,
  seed: () => void
): void {
  once(connection, 'fingerprint', fingerprint(schema, metadata), () => {
    migrateTables(connection, schema);
    seed();
  });
}

/** Does what a data file needs once, and files from before get too. */
export function bringAlong(connection: Connection, name: string, work: () => void): void {
  once(connection, name, 'done', work);
}

/** Makes the tables of objects that only some requests need; `name` tells them from others. */
export function bringTablesUpToDate(connection: Connection, name: string, schema: Schema): void {
  once(connection, name, schemaFingerprint(schema), () => migrateTables(connection, schema));
}

/** Does the work when the data file was not yet brought to the wanted state, and remembers that it was. */
function once(connection: Connection, name: string, wanted: string, work: () => void): void {
  if (currentState(connection, name) === wanted) return;
  connection.begin();
  try {
    if (currentState(connection, name) !== wanted) {
      work();
      connection.exec('CREATE TABLE IF NOT EXISTS "_state" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
      connection.run('INSERT INTO "_state" VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [
        name,
        wanted
      ]);
    }
    connection.commit();
  } catch (error) {
    connection.abort();
    throw error;
  }
}

function currentState(connection: Connection, name: string): string | undefined {
  const exists = connection.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_state'");
  const row = exists && connection.get('SELECT value FROM "_state" WHERE name = ?', [name]);
  return row === undefined ? undefined : String(row[0]);
}

function fingerprint(schema: Schema, metadata: ProjectMetadata): string {
  const hash = createHash('sha256').update(schemaFingerprint(schema));
  for (const type of seededTypes) {
    for (const { name, file } of metadata.components(type)) {
      for (const path of [file, file.replace(/-meta\.xml$/, '')]) {
        const found = statSync(path, { throwIfNoEntry: false });
        if (found) hash.update(`${type} ${name} ${found.mtimeMs} ${found.size}\n`);
      }
    }
  }
  return hash.digest('hex');
}
