import type { ListAnswer, ListRequest } from '../../lightning/protocol.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { children, text, texts, type XmlNode } from '../../schema/xml.js';
import { count, quote, readableObject, select } from '../routes/records.js';
import { bodyObject, HttpError, json, type RouteContext } from '../routes/route.js';
import type { HttpResult } from '../worker/protocol.js';
import { addPath, fieldTree, selectList } from './field-tree.js';
import { listColumns, viewColumns } from './list-columns.js';
import { representation, systemFields } from './record-representation.js';
import { listButtons } from './list-buttons.js';
import { listViewCondition, listViews } from './list-views.js';

/** Lists count no further than this. */
const mostCounted = 2000;

/** POST /lightning/list */
export function getList(context: RouteContext): HttpResult {
  const { tx } = context;
  const request = bodyObject(context.task) as unknown as ListRequest;
  const model = readableObject(tx, request.object);
  const tree = fieldTree(model);
  const view = request.listView ? viewOf(context, model, request.listView) : undefined;
  const named = viewColumns(tx, tree, texts(view, 'columns'));
  const columns = named.length > 0 ? named : listColumns(tx, tree);
  for (const name of [...systemFields, model.nameField]) addPath(tx, tree, [name]);
  const where = conditions(context, model, request, view);
  const clause = where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '';
  const limit = Math.min(Math.max(Math.trunc(Number(request.limit)) || 50, 1), 200);
  const offset = Math.min(Math.max(Math.trunc(Number(request.offset ?? 0)) || 0, 0), mostCounted);
  const rows = select(
    tx,
    `SELECT ${selectList(tree).join(', ')} FROM ${model.name}${clause}` +
      ` ORDER BY ${order(context, model, request)} LIMIT ${limit} OFFSET ${offset}`
  );
  const answer: ListAnswer = {
    object: model.name,
    columns,
    records: rows.map((row) => representation(tx, row, tree)),
    total: count(tx, `SELECT COUNT() FROM ${model.name}${clause} LIMIT ${mostCounted}`),
    createable: tx.user.access.objectAccess(model.name, 'create'),
    listViews: listViews(context.metadata, model).map((view) => ({
      name: view.name.slice(view.name.indexOf('.') + 1),
      label: text(view.xml, 'label') ?? view.name
    })),
    buttons: listButtons(context.metadata, model)
  };
  return json(200, answer);
}

/** The list view of that API name in the project. */
function viewOf(context: RouteContext, model: ObjectModel, name: string): XmlNode {
  const view = listViews(context.metadata, model).find((one) => one.name.endsWith(`.${name}`));
  if (!view) throw new HttpError(404, 'NOT_FOUND', `${model.label} has no list view ${name}`);
  return view.xml;
}

function conditions(
  context: RouteContext,
  model: ObjectModel,
  request: ListRequest,
  view: XmlNode | undefined
): string[] {
  const result: string[] = [];
  const search = request.search?.trim();
  if (search) result.push(searchCondition(context, model, search));
  for (const filter of request.filters ?? []) {
    const field = existing(context, model, filter.field);
    result.push(`${field.name} = ${filter.value === null ? 'null' : literal(filter.value, field)}`);
  }
  if (view) {
    const condition = listViewCondition(context.tx, model, children(view, 'filters'), text(view, 'filterScope'));
    if (condition) result.push(condition);
  }
  return result;
}

/** Part of the name, or of a few other texts that people search by. */
function searchCondition({ tx }: RouteContext, model: ObjectModel, search: string): string {
  const pattern = quote(`%${search.replace(/[%_]/g, '\\$&')}%`).replace(/\\\\([%_])/g, '\\$1');
  const named = [model.nameField, 'AccountNumber', 'ProductCode', 'Email'].filter((name) => {
    const field = tx.org.schema.field(model.name, name);
    return field && ['string', 'email', 'autonumber', 'textarea'].includes(field.type) && !field.formula;
  });
  return `(${[...new Set(named)].map((name) => `${name} LIKE ${pattern}`).join(' OR ') || 'Id != null'})`;
}

function order(context: RouteContext, model: ObjectModel, request: ListRequest): string {
  if (!request.sort) return `${model.nameField} ASC`;
  const [first = '', second] = request.sort.field.split('.');
  const direction = request.sort.direction === 'desc' ? 'DESC' : 'ASC';
  if (second === undefined) return `${existing(context, model, first).name} ${direction} NULLS LAST`;
  const parent = context.tx.org.schema.parentRelationship(model.name, first);
  const target = context.tx.org.schema.object(parent?.referenceTo?.[0] ?? '');
  if (!parent?.relationshipName || !target)
    throw new HttpError(400, 'INVALID_FIELD', `No such field ${request.sort.field}`);
  return `${parent.relationshipName}.${existing(context, target, second).name} ${direction} NULLS LAST`;
}

function existing({ tx }: RouteContext, model: ObjectModel, name: string): FieldModel {
  const field = tx.org.schema.field(model.name, name);
  if (!field) throw new HttpError(400, 'INVALID_FIELD', `No such column '${name}' on ${model.name}`);
  return field;
}

function literal(value: string | number | boolean, field: FieldModel): string {
  const quoted = !['boolean', 'int', 'double', 'currency', 'percent', 'date', 'datetime', 'time'].includes(field.type);
  if (quoted) return quote(String(value));
  if (!/^[\w.:+-]+$/.test(String(value)))
    throw new HttpError(400, 'INVALID_FILTER', `Not a value of ${field.label}: ${value}`);
  return String(value);
}
