import { ApexThrow } from '../../kernel/exception.js';
import { ApexList } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { callInvocable, invocableMethod } from '../../platform/invocable/method.js';
import { exceptionText } from '../../runtime/exceptions.js';
import { fromJson } from '../json/from-json.js';
import { recordJson } from '../json/record-json.js';
import { toAuraJson, type Json } from '../json/to-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { API_ROOT, bodyObject, HttpError, json, type RouteContext } from './route.js';

type Inputs = Readonly<Record<string, Json>>;
type Outputs = Record<string, Json>;

/** POST actions/custom/apex|flow/{name}. https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_flow.htm */
export function runAction({ tx, task, params }: RouteContext): HttpResult {
  const [type = '', name = ''] = params;
  const given = bodyObject(task)['inputs'];
  const inputs = Array.isArray(given) ? given.map((one) => one as Inputs) : [{}];
  const results = type === 'flow' ? inputs.map((one) => runFlow(tx, name, one)) : runApex(tx, name, inputs);
  return json(results.every(({ isSuccess }) => isSuccess) ? 200 : 400, results);
}

interface ActionAnswer {
  readonly actionName: string;
  readonly errors:
    readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[] | null;
  readonly isSuccess: boolean;
  readonly outputValues: Outputs | null;
}

const done = (actionName: string, outputValues: Outputs): ActionAnswer => ({
  actionName,
  errors: null,
  isSuccess: true,
  outputValues
});

function failure(actionName: string, statusCode: string, error: unknown): ActionAnswer {
  if (!(error instanceof ApexThrow) || error.fatal) throw error;
  const message = statusCode === 'FLOW_EXCEPTION' ? (error.exception.message ?? '') : exceptionText(error.exception);
  return { actionName, errors: [{ statusCode, message, fields: [] }], isSuccess: false, outputValues: null };
}

/** Values for the flow's input variables; others are left out. */
export function flowInputs(tx: Transaction, name: string, inputs: Inputs): Map<string, ApexValue> {
  const types = tx.org.flows?.inputs(name);
  const values = new Map<string, ApexValue>();
  for (const [input, value] of Object.entries(inputs)) {
    const type = types?.get(input.toLowerCase());
    if (type) values.set(input, fromJson(tx, value, type));
  }
  return values;
}

function runFlow(tx: Transaction, name: string, inputs: Inputs): ActionAnswer {
  const values = flowInputs(tx, name, inputs);
  const interview = tx.org.flows?.interview(name, values);
  if (!interview) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  try {
    interview.start(tx);
  } catch (error) {
    return failure(name, 'FLOW_EXCEPTION', error);
  }
  const outputs: Outputs = { Flow__InterviewStatus: 'Finished' };
  for (const output of interview.outputs) outputs[output] = valueJson(tx, interview.variable(tx, output));
  return done(name, outputs);
}

function runApex(tx: Transaction, name: string, inputs: readonly Inputs[]): ActionAnswer[] {
  const method = invocableMethod(tx, name);
  if (!method) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
  const { element } = method;
  const given = inputs.map(
    (one) => element && fromJson(tx, element.kind === 'class' ? one : (Object.values(one)[0] ?? null), element)
  );
  try {
    const outputs = callInvocable(
      tx,
      method,
      given.map((value) => value ?? null)
    );
    return inputs.map((_, i) => done(name, outputsOf(tx, outputs[i] ?? null)));
  } catch (error) {
    return inputs.map(() => failure(name, 'INVOCABLE_ACTION_FAILED', error));
  }
}

function outputsOf(tx: Transaction, output: ApexValue): Outputs {
  const type = output instanceof ApexObject ? output.apexType() : undefined;
  if (output === null) return {};
  if (type?.kind !== 'class') return { output: valueJson(tx, output) };
  const outputs: Outputs = {};
  for (const member of tx.org.code.classInfo(type.name)?.members ?? [])
    if (member.annotations.some((note) => note.name === 'invocablevariable'))
      outputs[member.name] = valueJson(tx, tx.org.code.getMember(tx, output as ApexObject, member.name));
  return outputs;
}

/** Records are as the API shows them, objects by what they show to components. */
export function valueJson(tx: Transaction, value: ApexValue): Json {
  if (value instanceof SObjectValue) return recordJson(value, API_ROOT);
  if (value instanceof ApexList) return value.items.map((item) => valueJson(tx, item));
  return toAuraJson(tx, value);
}
