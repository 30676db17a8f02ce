import type { Expression, ObjectEntry, Selector } from './tree.js';

/** True when an expression uses `$`, `$$` or `$$$` of a function around it. */
export function usesDollar(expression: Expression): boolean {
  switch (expression.kind) {
    case 'name':
      return expression.name.startsWith('$');
    case 'text':
      return expression.parts.some((part) => typeof part !== 'string' && usesDollar(part));
    case 'array':
      return expression.items.some(({ value, when }) => usesDollar(value) || (when !== undefined && usesDollar(when)));
    case 'object':
      return expression.entries.some(inEntry);
    case 'lambda':
      return expression.parameters[0]?.name !== '$' && usesDollar(expression.body);
    case 'call':
      return usesDollar(expression.callee) || expression.arguments.some(usesDollar);
    case 'binary':
      return usesDollar(expression.left) || usesDollar(expression.right);
    case 'unary':
      return usesDollar(expression.operand);
    case 'select':
      return usesDollar(expression.target) || inSelector(expression.selector);
    case 'as':
    case 'is':
    case 'match':
    case 'update':
      return usesDollar(expression.value);
    case 'if':
      return usesDollar(expression.condition) || usesDollar(expression.then) || usesDollar(expression.otherwise);
    case 'default':
      return usesDollar(expression.value) || usesDollar(expression.fallback);
    case 'do':
      return (
        usesDollar(expression.body) ||
        expression.declarations.some((each) => each.kind === 'var' && usesDollar(each.value))
      );
    default:
      return false;
  }
}

function inEntry(entry: ObjectEntry): boolean {
  if (entry.when && usesDollar(entry.when)) return true;
  if (entry.kind === 'spread') return usesDollar(entry.value);
  return (
    usesDollar(entry.key) ||
    usesDollar(entry.value) ||
    entry.attributes.some(({ value }) => usesDollar(value)) ||
    (entry.allAttributes !== undefined && usesDollar(entry.allAttributes))
  );
}

function inSelector(selector: Selector): boolean {
  if (selector.kind === 'index') return usesDollar(selector.index);
  return 'name' in selector && typeof selector.name === 'object' && usesDollar(selector.name);
}
