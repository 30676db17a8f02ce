import { ApexList } from '../../../kernel/collections.js';
import type { ApexValue } from '../../../kernel/object.js';
import { SObjectValue } from '../../../kernel/sobject.js';
import { sobjectType } from '../../../kernel/types.js';
import { compared, isEmpty } from '../../compare.js';
import { setField, write } from '../assign.js';
import { holds } from '../conditions.js';
import type { CollectionNode, FlowNode } from '../model.js';
import type { Scope } from '../scope.js';

/** Sort, Collection Filter, and the map of recommendations. */
export function process(scope: Scope, node: CollectionNode): void {
  const value = scope.read(node.collection);
  const list = value instanceof ApexList ? value : new ApexList(sobjectType('SObject'));
  switch (node.kind) {
    case 'sort':
      write(scope, node.collection, new ApexList(list.element, cut(node, sorted(scope, node, list.items))));
      return;
    case 'filter':
      keep(scope, node, new ApexList(list.element, cut(node, filtered(scope, node, list.items))));
      return;
    case 'map':
      keep(scope, node, mapped(scope, node, list.items));
  }
}

const cut = ({ limit }: CollectionNode, items: ApexValue[]): ApexValue[] =>
  limit === undefined ? items : items.slice(0, limit);

const keep = (scope: Scope, node: FlowNode, value: ApexValue): void => {
  scope.interview.frame.results.set(node.name.toLowerCase(), { value });
};

function sorted(scope: Scope, { sorts }: CollectionNode, items: readonly ApexValue[]): ApexValue[] {
  const keyOf = (item: ApexValue, field: string | undefined): ApexValue =>
    field === undefined ? item : scope.walk(item, field.split('.'));
  return [...items].sort((a, b) => {
    for (const { field, descending, emptyFirst } of sorts) {
      const [x, y] = [keyOf(a, field), keyOf(b, field)];
      if (isEmpty(x) !== isEmpty(y)) return isEmpty(x) === emptyFirst ? -1 : 1;
      const order = compared(scope.tx, x, y) ?? 0;
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

function filtered(scope: Scope, node: CollectionNode, items: readonly ApexValue[]): ApexValue[] {
  return items.filter((item) => {
    takeItem(scope, node, item);
    return node.formula ? scope.formula(node.formula) === true : holds(scope, node.conditions);
  });
}

/** The item lies in the variable that conditions and values name. */
function takeItem(scope: Scope, node: CollectionNode, item: ApexValue): void {
  const name = node.to?.toLowerCase();
  if (name === undefined) return;
  const { frame } = scope.interview;
  if (frame.flow.resources.has(name)) frame.variables.set(name, item);
  else frame.results.set(name, { value: item });
}

function mapped(scope: Scope, node: CollectionNode, items: readonly ApexValue[]): ApexList {
  const object = scope.tx.org.schema.object(node.outputType ?? '')?.name ?? 'SObject';
  const records = cut(node, [...items]).map((item) => {
    takeItem(scope, node, item);
    const record = new SObjectValue(object);
    for (const { field, value } of node.mapped) setField(scope, record, lastOf(field), scope.value(value));
    return record;
  });
  return new ApexList(sobjectType(object), records);
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
