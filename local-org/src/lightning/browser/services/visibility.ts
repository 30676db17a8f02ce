import type { PageComponent, VisibilityCriterion, VisibilityRule } from '../../protocol/pages.ts';
import type { FieldValue, RecordRepresentation } from '../../protocol/ui-api.ts';
import { evaluate } from './boolean-filter.ts';
import { formFactor } from './form-factor.ts';
import { bootstrap, customPermission, userPermission } from './session.ts';

/**
 * Whether a component shows. An expression that this shell does not know hides the component, as an org does with one it cannot read.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_flexipage.htm (UiFormulaRule)
 */
export function isVisible(rule: VisibilityRule | undefined, record: RecordRepresentation | undefined): boolean {
  if (!rule || rule.criteria.length === 0) return true;
  const outcomes = rule.criteria.map((criterion) => holds(criterion, record));
  return rule.booleanFilter ? evaluate(rule.booleanFilter, outcomes) : outcomes.every(Boolean);
}

/** The components that show: their rules hold, and they support this form factor. */
export function visibleComponents(
  components: readonly PageComponent[],
  record: RecordRepresentation | undefined
): readonly PageComponent[] {
  return components.filter(
    ({ visibility, formFactors }) => isVisible(visibility, record) && (formFactors?.includes(formFactor) ?? true)
  );
}

function holds({ left, operator, right }: VisibilityCriterion, record: RecordRepresentation | undefined): boolean {
  const actual = valueOf(left, record);
  if (actual === undefined) return false;
  const order = compare(actual, right);
  switch (operator) {
    case 'EQUAL':
      return order === 0;
    case 'NE':
      return order !== 0;
    case 'GT':
      return order > 0;
    case 'GE':
      return order >= 0;
    case 'LT':
      return order < 0;
    case 'LE':
      return order <= 0;
    case 'CONTAINS':
      return actual.toLowerCase().includes(right.toLowerCase());
    default:
      return false;
  }
}

function compare(actual: string, wanted: string): number {
  const [a, b] = [Number(actual), Number(wanted)];
  if (actual !== '' && wanted !== '' && !Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return actual.toLowerCase() < wanted.toLowerCase() ? -1 : Number(actual.toLowerCase() > wanted.toLowerCase());
}

/** The text of an expression; undefined when it is unknown. */
function valueOf(expression: string, record: RecordRepresentation | undefined): string | undefined {
  const path = /^\{!(.+)\}$/.exec(expression.trim())?.[1]?.split('.') ?? [];
  const [scope, kind, ...rest] = path;
  if (scope === '$Permission' && kind === 'CustomPermission') return String(customPermission(rest.join('.')) ?? false);
  if (scope === '$Permission' && kind === 'StandardPermission') return String(userPermission(rest.join('.')) ?? false);
  if (scope === '$Client' && kind === 'FormFactor') return formFactor;
  if (scope === '$User' && kind === 'Profile') return bootstrap.user.profile;
  if (scope === 'Record' && kind) return fieldText(record, [kind, ...rest]);
  return undefined;
}

function fieldText(record: RecordRepresentation | undefined, path: readonly string[]): string | undefined {
  let holder = record;
  for (const [index, name] of path.entries()) {
    const value: FieldValue['value'] | undefined = holder?.fields[name]?.value;
    if (value === undefined) return undefined;
    if (index === path.length - 1) return value === null || typeof value === 'object' ? '' : String(value);
    holder = typeof value === 'object' && value !== null ? value : undefined;
  }
  return undefined;
}
