import { findComponents, type ComponentBundle } from '../../lightning/components.js';
import { lightningApps, objectSummaries, recordPage, tabPage, type PageInputs } from '../../lightning/pages.js';
import type { Bootstrap, UserMenuEntry } from '../../lightning/protocol.js';
import { children, text, texts } from '../../schema/xml.js';
import { SObjectValue } from '../../kernel/sobject.js';
import type { AccessMode, Transaction } from '../../kernel/services.js';
import type { HttpResult } from '../worker/protocol.js';
import { quote } from './records.js';
import { HttpError, json, type RouteContext } from './route.js';

/** The user menu and the user's own permissions are read past sharing: the shell shows them to everyone. */
const systemMode: AccessMode = { mode: 'system', sharing: false };

const bundles = new WeakMap<readonly string[], readonly ComponentBundle[]>();

/** The project does not change while a worker lives, so its bundles are looked up once. */
function inputs({ tx, metadata, sources }: RouteContext): PageInputs {
  const components = bundles.get(sources) ?? findComponents(sources);
  bundles.set(sources, components);
  return { metadata, schema: tx.org.schema, access: tx.user.access, components };
}

/** GET /lightning/bootstrap */
export function bootstrap(context: RouteContext): HttpResult {
  const { tx } = context;
  const { info } = tx.org;
  const users = menu(tx);
  const self = users.find((one) => one.id === tx.user.id.value);
  const body: Bootstrap = {
    user: {
      id: tx.user.id.value,
      name: self?.name ?? tx.user.name,
      username: tx.user.userName,
      profile: tx.user.profileName,
      email: tx.user.email,
      permissionSets: assignedSets(tx),
      customPermissions: granted(context, 'CustomPermission', (name) => tx.user.access.customPermission(name)),
      userPermissions: ['ModifyAllData', 'ViewAllData', 'ViewSetup', 'CustomizeApplication', 'ManageUsers'].filter(
        (name) => tx.user.access.userPermission(name)
      ),
      timeZone: tx.user.timeZone,
      locale: tx.user.locale,
      language: tx.user.language,
      currency: tx.user.currency
    },
    users,
    org: { id: info.id.value, name: info.name, currency: info.currency, baseUrl: info.baseUrl },
    apps: lightningApps(inputs(context)),
    objects: objectSummaries(inputs(context)),
    labels: labels(context)
  };
  return json(200, body);
}

function menu(tx: Transaction): UserMenuEntry[] {
  const soql =
    'SELECT Id, Name, Username, Profile.Name FROM User WHERE IsActive = true ORDER BY CreatedDate, Name LIMIT 50';
  return rows(tx, soql).map((row) => {
    const profile = row.fields.get('Profile');
    return {
      id: fieldText(row, 'Id'),
      name: fieldText(row, 'Name'),
      username: fieldText(row, 'Username'),
      profile: profile instanceof SObjectValue ? fieldText(profile, 'Name') : ''
    };
  });
}

function assignedSets(tx: Transaction): string[] {
  const soql = `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = ${quote(tx.user.id.value)} AND PermissionSet.IsOwnedByProfile = false`;
  return rows(tx, soql).flatMap((row) => {
    const set = row.fields.get('PermissionSet');
    return set instanceof SObjectValue ? [fieldText(set, 'Name')] : [];
  });
}

const rows = (tx: Transaction, soql: string): SObjectValue[] =>
  tx.data.query(tx, tx.data.parse(tx, soql), () => null, systemMode);

function fieldText(row: SObjectValue, name: string): string {
  const value = row.fields.get(name) ?? null;
  if (value === null) return '';
  return typeof value === 'object' && 'value' in value ? String(value.value) : String(value);
}

function granted({ metadata }: RouteContext, type: string, has: (name: string) => boolean): string[] {
  return metadata
    .components(type)
    .map((component) => component.name)
    .filter(has);
}

function labels({ metadata }: RouteContext): Record<string, string> {
  const result: Record<string, string> = {};
  for (const { xml } of metadata.components('CustomLabels')) {
    for (const label of children(xml, 'labels')) {
      for (const name of texts(label, 'fullName')) result[name] = text(label, 'value') ?? '';
    }
  }
  return result;
}

/** GET /lightning/page/record/<object>?app=&formFactor= */
export function getRecordPage(context: RouteContext): HttpResult {
  const object = context.params[0] ?? '';
  const formFactor = context.query.get('formFactor') === 'Small' ? 'Small' : 'Large';
  const page = recordPage(inputs(context), object, { app: context.query.get('app') ?? undefined, formFactor });
  if (!page) throw new HttpError(404, 'NOT_FOUND', `There is no page for ${object}, or you may not read its records.`);
  return json(200, page);
}

/** GET /lightning/page/tab/<tab> */
export function getTabPage(context: RouteContext): HttpResult {
  const tab = context.params[0] ?? '';
  const page = tabPage(inputs(context), tab);
  if (!page) throw new HttpError(404, 'NOT_FOUND', `There is no tab ${tab}, or you may not see it.`);
  return json(200, page);
}
