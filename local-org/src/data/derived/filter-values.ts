import { ApexId } from '../../kernel/scalars.js';
import type { SoqlCondition } from '../../soql/ast.js';
import type { TranslationContext } from '../translate/context.js';
import { operands } from '../translate/values.js';

/** The texts that the field at the end of a path, `EntityDefinition.QualifiedApiName`, must equal or be one of, by the comparisons that AND joins at the top of a condition. */
export function filterValues(context: TranslationContext, where: SoqlCondition | undefined, field: string): string[] {
  if (where?.kind === 'and') return where.items.flatMap((item) => filterValues(context, item, field));
  if (where?.kind !== 'compare' || where.left.kind !== 'field') return [];
  const named = where.left.path.join('.').toLowerCase() === field.toLowerCase();
  if (!named || (where.operator !== '=' && where.operator !== 'in') || where.right.kind === 'query') return [];
  const values = where.right.kind === 'list' ? where.right.values : [where.right.value];
  return values
    .flatMap((value) => operands(context, value))
    .flatMap((operand) => {
      if (operand.kind !== 'value') return [];
      if (operand.value instanceof ApexId) return [operand.value.value];
      return typeof operand.value === 'string' ? [operand.value] : [];
    });
}

/** The paths that a condition compares, each as written. */
export function pathsOf(where: SoqlCondition | undefined): string[] {
  if (where?.kind === 'and') return [...new Set(where.items.flatMap(pathsOf))];
  return where?.kind === 'compare' && where.left.kind === 'field' ? [where.left.path.join('.')] : [];
}
