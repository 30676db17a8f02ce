import type { ApexValue } from '../../kernel/object.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import type { FormulaFields } from '../translate/context.js';
import { formulaValue, type ReadStored } from './formula-value.js';
import { dependenciesOf } from './parsed.js';
import type { FormulaWorld } from './world.js';

/** Formula fields for statements: evaluated over the rows that they read. */
export class QueryFormulas implements FormulaFields {
  private readonly world: FormulaWorld;

  constructor(world: FormulaWorld) {
    this.world = world;
  }

  dependencies(object: ObjectModel, field: FieldModel): readonly (readonly string[])[] {
    return dependenciesOf(this.world.schema, object, field);
  }

  value(object: ObjectModel, field: FieldModel, valueAt: ReadStored): ApexValue {
    return formulaValue(this.world, object, field, valueAt);
  }
}
