import { RoundingMode } from 'bigdecimal.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId, ApexTime } from '../../kernel/scalars.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { FieldModel } from '../../schema/model.js';
import { familyOf, scaleOf } from '../translate/encoding.js';
import type { FormulaNode } from '../../formula/ast.js';
import { evaluate, numberOf, textOf } from '../../formula/evaluate.js';
import { parseFormula } from '../../formula/parse.js';
import { recordContext } from './record-context.js';
import type { FormulaWorld } from './world.js';

const parsed = new WeakMap<FieldModel, FormulaNode>();

function nodeOf(field: FieldModel): FormulaNode {
  let node = parsed.get(field);
  if (!node) parsed.set(field, (node = parseFormula(field.formula ?? '')));
  return node;
}

/** The value of a formula field over a record in memory; its own fields as they are now, its parents as they are stored. */
export function formulaValue(world: FormulaWorld, record: SObjectValue, field: FieldModel): ApexValue {
  const context = recordContext(world, record, record);
  return asFieldValue(field, evaluate(nodeOf(field), { ...context, blanks: field.treatBlanksAs }));
}

/** A result in the type and scale of the field; what cannot be that is empty. */
export function asFieldValue(field: FieldModel, value: ApexValue): ApexValue {
  if (value === null) return field.type === 'boolean' ? false : null;
  switch (familyOf(field)) {
    case 'decimal':
      return numberOf(value).setScale(scaleOf(field), RoundingMode.HALF_UP);
    case 'integer':
      return numberOf(value).setScale(0, RoundingMode.HALF_UP).numberValue();
    case 'boolean':
      return value === true;
    case 'date':
      return value instanceof ApexDate ? value : null;
    case 'datetime':
      return value instanceof ApexDatetime ? value : null;
    case 'time':
      return value instanceof ApexTime ? value : null;
    case 'id':
      return typeof value === 'string' ? (ApexId.parse(value) ?? null) : value;
    default:
      return textOf(value).trimEnd() || null;
  }
}

/** Sets the formula fields of a record in memory. Answers the fields that could not be computed, with the reason. */
export function computeFormulas(
  world: FormulaWorld,
  record: SObjectValue
): readonly { readonly field: string; readonly message: string }[] {
  const failed: { field: string; message: string }[] = [];
  for (const field of world.schema.object(record.object)?.fields.values() ?? []) {
    if (field.formula === undefined) continue;
    try {
      record.fields.set(field.name, formulaValue(world, record, field));
    } catch (error) {
      failed.push({ field: field.name, message: (error as Error).message });
    }
  }
  return failed;
}
