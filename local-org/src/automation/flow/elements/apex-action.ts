import { ApexList } from '../../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../../kernel/object.js';
import type { Transaction } from '../../../kernel/services.js';
import { T } from '../../../kernel/types.js';
import { callInvocable, invocableMethod } from '../../../platform/invocable/method.js';
import { decimalOf } from '../../../runtime/conversion.js';
import { toMember } from '../assign.js';
import { FlowFault } from '../fault.js';
import type { ActionNode } from '../model.js';
import type { Scope } from '../scope.js';
import type { ActionValues } from './action-values.js';

/** Calls an invocable method of Apex once for all interviews: an element of its list for each. */
export function apexAction(
  node: ActionNode,
  scopes: readonly Scope[],
  inputs: readonly ActionValues[]
): readonly ActionValues[] {
  const tx = (scopes[0] as Scope).tx;
  const method = invocableMethod(tx, node.actionName);
  if (!method) throw new FlowFault(`The flow failed: there is no invocable Apex method in ${node.actionName}.`);
  const element = method.element;
  const given = inputs.map((values): ApexValue => {
    if (!element) return null;
    if (element.kind !== 'class') return toMember(tx, [...values.values()][0] ?? null, element);
    return inputObject(tx, element.name, values);
  });
  const outputs = callInvocable(tx, method, given);
  if (outputs.length > 0 && outputs.length !== scopes.length)
    throw new FlowFault(
      'The number of results does not match the number of interviews that were executed in a single bulk execution request.'
    );
  return scopes.map((_, i) => outputsOf(tx, outputs[i] ?? null));
}

function inputObject(tx: Transaction, type: string, values: ActionValues): ApexObject {
  const input = tx.org.code.newInstance(tx, type);
  const members = tx.org.code.classInfo(type)?.members ?? [];
  for (const [name, value] of values) {
    const member = members.find((each) => each.name.toLowerCase() === name);
    if (!member) throw new FlowFault(`The flow failed: the action has no input ${name}.`);
    tx.org.code.setMember(tx, input, member.name, toMember(tx, value, member.type));
  }
  return input;
}

function outputsOf(tx: Transaction, output: ApexValue): ActionValues {
  const type = output instanceof ApexObject ? output.apexType() : undefined;
  if (output === null) return new Map();
  if (type?.kind !== 'class') return new Map([['output', inFlow(output)]]);
  const members = tx.org.code.classInfo(type.name)?.members ?? [];
  const visible = members.filter((member) => member.annotations.some((note) => note.name === 'invocablevariable'));
  return new Map(
    visible.map((member) => [
      member.name.toLowerCase(),
      inFlow(tx.org.code.getMember(tx, output as ApexObject, member.name))
    ])
  );
}

/** Numbers of flows are Decimals. */
function inFlow(value: ApexValue): ApexValue {
  if (value instanceof ApexList)
    return value.items.some((item) => decimalOf(item)) ? new ApexList(T.Decimal, value.items.map(inFlow)) : value;
  return decimalOf(value) ?? value;
}
