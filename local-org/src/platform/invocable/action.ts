import type { ApexMap } from '../../kernel/collections.js';
import { ApexList } from '../../kernel/collections.js';
import { ApexThrow } from '../../kernel/exception.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { exceptionText, illegalArgument } from '../../runtime/exceptions.js';
import { platformClass } from '../define.js';
import { mapSet } from '../map.js';
import { callInvocable, invocableMethod, type InvocableMethod } from './method.js';
import { ActionError, actionResultClasses, actionType, ActionResult, parameterMap, resultType } from './results.js';

/** Invocable.Action: calls what flows call, with parameters by name. */
class InvocableAction extends ApexObject {
  readonly type: string;
  readonly namespace: string | null;
  readonly name: string;
  invocations: ApexMap<string>[] = [];
  constructor(type: string, namespace: string | null, name: string) {
    super();
    this.type = type;
    this.namespace = namespace;
    this.name = name;
  }
  override apexType(): ApexType {
    return actionType;
  }
  /** The invocation that setInvocationParameter fills. */
  get last(): ApexMap<string> {
    const last = this.invocations.at(-1) ?? parameterMap();
    if (this.invocations.length === 0) this.invocations.push(last);
    return last;
  }
}

function invoke(tx: Transaction, action: InvocableAction): ApexList<ActionResult> {
  if (action.type.toLowerCase() === 'flow') return invokeFlow(tx, action);
  const method = invocable(tx, action);
  const list = new ApexList<ActionResult>(resultType);
  const given = action.invocations.length > 0 ? action.invocations : [parameterMap()];
  try {
    const { element } = method;
    const inputs = given.map((parameters) => (element ? inputOf(tx, element, parameters) : null));
    const outputs = callInvocable(tx, method, inputs);
    given.forEach((inputs, i) =>
      list.items.push(
        new ActionResult({ success: true, outputs: outputsOf(tx, outputs[i] ?? null), errors: [], inputs, action })
      )
    );
  } catch (error) {
    if (!(error instanceof ApexThrow) || error.fatal) throw error;
    const message = `An Apex error occurred: ${exceptionText(error.exception)}`;
    for (const inputs of given) {
      const errors = [new ActionError('UNKNOWN_EXCEPTION', message)];
      list.items.push(new ActionResult({ success: false, outputs: parameterMap(), errors, inputs, action }));
    }
  }
  return list;
}

/** A flow as an action: an interview an invocation. */
function invokeFlow(tx: Transaction, action: InvocableAction): ApexList<ActionResult> {
  const given = action.invocations.length > 0 ? action.invocations : [parameterMap()];
  const results = given.map((inputs) => {
    const values = new Map([...inputs.entries.values()].map(({ key, value }) => [key, value] as const));
    const interview = tx.org.flows?.interview(action.name, values);
    if (!interview) throw illegalArgument(`Invalid action: flow ${action.name}`);
    const outputs = parameterMap();
    try {
      interview.start(tx);
    } catch (error) {
      if (!(error instanceof ApexThrow) || error.fatal) throw error;
      const errors = [new ActionError('FLOW_EXCEPTION', error.exception.message)];
      return new ActionResult({ success: false, outputs, errors, inputs, action });
    }
    for (const name of interview.outputs) mapSet(outputs, name, interview.variable(tx, name));
    return new ActionResult({ success: true, outputs, errors: [], inputs, action });
  });
  return new ApexList(resultType, results);
}

function invocable(tx: Transaction, { type, name }: InvocableAction): InvocableMethod {
  const method = type.toLowerCase() === 'apex' ? invocableMethod(tx, name) : undefined;
  if (method) return method;
  if (type.toLowerCase() === 'apex') throw illegalArgument(`Invalid action: apex ${name}`);
  throw illegalArgument(`The local org runs actions of Apex and flows only, not the ${type} ${name}.`);
}

/** An object of the project takes the parameters as its members; anything else is the one parameter. */
function inputOf(tx: Transaction, type: ApexType, parameters: ApexMap<string>): ApexValue {
  if (type.kind !== 'class') return [...parameters.entries.values()][0]?.value ?? null;
  const input = tx.org.code.newInstance(tx, type.name);
  const members = tx.org.code.classInfo(type.name)?.members ?? [];
  for (const { key, value } of parameters.entries.values()) {
    const member = members.find((each) => each.name.toLowerCase() === key.toLowerCase());
    if (!member) throw illegalArgument(`Invalid parameter: ${key}`);
    tx.org.code.setMember(tx, input, member.name, value);
  }
  return input;
}

function outputsOf(tx: Transaction, output: ApexValue): ApexMap<string> {
  const outputs = parameterMap();
  if (output === null) return outputs;
  const type = output instanceof ApexObject ? output.apexType() : undefined;
  if (type?.kind !== 'class') {
    mapSet(outputs, 'output', output);
    return outputs;
  }
  for (const member of tx.org.code.classInfo(type.name)?.members ?? []) {
    if (!member.annotations.some((note) => note.name === 'invocablevariable')) continue;
    mapSet(outputs, member.name, tx.org.code.getMember(tx, output as ApexObject, member.name));
  }
  return outputs;
}

const standard = { unsupported: 'standard actions' };

/** Apex Reference Guide, "Action Class" of the namespace Invocable; what failing actions say is from memory. */
export const invocableClasses = [
  ...actionResultClasses,
  platformClass({
    name: 'Invocable.Action',
    members: {
      'static Invocable.Action createCustomAction(String type, String name)': (_tx, type: string, name: string) =>
        new InvocableAction(required(type, 1), null, required(name, 2)),
      'static Invocable.Action createCustomAction(String type, String namespace, String name)': (
        _tx,
        type: string,
        namespace: string | null,
        name: string
      ) => new InvocableAction(required(type, 1), namespace, required(name, 3)),
      'static Invocable.Action createStandardAction(String type)': standard,
      'Invocable.Action setInvocationParameter(String parameterName, Object parameterValue)': (
        _tx,
        self: InvocableAction,
        name: string,
        value: ApexValue
      ) => {
        mapSet(self.last, required(name, 1), value);
        return self;
      },
      'Invocable.Action addInvocation()': (_tx, self: InvocableAction) => {
        self.invocations.push(parameterMap());
        return self;
      },
      'Invocable.Action clearInvocations()': (_tx, self: InvocableAction) => {
        self.invocations = [];
        return self;
      },
      'Invocable.Action setInvocations(List<Map<String,Object>> invocations)': (
        _tx,
        self: InvocableAction,
        invocations: ApexList<ApexMap<string>>
      ) => {
        self.invocations = [...required(invocations, 1).items];
        return self;
      },
      'List<Invocable.Action.Result> invoke()': (tx, self: InvocableAction) => invoke(tx, self),
      'String getName()': (_tx, self: InvocableAction) => self.name,
      'String getNamespace()': (_tx, self: InvocableAction) => self.namespace,
      'String getType()': (_tx, self: InvocableAction) => self.type,
      'Boolean isStandard()': () => false
    }
  })
];
