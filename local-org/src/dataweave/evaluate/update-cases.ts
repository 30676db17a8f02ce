import { WeaveError } from '../errors.js';
import type { Expression, Selector } from '../syntax/tree.js';
import { evaluate, isTrue, keyText } from './evaluator.js';
import { Scope } from './scope.js';
import { stepOf, updateAt, type Step } from './update.js';
import type { WeaveValue } from '../values.js';

/** `value update { case name at .path -> … }`: the cases one after the other, each on what the one before has made. */
export function evaluateUpdate(expression: Expression & { kind: 'update' }, scope: Scope): WeaveValue {
  let value = evaluate(expression.value, scope);
  for (const { name, path, upsert, when, body } of expression.cases) {
    const steps = path.map((selector) => stepFor(selector, scope));
    value = updateAt(value, steps, upsert, (old) => {
      const inner = new Scope(scope);
      inner.set(name, old);
      if (name !== '$') inner.set('$', old);
      return when && !isTrue(evaluate(when, inner)) ? old : evaluate(body, inner);
    });
  }
  return value;
}

function stepFor(selector: Selector, scope: Scope): Step {
  switch (selector.kind) {
    case 'value':
      return { kind: 'field', name: keyText(evaluate(selector.name, scope)) };
    case 'values':
      return { kind: 'fields', name: keyText(evaluate(selector.name, scope)) };
    case 'attribute':
      return { kind: 'attribute', name: keyText(evaluate(selector.name, scope)) };
    case 'index':
      return stepOf(evaluate(selector.index, scope), keyText);
    default:
      throw new WeaveError(`update cannot follow a selector of the kind ${selector.kind}`);
  }
}
