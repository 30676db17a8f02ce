import { Big } from 'bigdecimal.js';
import { ApexList } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime } from '../../kernel/scalars.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { castTo } from '../../runtime/types.js';
import { same } from '../compare.js';
import { apexTypeOf, converted, copied, fieldValue, numberOf, plainText, type DataType } from '../values.js';
import { FlowFault } from './fault.js';
import type { Assignment, VariableModel } from './model.js';
import type { Scope } from './scope.js';

/** Does one line of an Assignment element. */
export function assign(scope: Scope, { to, operator, value }: Assignment): void {
  const given = scope.value(value);
  const variable = scope.interview.frame.flow.resources.get(to.toLowerCase());
  if (operator === 'Add' && variable?.kind === 'variable' && variable.collection)
    append(scope, variable, given, value.kind === 'reference' && isCollection(scope, value.path));
  else write(scope, to, outcome(scope, to, operator, given));
}

/** Items at the end of a collection variable, an empty one too: the list is the variable's own, so that it can grow in place. */
function append(scope: Scope, variable: VariableModel, value: ApexValue, emptyCollection: boolean): void {
  const { variables } = scope.interview.frame;
  const key = variable.name.toLowerCase();
  const present = variables.get(key);
  const list = present instanceof ApexList ? present : new ApexList(apexTypeOf(variable));
  const items = value === null && !emptyCollection ? [null] : itemsOf(value);
  for (const item of items) list.items.push(copied(converted(scope.tx, item, variable)));
  variables.set(key, list);
}

/** Sets a variable, or a field of the record or member of the object that it holds. */
export function write(scope: Scope, path: string, value: ApexValue): void {
  const [head = '', ...rest] = path.split('.');
  const last = rest.at(-1);
  if (last === undefined) {
    if (head.toLowerCase() === '$record') setRecord(scope, value);
    else setVariable(scope, head, value);
    return;
  }
  if (head.toLowerCase() === '$flow') return;
  const owner = rest.length === 1 ? ownerOf(scope, head) : scope.read([head, ...rest.slice(0, -1)].join('.'));
  if (owner instanceof SObjectValue) setField(scope, owner, last, value);
  else if (owner instanceof ApexObject) setMember(scope, owner, last, value);
  else throw new FlowFault(`The flow failed to access the value for ${path} because it hasn't been set or assigned.`);
}

function setVariable(scope: Scope, name: string, value: ApexValue): void {
  const { frame } = scope.interview;
  const key = name.toLowerCase();
  const model = frame.flow.resources.get(key);
  if (model?.kind === 'variable') frame.variables.set(key, held(scope, value, model));
  else if (frame.results.has(key) || frame.flow.nodes.has(key)) frame.results.set(key, { value });
  else throw new FlowFault(`The flow has no variable ${name}.`);
}

/** A value in the form in which a variable holds it. */
export function held(scope: Scope, value: ApexValue, model: VariableModel): ApexValue {
  const { tx } = scope;
  if (!model.collection) return copied(converted(tx, value instanceof ApexList ? firstOf(value) : value, model));
  if (value === null) return null;
  const items = value instanceof ApexList ? value.items : [value];
  return new ApexList(
    apexTypeOf(model),
    items.map((item) => copied(converted(tx, item, model)))
  );
}

const firstOf = (list: ApexList): ApexValue => list.items[0] ?? null;

/** The record or object in a variable, made when the variable is still empty. */
function ownerOf(scope: Scope, name: string): ApexValue {
  const found = scope.read(name);
  if (found !== null) return found;
  const { frame } = scope.interview;
  const model = frame.flow.resources.get(name.toLowerCase());
  if (model?.kind !== 'variable') return null;
  const made = newValue(scope, model);
  frame.variables.set(name.toLowerCase(), made);
  return made;
}

function newValue({ tx }: Scope, model: DataType): ApexValue {
  if (model.dataType === 'SObject' && model.objectType !== undefined)
    return new SObjectValue(tx.org.schema.object(model.objectType)?.name ?? model.objectType);
  const type = apexTypeOf(model);
  return model.dataType === 'Apex' && type.kind === 'class' ? tx.org.code.newInstance(tx, type.name) : null;
}

/** Sets a field; a field of the triggering record is remembered as set by the flow. */
export function setField(scope: Scope, record: SObjectValue, name: string, value: ApexValue): void {
  const field = scope.tx.org.schema.field(record.object, name);
  if (!field) throw new FlowFault(`The flow failed: ${record.object} has no field ${name}.`);
  record.fields.set(field.name, fieldValue(scope.tx, field, value));
  const { trigger, touched } = scope.interview;
  if (record === trigger?.record) touched.add(field.name);
}

function setRecord(scope: Scope, value: ApexValue): void {
  const record = scope.interview.trigger?.record;
  if (!record || !(value instanceof SObjectValue)) return;
  for (const [name, content] of value.fields) if (name !== 'Id') setField(scope, record, name, content);
}

function setMember({ tx }: Scope, owner: ApexObject, name: string, value: ApexValue): void {
  const type = owner.apexType();
  const info = type.kind === 'class' ? tx.org.code.classInfo(type.name) : undefined;
  const member = info?.members.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!member) throw new FlowFault(`The flow failed: the Apex class has no member ${name}.`);
  tx.org.code.setMember(tx, owner, member.name, toMember(tx, value, member.type));
}

/** A value of a flow as a member or parameter of Apex takes it: numbers have the type that is declared. */
export function toMember(tx: Scope['tx'], value: ApexValue, type: ReturnType<ApexObject['apexType']>): ApexValue {
  if (value === null || type.kind !== 'platform') return value;
  const number = numberOf(value);
  if (type.name === 'Integer' && number) return Math.trunc(number.numberValue());
  if (type.name === 'Long' && number) return number.toBigInt();
  if (type.name === 'Double' && number) return castTo(tx, number, type);
  if (type.name === 'Decimal') return number;
  if (type.name === 'String') return plainText(tx, value);
  if (type.name === 'Id' && typeof value === 'string') return value === '' ? null : castTo(tx, value, type);
  if (type.name === 'Boolean') return converted(tx, value, { dataType: 'Boolean' });
  if (type.name === 'Date') return converted(tx, value, { dataType: 'Date' });
  if (type.name === 'Datetime') return converted(tx, value, { dataType: 'DateTime' });
  const element = type.args[0];
  if (type.name === 'List' && element && value instanceof ApexList)
    return new ApexList(
      element,
      value.items.map((item) => toMember(tx, item, element))
    );
  return value;
}

/** What the operator makes of the present and the given value: Metadata API, "FlowAssignmentOperator". */
function outcome(scope: Scope, to: string, operator: string, value: ApexValue): ApexValue {
  if (operator === 'Assign') return value;
  if (operator === 'AssignCount') return Big(itemsOf(value).length);
  const present = scope.read(to);
  if (isCollection(scope, to)) return collectionOutcome(scope, present, operator, value);
  switch (operator) {
    case 'Add':
      return sum(scope, present, value, isNumber(scope, to), 1);
    case 'Subtract':
      return sum(scope, present, value, true, -1);
    case 'AddItem':
      return [plainText(scope.tx, present), plainText(scope.tx, value)].filter((text) => text).join(';');
    default:
      throw new FlowFault(`The operator ${operator} does not apply to ${to}.`);
  }
}

const itemsOf = (value: ApexValue): readonly ApexValue[] =>
  value instanceof ApexList ? value.items : value === null ? [] : [value];

function isCollection(scope: Scope, path: string): boolean {
  const model = scope.interview.frame.flow.resources.get(path.toLowerCase());
  return model?.kind === 'variable' ? model.collection : scope.read(path) instanceof ApexList;
}

function isNumber(scope: Scope, path: string): boolean {
  const model = scope.interview.frame.flow.resources.get(path.toLowerCase());
  if (model?.kind === 'variable') return /^(Number|Currency)$/.test(model.dataType);
  const owner = scope.read(path.slice(0, path.lastIndexOf('.')));
  if (!(owner instanceof SObjectValue)) return false;
  const field = scope.tx.org.schema.field(owner.object, path.slice(path.lastIndexOf('.') + 1));
  return /^(int|double|currency|percent)$/.test(field?.type ?? '');
}

function sum({ tx }: Scope, present: ApexValue, value: ApexValue, numeric: boolean, sign: 1 | -1): ApexValue {
  if (present instanceof ApexDate)
    return new ApexDate(present.days + sign * Math.trunc(numberOf(value)?.numberValue() ?? 0));
  if (present instanceof ApexDatetime)
    return new ApexDatetime(present.ms + sign * (numberOf(value)?.numberValue() ?? 0) * 86_400_000);
  const number = numeric || typeof present !== 'string' ? numberOf(present ?? Big(0)) : null;
  if (!numeric && (present === null || !number)) return (plainText(tx, present) ?? '') + (plainText(tx, value) ?? '');
  const given = numberOf(value) ?? Big(0);
  return sign === 1 ? (number ?? Big(0)).add(given) : (number ?? Big(0)).subtract(given);
}

function collectionOutcome(scope: Scope, present: ApexValue, operator: string, value: ApexValue): ApexValue {
  const items = itemsOf(present);
  const given = itemsOf(value);
  const has = (list: readonly ApexValue[], item: ApexValue): boolean => list.some((one) => same(scope.tx, one, item));
  const first = items.findIndex((item) => has(given, item));
  const kept = ((): readonly ApexValue[] => {
    switch (operator) {
      case 'Add':
        return [...items, ...given];
      case 'AddAtStart':
        return [...given, ...items];
      case 'RemoveAll':
        return items.filter((item) => !has(given, item));
      case 'RemoveFirst':
        return items.filter((_, i) => i !== first);
      case 'RemoveAfterFirst':
        return first < 0 ? items : items.slice(0, first + 1);
      case 'RemoveBeforeFirst':
        return first < 0 ? items : items.slice(first);
      case 'RemovePosition': {
        const place = numberOf(value)?.numberValue() ?? 0;
        return items.filter((_, i) => i !== place - 1);
      }
      case 'RemoveUncommon':
        return items.filter((item) => has(given, item));
      default:
        throw new FlowFault(`The operator ${operator} does not apply to collections.`);
    }
  })();
  const element = present instanceof ApexList ? present.element : apexTypeOf({ dataType: 'String' });
  return new ApexList(element, [...kept]);
}
