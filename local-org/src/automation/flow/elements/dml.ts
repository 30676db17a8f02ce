import { ApexList } from '../../../kernel/collections.js';
import { ApexThrow } from '../../../kernel/exception.js';
import type { ApexValue } from '../../../kernel/object.js';
import { ApexId } from '../../../kernel/scalars.js';
import type { DmlOperation } from '../../../kernel/services.js';
import { SObjectValue } from '../../../kernel/sobject.js';
import { T } from '../../../kernel/types.js';
import { copied } from '../../values.js';
import { setField, write } from '../assign.js';
import { FlowFault, statementFault } from '../fault.js';
import type { CreateNode, DeleteNode, FieldAssignment, UpdateNode } from '../model.js';
import type { Scope } from '../scope.js';
import { prepared, rowsOf } from './query.js';

interface Statement {
  readonly operation: DmlOperation;
  /** What the flow tries, as its faults say it. */
  readonly verb: string;
  readonly externalIdField?: string;
  readonly allOrNone?: boolean;
}

type Faults = (FlowFault | null)[];

/** Create Records. Records of variables get their ids. */
export function create(node: CreateNode, scopes: readonly Scope[]): Faults {
  const records = scopes.map((scope) =>
    node.inputReference === undefined ? [newRecord(node, scope)] : recordsAt(scope, node.inputReference)
  );
  const statement: Statement =
    node.upsertField === undefined
      ? { operation: 'insert', verb: 'create records' }
      : {
          operation: 'upsert',
          verb: 'create or update records',
          externalIdField: node.upsertField,
          allOrNone: node.allOrNone
        };
  const faults = run(statement, scopes, records);
  scopes.forEach((scope, i) => {
    if (!faults[i]) keepIds(node, scope, records[i] ?? []);
  });
  return faults;
}

function keepIds(node: CreateNode, scope: Scope, records: readonly SObjectValue[]): void {
  const ids = records.map((record) => idText(record));
  if (node.idTo !== undefined) write(scope, node.idTo, ids[0] ?? null);
  if (!node.stored) return;
  const value = node.inputReference === undefined ? (ids[0] ?? null) : new ApexList(T.String, ids);
  scope.interview.frame.results.set(node.name.toLowerCase(), { value });
}

function idText(record: SObjectValue): string | null {
  const id = record.fields.get('Id');
  return id instanceof ApexId ? id.value : null;
}

function newRecord(node: CreateNode, scope: Scope): SObjectValue {
  const object = scope.tx.org.schema.object(node.object ?? '');
  if (!object) throw new FlowFault(`The flow failed: there is no object ${node.object ?? ''}.`);
  return withFields(scope, new SObjectValue(object.name), node.fields);
}

function withFields(scope: Scope, record: SObjectValue, fields: readonly FieldAssignment[]): SObjectValue {
  for (const { field, value } of fields) setField(scope, record, field, scope.value(value));
  return record;
}

/** Update Records: those of a variable, those that filters find, or the triggering record. */
export function update(node: UpdateNode, scopes: readonly Scope[]): Faults {
  if (node.inputReference?.toLowerCase() === '$record' && scopes[0]?.interview.trigger?.beforeSave)
    return scopes.map((scope) => setOnRecord(node, scope));
  return attempt('update records', scopes, () => {
    const found = node.inputReference === undefined ? matching(node, scopes) : undefined;
    const records = scopes.map((scope, i) => {
      if (node.inputReference?.toLowerCase() === '$record') return [changedTrigger(node, scope)];
      if (node.inputReference !== undefined)
        return recordsAt(scope, node.inputReference).map((record) => withFields(scope, sendable(record), node.fields));
      return (found?.[i] ?? []).map((row) => withFields(scope, idOnly(row), node.fields));
    });
    return run({ operation: 'update', verb: 'update records' }, scopes, records);
  });
}

/** Before the save the fields of the record itself are set; nothing is written. */
function setOnRecord(node: UpdateNode, scope: Scope): null {
  const record = scope.interview.trigger?.record;
  if (record) withFields(scope, record, node.fields);
  return null;
}

/** `$Record` after the save: the fields that the flow has set. */
function changedTrigger(node: UpdateNode, scope: Scope): SObjectValue {
  const { trigger, touched } = scope.interview;
  const record = trigger?.record ?? null;
  if (!record) throw new FlowFault('The flow failed: there is no triggering record.');
  const change = idOnly(record);
  for (const name of touched) change.fields.set(name, record.fields.get(name) ?? null);
  withFields(scope, record, node.fields);
  return withFields(scope, change, node.fields);
}

function idOnly(record: SObjectValue): SObjectValue {
  const change = new SObjectValue(record.object);
  change.fields.set('Id', record.fields.get('Id') ?? null);
  return change;
}

/** The fields of a record that can be written. */
function sendable(record: SObjectValue): SObjectValue {
  return copied(record) as SObjectValue;
}

/** Delete Records. */
export function remove(node: DeleteNode, scopes: readonly Scope[]): Faults {
  return attempt('delete records', scopes, () => {
    const found = node.inputReference === undefined ? matching(node, scopes) : undefined;
    const records = scopes.map((scope, i) =>
      node.inputReference === undefined
        ? (found?.[i] ?? []).map(idOnly)
        : recordsAt(scope, node.inputReference).map(idOnly)
    );
    return run({ operation: 'delete', verb: 'delete records' }, scopes, records);
  });
}

/** The records that the element's filters find. Filters by Id alone need no query. */
function matching(node: UpdateNode | DeleteNode, scopes: readonly Scope[]): SObjectValue[][] {
  const object = node.object ?? '';
  const only = node.filters.length === 1 ? node.filters[0] : undefined;
  if (only && only.field.toLowerCase() === 'id' && only.operator === 'EqualTo')
    return scopes.map((scope) => byId(scope, object, scope.value(only.value)));
  const queries = scopes.map((scope) => prepared(scope, { object, filters: node, fields: ['Id'] }));
  return rowsOf(scopes, queries);
}

function byId(scope: Scope, object: string, value: ApexValue): SObjectValue[] {
  const id = value instanceof ApexId ? value : ApexId.parse(typeof value === 'string' ? value : '');
  if (!id) return [];
  const record = new SObjectValue(scope.tx.org.schema.object(object)?.name ?? object);
  record.fields.set('Id', id);
  return [record];
}

function recordsAt(scope: Scope, path: string): SObjectValue[] {
  const value = scope.read(path);
  const items = value instanceof ApexList ? value.items : [value];
  return items.filter((item): item is SObjectValue => item instanceof SObjectValue);
}

function attempt(verb: string, scopes: readonly Scope[], work: () => Faults): Faults {
  try {
    return work();
  } catch (error) {
    const fault = error instanceof FlowFault ? error : statementFault(verb, error);
    return scopes.map(() => fault);
  }
}

/** One statement for all interviews; when it fails, one for each, so that only those fail whose records are refused. */
function run(statement: Statement, scopes: readonly Scope[], records: readonly (readonly SObjectValue[])[]): Faults {
  try {
    save(statement, scopes[0] as Scope, records.flat());
    return scopes.map(() => null);
  } catch (error) {
    if (!(error instanceof ApexThrow) || error.fatal) throw error;
    if (scopes.length === 1) return [statementFault(statement.verb, error)];
    return scopes.map((scope, i) => run(statement, [scope], [records[i] ?? []])[0] ?? null);
  }
}

function save(
  { operation, externalIdField, allOrNone = true }: Statement,
  scope: Scope,
  records: readonly SObjectValue[]
): void {
  if (records.length === 0) return;
  const { tx, interview } = scope;
  const unique = operation === 'insert' ? records : distinct(records);
  tx.data.dml(tx, operation, unique, {
    access: interview.access,
    allOrNone,
    ...(externalIdField !== undefined && { externalIdField })
  });
}

/** Interviews may name the same record: the last one's fields count. */
function distinct(records: readonly SObjectValue[]): SObjectValue[] {
  const byIds = new Map<string, SObjectValue>();
  const others: SObjectValue[] = [];
  for (const record of records) {
    const id = idText(record);
    const before = id === null ? undefined : byIds.get(id);
    if (id === null) others.push(record);
    else if (!before) byIds.set(id, record);
    else for (const [name, value] of record.fields) before.fields.set(name, value);
  }
  return [...byIds.values(), ...others];
}
