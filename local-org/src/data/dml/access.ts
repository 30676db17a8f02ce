import { isChildList, SObjectValue } from '../../kernel/sobject.js';
import { ApexException, ApexThrow } from '../../kernel/exception.js';
import { securityException } from '../../runtime/exceptions.js';
import { TranslationContext } from '../translate/context.js';
import { QueryFormulas } from '../formula/query-formulas.js';
import { editableSql } from '../visibility.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

type Kind = 'create' | 'edit' | 'delete';
const verbs: Readonly<Record<Kind, string>> = { create: 'INSERT', edit: 'UPDATE', delete: 'DELETE' };

/** User mode: the right to the object. Without read access its very existence is denied. */
export function checkObjectAccess(env: DmlEnvironment, kind: Kind, verb = verbs[kind]): void {
  if (env.access.mode !== 'user') return;
  const { access } = env.tx.user;
  const { name } = env.object;
  if (!access.objectAccess(name, 'read')) throw securityException(`Access to entity '${name}' denied`);
  if (!access.objectAccess(name, kind)) throw securityException(`DML operation ${verb} not allowed on ${name}`);
}

/** User mode: the right to each field that the caller set. */
export function checkFieldAccess(env: DmlEnvironment, row: DmlRow): void {
  if (env.access.mode !== 'user') return;
  const hidden = [...row.input.fields].flatMap(([name, value]) => {
    if (value instanceof SObjectValue || isChildList(value)) return [];
    const field = env.schema.field(env.object.name, name);
    const writable = field && (row.old ? field.updateable : field.createable);
    return writable && !env.tx.user.access.fieldAccess(env.object.name, name, 'edit') ? [name] : [];
  });
  if (hidden.length > 0) row.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', inaccessibleFields(env), hidden);
}

const inaccessibleFields = (env: DmlEnvironment): string =>
  `Operation failed due to fields being inaccessible on Sobject ${env.object.name}, check errors on Exception or Result!`;

/** The platform's DmlException for inaccessible fields has that text and nothing before it. */
export function withPlainText(thrown: ApexThrow, env: DmlEnvironment, rows: readonly DmlRow[]): ApexThrow {
  const text = inaccessibleFields(env);
  if (!rows.some((row) => row.errors[0]?.message === text)) return thrown;
  const plain = new ApexThrow(new ApexException(thrown.exception.type, text));
  plain.exception.detail = thrown.exception.detail;
  return plain;
}

/** With sharing: rows that the user may not change. */
export function checkSharing(env: DmlEnvironment, rows: readonly DmlRow[]): void {
  if (env.access.mode !== 'user' && !env.access.sharing) return;
  const context = new TranslationContext({
    schema: env.schema,
    user: env.tx.user,
    now: env.tx.now(),
    binds: () => null,
    allRows: true,
    visibility: () => undefined,
    formulas: new QueryFormulas(env),
    computed: env.computed,
    touched: () => undefined
  });
  const condition = editableSql(env.tx.user, env.object, 't', context);
  if (condition === undefined) return;
  const ids = context.param(JSON.stringify(rows.map((row) => row.id?.value)));
  const editable = env.connection.all(
    `SELECT t."Id" FROM "${env.object.name}" AS t WHERE t."Id" IN (SELECT value FROM json_each(${ids})) AND ${condition}`,
    context.params
  );
  const allowed = new Set(editable.map(([id]) => String(id)));
  for (const row of rows) {
    if (row.failed || !row.id || allowed.has(row.id.value)) continue;
    row.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}
