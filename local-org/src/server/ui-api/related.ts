import type { ApexId } from '../../kernel/scalars.js';
import type { RelatedAnswer, RelatedListRows, RelatedRequest } from '../../lightning/protocol.js';
import type { ChildRelationship, ObjectModel } from '../../schema/model.js';
import { iconOf } from '../../lightning/icons.js';
import { count, objectOf, quote, recordId, select } from '../routes/records.js';
import { bodyObject, json, type RouteContext } from '../routes/route.js';
import type { HttpResult } from '../worker/protocol.js';
import { addPath, fieldTree, selectList } from './field-tree.js';
import { listColumns, viewColumns } from './list-columns.js';
import { representation, systemFields } from './record-representation.js';

/** Rows of a related list unless the request says otherwise. */
const defaultRows = 6;

/** POST /lightning/related: the child lists of a record whose objects the user may read. */
export function getRelated(context: RouteContext): HttpResult {
  const { tx } = context;
  const request = bodyObject(context.task) as unknown as RelatedRequest;
  const id = recordId(request.recordId);
  const parent = objectOf(tx, id);
  const names = request.relationship === undefined ? request.relationships : [request.relationship];
  const wanted = names && new Set(names.map((name) => name.toLowerCase()));
  const lists: RelatedListRows[] = [];
  for (const relationship of tx.org.schema.childRelationships(parent.name)) {
    if (wanted && !wanted.has(relationship.name.toLowerCase())) continue;
    const child = tx.org.schema.object(relationship.childObject);
    if (!child || !tx.user.access.objectAccess(child.name, 'read')) continue;
    if (!tx.user.access.fieldAccess(child.name, relationship.field, 'read')) continue;
    lists.push(rowsOf(context, id, relationship, child, request));
  }
  return json(200, { lists } satisfies RelatedAnswer);
}

function rowsOf(
  { tx }: RouteContext,
  id: ApexId,
  relationship: ChildRelationship,
  child: ObjectModel,
  request: RelatedRequest
): RelatedListRows {
  const limit = Math.min(request.limit ?? defaultRows, 200);
  const tree = fieldTree(child);
  const named = viewColumns(tx, tree, request.fields ?? []);
  const columns = named.length > 0 ? named : listColumns(tx, tree, relationship.field);
  const sorted = request.sort && tx.org.schema.field(child.name, request.sort.field);
  const order = sorted ? `${sorted.name} ${request.sort?.direction ?? 'asc'}` : child.nameField;
  for (const name of [...systemFields, child.nameField]) addPath(tx, tree, [name]);
  const from = `FROM ${child.name} WHERE ${relationship.field} = ${quote(id.value)}`;
  const rows = select(tx, `SELECT ${selectList(tree).join(', ')} ${from} ORDER BY ${order} LIMIT ${limit}`);
  const total = rows.length < limit ? rows.length : count(tx, `SELECT COUNT() ${from} LIMIT 2000`);
  return {
    relationship: relationship.name,
    object: child.name,
    label: child.pluralLabel,
    field: relationship.field,
    icon: iconOf(child.name),
    columns,
    records: rows.map((row) => representation(tx, row, tree)),
    total,
    createable: tx.user.access.objectAccess(child.name, 'create')
  };
}
