import { readFileSync } from 'node:fs';
import type { ApexValue } from '../kernel/object.js';
import { ApexId } from '../kernel/scalars.js';
import type { Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import type { SoqlQuery } from '../soql/ast.js';
import { parseQuery } from '../soql/parse.js';

/** A user as `sf org create user --definition-file` reads it: fields of User, and profile and permission sets by name. */
export interface UserDefinition {
  readonly profileName?: string;
  readonly permsets?: readonly string[] | string;
  readonly [field: string]: unknown;
}

/** One definition a file, or a list of them. */
export function readUserDefinitions(file: string): UserDefinition[] {
  const content = JSON.parse(readFileSync(file, 'utf8')) as UserDefinition | UserDefinition[];
  return Array.isArray(content) ? content : [content];
}

const notFields = new Set(['profilename', 'permsets', 'generatepassword']);

/**
 * Makes or changes the users, found by their user name, and assigns their permission sets. What a definition leaves out gets
 * the defaults of `sf org create user`.
 */
export function seedUsers(tx: Transaction, definitions: readonly UserDefinition[]): ApexId[] {
  return definitions.map((definition) => {
    const record = userRecord(tx, definition);
    const userName = String(record.fields.get('Username') ?? '');
    const existing = idByName(tx, 'User', 'Username', userName);
    if (existing) record.fields.set('Id', existing);
    save(tx, existing ? 'update' : 'insert', record);
    const id = record.fields.get('Id') as ApexId;
    for (const set of permissionSets(definition)) assignPermissionSet(tx, id, set);
    return id;
  });
}

function userRecord(tx: Transaction, definition: UserDefinition): SObjectValue {
  const record = new SObjectValue('User');
  const userName = String(definition['Username'] ?? definition['username'] ?? '');
  if (userName === '') throw new Error('A user definition needs a Username.');
  const profile = definition.profileName ?? 'Standard User';
  const profileId = idByName(tx, 'Profile', 'Name', profile);
  if (!profileId) throw new Error(`There is no profile ${profile}.`);
  const defaults: Record<string, ApexValue> = {
    Username: userName,
    LastName: 'User',
    Email: userName,
    Alias: userName.slice(0, 8),
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ProfileId: profileId,
    IsActive: true
  };
  for (const [name, value] of Object.entries(defaults)) record.fields.set(name, value);
  for (const [name, value] of Object.entries(definition)) {
    if (notFields.has(name.toLowerCase())) continue;
    const field = tx.org.schema.field('User', name);
    if (!field) throw new Error(`User has no field ${name}.`);
    record.fields.set(field.name, typeof value === 'boolean' ? value : String(value));
  }
  return record;
}

function permissionSets({ permsets }: UserDefinition): readonly string[] {
  if (permsets === undefined) return [];
  return typeof permsets === 'string' ? permsets.split(',').map((name) => name.trim()) : permsets;
}

/** Assigns a permission set to a user who has not got it yet. */
export function assignPermissionSet(tx: Transaction, user: ApexId, name: string): void {
  const set = idByName(tx, 'PermissionSet', 'Name', name);
  if (!set) throw new Error(`There is no permission set ${name}.`);
  const query = parseQuery(
    'SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = :user AND PermissionSetId = :set'
  );
  if (select(tx, query, { user, set }).length > 0) return;
  const assignment = new SObjectValue('PermissionSetAssignment');
  assignment.fields.set('AssigneeId', user);
  assignment.fields.set('PermissionSetId', set);
  save(tx, 'insert', assignment);
}

const systemMode = { mode: 'system', sharing: false } as const;

function idByName(tx: Transaction, object: string, field: string, name: string): ApexId | undefined {
  const [found] = select(tx, parseQuery(`SELECT Id FROM ${object} WHERE ${field} = :name`), { name });
  const id = found?.fields.get('Id');
  return id instanceof ApexId ? id : undefined;
}

function select(tx: Transaction, query: SoqlQuery, binds: Readonly<Record<string, ApexValue>>): SObjectValue[] {
  return tx.data.query(tx, query, (name) => binds[name] ?? null, systemMode);
}

function save(tx: Transaction, operation: 'insert' | 'update', record: SObjectValue): void {
  tx.data.dml(tx, operation, [record], { access: systemMode, allOrNone: true });
}
