import type { ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { compared, isEmpty, same } from '../compare.js';
import { satisfies } from '../logic.js';
import { plainText } from '../values.js';
import { ApexList } from '../../kernel/collections.js';
import type { ConditionModel, ConditionsModel } from './model.js';
import type { Scope } from './scope.js';

/** Whether the conditions of an outcome or filter hold. */
export const holds = (scope: Scope, { logic, conditions }: ConditionsModel): boolean =>
  satisfies(logic, conditions.length, (i) => {
    const condition = conditions[i];
    return condition !== undefined && conditionHolds(scope, condition);
  });

function conditionHolds(scope: Scope, { left, operator, right }: ConditionModel): boolean {
  const { frame } = scope.interview;
  const name = left.toLowerCase();
  switch (operator) {
    case 'WasVisited':
      return truth(frame.visited.has(name), scope.value(right));
    case 'HasError':
      return truth(frame.failed.has(name), scope.value(right));
    case 'IsChanged':
      return truth(isChanged(scope, left), scope.value(right));
    default:
      return compare(scope.tx, operator, scope.read(left), scope.value(right));
  }
}

/** The value on the right says whether the statement shall be true. */
const truth = (found: boolean, wanted: ApexValue): boolean => found === (wanted !== false);

/** Whether the save has changed a field of `$Record`; a new record is changed where it has a value. */
function isChanged(scope: Scope, path: string): boolean {
  const { trigger } = scope.interview;
  const fields = path.split('.').slice(1);
  const before = trigger?.prior ? scope.walk(trigger.prior, fields) : null;
  return !same(scope.tx, scope.walk(trigger?.record ?? null, fields), before);
}

/**
 * One comparison. Text is compared with regard to case.
 * https://help.salesforce.com/s/articleView?id=platform.flow_ref_operators_condition.htm
 */
export function compare(tx: Transaction, operator: string, left: ApexValue, right: ApexValue): boolean {
  const texts = (): readonly [string, string] => [plainText(tx, left) ?? '', plainText(tx, right) ?? ''];
  const order = (): number => compared(tx, left, right) ?? NaN;
  switch (operator) {
    case 'EqualTo':
      return same(tx, left, right);
    case 'NotEqualTo':
      return !same(tx, left, right);
    case 'GreaterThan':
      return order() > 0;
    case 'GreaterThanOrEqualTo':
      return order() >= 0;
    case 'LessThan':
      return order() < 0;
    case 'LessThanOrEqualTo':
      return order() <= 0;
    case 'IsNull':
    case 'IsEmpty':
      return truth(isEmpty(left), right);
    case 'IsBlank':
      return truth(isEmpty(left) || (typeof left === 'string' && left.trim() === ''), right);
    case 'WasSet':
      return truth(left !== null, right);
    case 'WasSelected':
      return truth(!isEmpty(left) && left !== false, right);
    case 'Contains': {
      if (left instanceof ApexList) return left.items.some((item) => same(tx, item, right));
      const [text, part] = texts();
      return text !== '' && text.includes(part);
    }
    case 'StartsWith': {
      const [text, part] = texts();
      return text !== '' && text.startsWith(part);
    }
    case 'EndsWith': {
      const [text, part] = texts();
      return text !== '' && text.endsWith(part);
    }
    case 'In':
      return listed(tx, left, right);
    case 'NotIn':
      return !listed(tx, left, right);
    default:
      return false;
  }
}

const listed = (tx: Transaction, item: ApexValue, list: ApexValue): boolean =>
  (list instanceof ApexList ? list.items : [list]).some((one) => same(tx, one, item));
