import type { FormulaNode } from '../../formula/ast.js';
import { locationParts } from '../../formula/functions.js';
import { parseFormula } from '../../formula/parse.js';
import type { FieldModel, ObjectModel, Schema } from '../../schema/model.js';
import { familyOf } from '../translate/encoding.js';

const parsed = new WeakMap<FieldModel, FormulaNode>();

/** The formula of a field as a tree, read once. */
export function nodeOf(field: FieldModel): FormulaNode {
  let node = parsed.get(field);
  if (!node) parsed.set(field, (node = parseFormula(field.formula ?? '')));
  return node;
}

/** A field with its object. */
interface Place {
  readonly object: ObjectModel;
  readonly field: FieldModel;
}
const places = new WeakMap<ObjectModel, Map<string, Place | undefined>>();

/** The field at the end of a path, with its object. Formulas may choose one of the objects of a reference: `Owner:User.Name`. */
export function fieldAt(schema: Schema, object: ObjectModel, path: readonly string[]): Place | undefined {
  let known = places.get(object);
  if (!known) places.set(object, (known = new Map()));
  const key = path.length === 1 ? (path[0] ?? '') : path.join('.');
  if (!known.has(key)) known.set(key, findField(schema, object, path));
  return known.get(key);
}

function findField(schema: Schema, object: ObjectModel, path: readonly string[]): Place | undefined {
  let owner: ObjectModel | undefined = object;
  for (const part of path.slice(0, -1)) {
    const [name = '', chosen] = part.split(':');
    const targets: readonly string[] = schema.parentRelationship(owner.name, name)?.referenceTo ?? [];
    owner = schema.object(chosen ?? (targets.includes('User') ? 'User' : (targets[0] ?? '')));
    if (!owner) return undefined;
  }
  const field = schema.field(owner.name, path.at(-1) ?? '');
  return field && { object: owner, field };
}

const dependencies = new WeakMap<FieldModel, readonly (readonly string[])[]>();

/** Paths of the stored fields and roll-ups that a formula field is made of, those of the formula fields that it names included. */
export function dependenciesOf(schema: Schema, object: ObjectModel, field: FieldModel): readonly (readonly string[])[] {
  let found = dependencies.get(field);
  if (!found) {
    const paths = new Map<string, readonly string[]>();
    for (const path of pathsOf(nodeOf(field))) collect(schema, object, path, [], paths);
    dependencies.set(field, (found = [...paths.values()]));
  }
  return found;
}

function collect(
  schema: Schema,
  object: ObjectModel,
  path: readonly string[],
  before: readonly string[],
  found: Map<string, readonly string[]>
): void {
  if (path[0]?.toLowerCase() === '$recordtype') path = ['RecordTypeId'];
  if (path[0]?.startsWith('$')) return;
  const at = fieldAt(schema, object, path);
  if (!at) return;
  const whole = [...before, ...path];
  if (isForeignAmount(schema, object, path)) {
    for (const inner of [['CurrencyIsoCode'], [...path.slice(0, -1), 'CurrencyIsoCode']]) {
      const code = [...before, ...inner];
      found.set(code.join('.').toLowerCase(), code);
    }
  }
  if (at.field.formula !== undefined) {
    for (const inner of dependenciesOf(schema, at.object, at.field)) {
      const joined = [...whole.slice(0, -1), ...inner];
      found.set(joined.join('.').toLowerCase(), joined);
    }
  } else if (familyOf(at.field) === 'compound') {
    for (const part of locationParts(path)) collect(schema, object, part, before, found);
  } else found.set(whole.join('.').toLowerCase(), whole);
}

/** True for an amount of a parent, which may be in another currency than the record's own amounts. */
export function isForeignAmount(schema: Schema, object: ObjectModel, path: readonly string[]): boolean {
  if (path.length < 2 || !object.fields.has('CurrencyIsoCode')) return false;
  const at = fieldAt(schema, object, path);
  return at?.field.type === 'currency' && at.object.fields.has('CurrencyIsoCode');
}

/** All paths of fields and variables that a formula names. */
export function pathsOf(node: FormulaNode): (readonly string[])[] {
  switch (node.kind) {
    case 'field':
      return [node.path];
    case 'unary':
      return pathsOf(node.operand);
    case 'binary':
      return [...pathsOf(node.left), ...pathsOf(node.right)];
    case 'call':
      return node.args.flatMap(pathsOf);
    default:
      return [];
  }
}
