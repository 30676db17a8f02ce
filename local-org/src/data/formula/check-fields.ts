import { FormulaError } from '../../formula/ast.js';
import { checkFormula } from '../../formula/check.js';
import { parseFormula } from '../../formula/parse.js';
import type { FieldModel, ObjectModel, Schema } from '../../schema/model.js';
import { fieldAt, nodeOf, pathsOf } from './parsed.js';

/**
 * Finds formula fields, roll-ups and default values that the local org cannot compute. Each is a problem that names the field and the
 * reason; the fields among them are answered, so that records are loaded without them.
 */
export function checkComputedFields(schema: Schema, problems: Error[]): ReadonlySet<FieldModel> {
  const broken = new Set<FieldModel>();
  const check = (kind: string, object: ObjectModel, field: FieldModel, work: () => void): void => {
    try {
      work();
    } catch (error) {
      problems.push(new Error(`${kind} ${object.name}.${field.name}: ${(error as Error).message}`, { cause: error }));
      if (kind !== 'Default value of') broken.add(field);
    }
  };
  for (const object of schema.objects()) {
    for (const field of object.fields.values()) {
      if (field.formula !== undefined)
        check('Formula field', object, field, () => checkField(schema, object, field, []));
      const { defaultFormula, summary } = field;
      if (defaultFormula !== undefined)
        check('Default value of', object, field, () => checkFormula(schema, object.name, parseFormula(defaultFormula)));
      if (summary) check('Roll-up', object, field, () => checkSummary(schema, summary.childObject, summary.childField));
    }
  }
  return broken;
}

/** Checks a formula field and those that it names; `within` are the fields on the way to it. */
function checkField(schema: Schema, object: ObjectModel, field: FieldModel, within: readonly FieldModel[]): void {
  if (within.includes(field)) throw new FormulaError(`The field refers to itself through ${within.at(-1)?.name}.`);
  checkFormula(schema, object.name, nodeOf(field));
  for (const path of pathsOf(nodeOf(field))) {
    const at = fieldAt(schema, object, path);
    if (at?.field.formula !== undefined) checkField(schema, at.object, at.field, [...within, field]);
  }
}

function checkSummary(schema: Schema, object: string, field: string): void {
  if (!schema.object(object)) throw new Error(`there is no object ${object}.`);
  if (!schema.field(object, field)) throw new Error(`${object} has no field ${field}.`);
}
