import type { Schema } from '../../schema/model.js';
import { checkFormula } from './check.js';
import { parseFormula } from './parse.js';
import { checkFormulaSql } from './to-sql.js';

/** Finds formula fields and roll-ups that the local org cannot compute. The error names the field. */
export function checkComputedFields(schema: Schema): void {
  for (const object of schema.objects()) {
    for (const field of object.fields.values()) {
      if (field.formula !== undefined) {
        try {
          checkFormulaSql(schema, object, field);
        } catch (error) {
          throw new Error(`Formula field ${object.name}.${field.name}: ${(error as Error).message}`, { cause: error });
        }
      }
      if (field.defaultFormula !== undefined) {
        try {
          checkFormula(schema, object.name, parseFormula(field.defaultFormula));
        } catch (error) {
          throw new Error(`Default value of ${object.name}.${field.name}: ${(error as Error).message}`, {
            cause: error
          });
        }
      }
      if (field.summary && !schema.object(field.summary.childObject)) {
        throw new Error(`Roll-up ${object.name}.${field.name}: there is no object ${field.summary.childObject}.`);
      }
    }
  }
}
