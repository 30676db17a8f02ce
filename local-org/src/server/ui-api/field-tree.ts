import type { Transaction } from '../../kernel/services.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { HttpError } from '../routes/route.js';

/** Fields to read of an object, with the parents to walk to; keys are canonical names. */
export interface FieldTree {
  readonly object: ObjectModel;
  readonly fields: Map<string, FieldModel>;
  readonly parents: Map<string, { readonly field: FieldModel; readonly tree: FieldTree }>;
}

export const fieldTree = (object: ObjectModel): FieldTree => ({ object, fields: new Map(), parents: new Map() });

/** Adds a path such as `Owner.Name`, relative to the tree's object. False when it does not exist or the user may not read it. */
export function addPath(tx: Transaction, tree: FieldTree, path: readonly string[]): boolean {
  const [name = '', ...rest] = path;
  const { object } = tree;
  if (rest.length === 0) {
    const field = tx.org.schema.field(object.name, name);
    if (!field || !tx.user.access.fieldAccess(object.name, field.name, 'read')) return false;
    tree.fields.set(field.name, field);
    return true;
  }
  const field = tx.org.schema.parentRelationship(object.name, name);
  const parent = parentObject(tx, field);
  if (!field?.relationshipName || !parent || !tx.user.access.fieldAccess(object.name, field.name, 'read')) return false;
  const known = tree.parents.get(field.relationshipName)?.tree;
  const child = known ?? fieldTree(parent);
  if (!addPath(tx, child, rest)) return false;
  if (!known) tree.parents.set(field.relationshipName, { field, tree: child });
  return true;
}

/** Every field that the user may read, and the names of parents. */
export function addAll(tx: Transaction, tree: FieldTree): void {
  for (const field of tree.object.fields.values()) {
    if (field.type === 'address' || field.type === 'location' || field.type === 'base64') continue;
    if (addPath(tx, tree, [field.name])) addParentName(tx, tree, field);
  }
}

/** For a look-up: the parent's id and name, which pages show in place of the id. */
export function addParentName(tx: Transaction, tree: FieldTree, field: FieldModel): void {
  const parent = parentObject(tx, field);
  if (!parent || !field.relationshipName) return;
  addPath(tx, tree, [field.relationshipName, 'Id']);
  addPath(tx, tree, [field.relationshipName, parent.nameField]);
}

/** The parent's object; for polymorphic look-ups the one that has a name in common with all: Name of User. */
function parentObject(tx: Transaction, field: FieldModel | undefined): ObjectModel | undefined {
  const targets = field?.referenceTo ?? [];
  const target = targets.length > 1 && targets.includes('User') ? 'User' : targets[0];
  const object = target === undefined ? undefined : tx.org.schema.object(target);
  return object && tx.user.access.objectAccess(object.name, 'read') ? object : undefined;
}

/** Adds `Object.Path` texts of a `fields` parameter; a bad one is an error, unless it is optional. */
export function addQualified(tx: Transaction, tree: FieldTree, names: readonly string[], optional: boolean): void {
  for (const name of names) {
    const [object = '', ...path] = name.trim().split('.');
    const own = object.toLowerCase() === tree.object.name.toLowerCase();
    if (own && path.length > 0 && addPath(tx, tree, path)) continue;
    if (!optional) throw new HttpError(400, 'INVALID_FIELD', `No such column '${name.trim()}' or it is not accessible`);
  }
}

/** The paths of a tree for a SELECT. */
export function selectList(tree: FieldTree, prefix = ''): string[] {
  return [
    ...[...tree.fields.keys()].map((name) => prefix + name),
    ...[...tree.parents].flatMap(([name, parent]) => selectList(parent.tree, `${prefix}${name}.`))
  ];
}
