import { Big } from 'bigdecimal.js';
import { ApexList } from '../../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../../kernel/object.js';
import { SObjectValue } from '../../../kernel/sobject.js';
import { apexTypeOf, converted, numberOf } from '../../values.js';
import { setField, toMember } from '../assign.js';
import { FlowFault } from '../fault.js';
import type { TransformAction, TransformNode, ValueModel } from '../model.js';
import type { Scope } from '../scope.js';

/** The Transform element: https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_transform.htm */
export function transform(scope: Scope, node: TransformNode): void {
  scope.interview.frame.results.set(node.name.toLowerCase(), { value: outcome(scope, node) });
}

function outcome(scope: Scope, node: TransformNode): ApexValue {
  const { type, values } = node;
  const single = values[0];
  if (single && single.field === undefined) return converted(scope.tx, actionValue(scope, single, undefined), type);
  if (!type.collection) return target(scope, node, undefined);
  const source = values.flatMap(({ value }) => (value ? (sourceOf(scope, value) ?? []) : []))[0];
  const items = source?.list.items ?? [];
  return new ApexList(
    apexTypeOf(type),
    items.map((_, index) => target(scope, node, index))
  );
}

/** One object of the target; with an index its values are those of that item of their collections. */
function target(scope: Scope, { type, values }: TransformNode, index: number | undefined): ApexValue {
  const { tx } = scope;
  const apex = apexTypeOf(type);
  if (type.dataType === 'SObject') {
    const record = new SObjectValue(tx.org.schema.object(type.objectType ?? '')?.name ?? '');
    for (const action of values) setField(scope, record, action.field ?? '', actionValue(scope, action, index));
    return record;
  }
  if (apex.kind !== 'class') throw new FlowFault('The flow failed: a transformation has no target.');
  const made = tx.org.code.newInstance(tx, apex.name);
  const members = tx.org.code.classInfo(apex.name)?.members ?? [];
  for (const action of values) {
    const member = members.find(({ name }) => name.toLowerCase() === action.field?.toLowerCase());
    if (member)
      tx.org.code.setMember(tx, made, member.name, toMember(tx, actionValue(scope, action, index), member.type));
  }
  return made;
}

function actionValue(scope: Scope, action: TransformAction, index: number | undefined): ApexValue {
  if (action.operation === 'Map') return action.value ? mappedValue(scope, action.value, index) : null;
  const input = (name: string): ApexValue => {
    const found = action.inputs.find((each) => each.name === name);
    return found ? scope.value(found.value) : null;
  };
  const list = input('aggregationValues');
  const items = list instanceof ApexList ? list.items : [];
  if (action.operation === 'Count') return Big(items.length);
  const field = String(input('aggregationField') ?? '');
  const numbers = items.map((item) => numberOf(field === '' ? item : scope.walk(item, field.split('.'))) ?? Big(0));
  return numbers.reduce((sum, number) => sum.add(number), Big(0));
}

/** `Collection[$EachItem].Field`: the field of the item that is being mapped. */
function sourceOf(scope: Scope, value: ValueModel): { list: ApexList; path: readonly string[] } | undefined {
  if (value.kind !== 'reference') return undefined;
  const match = /^(.*?)\[\$EachItem\](?:\.(.*))?$/.exec(value.path);
  const list = match ? scope.read(match[1] ?? '') : null;
  return list instanceof ApexList ? { list, path: match?.[2]?.split('.') ?? [] } : undefined;
}

function mappedValue(scope: Scope, value: ValueModel, index: number | undefined): ApexValue {
  const source = sourceOf(scope, value);
  if (!source) return scope.value(value);
  const item = source.list.items[index ?? 0] ?? null;
  return source.path.length === 0 || !(item instanceof ApexObject) ? item : scope.walk(item, source.path);
}
