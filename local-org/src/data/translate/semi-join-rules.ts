import type { SoqlCondition, SoqlOperand, SoqlQuery } from '../../soql/ast.js';
import { familyOf } from './encoding.js';
import { refuse } from './errors.js';
import type { FieldExpression, Scope } from './scope.js';

/**
 * What the platform refuses about `IN (SELECT …)`: "Considerations for Semi-Join and Anti-Join Queries" in
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
 * (the rules are documented, the texts are from memory).
 */
export function checkSemiJoins(where: SoqlCondition): void {
  const joins = semiJoinsOf(where);
  if (joins.length === 0) return;
  if (joins.length > 2) throw refuse('Maximum 2 semi join sub-selects are allowed');
  if (underOr(where)) throw refuse("Semi join sub-selects are not allowed with the 'OR' operator");
  for (const { where: inner } of joins) {
    if (inner && semiJoinsOf(inner).length > 0) throw refuse('Nesting of semi join sub-selects is not supported');
  }
}

function semiJoinsOf(condition: SoqlCondition): SoqlQuery[] {
  if (condition.kind === 'compare') return condition.right.kind === 'query' ? [condition.right.query] : [];
  return condition.kind === 'not' ? semiJoinsOf(condition.item) : condition.items.flatMap(semiJoinsOf);
}

function underOr(condition: SoqlCondition): boolean {
  if (condition.kind === 'compare') return false;
  if (condition.kind === 'or') return semiJoinsOf(condition).length > 0;
  return condition.kind === 'not' ? underOr(condition.item) : condition.items.some(underOr);
}

/** Both sides are ids of one object, and the two queries are about different objects. */
export function checkSides(outer: Scope, left: SoqlOperand, inner: Scope, selected: FieldExpression): void {
  if (left.kind !== 'field') throw refuse('A query on the right needs a field on the left.');
  const field = outer.field(left.path);
  const name = left.path.join('.');
  if (familyOf(field.shape) !== 'id' || field.path.length > 1) {
    throw refuse(
      `The left operand field in the where expression for outer query should be an id field, cannot use: '${name}'`
    );
  }
  if (familyOf(selected.shape) !== 'id') {
    throw refuse(`The inner select field '${selected.field.name}' should be a reference or id field`);
  }
  if (outer.root.object.name === inner.root.object.name) {
    throw refuse('The inner and outer selects should not be on the same object type');
  }
  const [here, there] = [targetsOf(outer, field), targetsOf(inner, selected)];
  if (here.some((object) => there.includes(object))) return;
  throw refuse(
    `The selected field '${selected.field.name}' in the subquery and the left operand field in the where expression in the outer query '${name}' should point to the same object type`
  );
}

const targetsOf = (scope: Scope, { field }: FieldExpression): readonly string[] =>
  field.type === 'id' ? [scope.root.object.name] : (field.referenceTo ?? []);
