import type { FlowScreenPart } from '../../kernel/automation.js';
import { ApexThrow } from '../../kernel/exception.js';
import type { ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { UnsupportedFeature } from '../../kernel/unsupported.js';
import type { FlowPageAnswer, FlowPagePart } from '../../lightning/protocol.js';
import type { ApexType } from '../../kernel/types.js';
import type { Json } from '../json/to-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { flowInputs, valueJson } from './actions.js';
import { HttpError, json, type RouteContext } from './route.js';

/**
 * GET /lightning/flow-screen/<flow>?variable=value: starts the flow and answers its screen. A variable that is a collection takes all its
 * values. https://help.salesforce.com/s/articleView?id=platform.flow_distribute_internal_url_variables.htm
 */
export function getFlowScreen(context: RouteContext): HttpResult {
  const { tx, params } = context;
  const name = params[0] ?? '';
  const screen = started(tx, name, flowInputs(tx, name, given(context, name)));
  if (screen === undefined) throw new HttpError(404, 'NOT_FOUND', `There is no flow ${name}.`);
  const answer: FlowPageAnswer = {
    screen: screen && { ...screen, parts: screen.parts.map((part) => partOf(tx, part)) }
  };
  return json(200, answer);
}

function given({ tx, query }: RouteContext, flow: string): Record<string, Json> {
  const types = tx.org.flows?.inputs(flow);
  const inputs: Record<string, Json> = {};
  for (const name of new Set(query.keys())) {
    const type = types?.get(name.toLowerCase());
    if (type) inputs[name] = isList(type) ? query.getAll(name) : query.get(name);
  }
  return inputs;
}

const isList = (type: ApexType): boolean => type.kind === 'platform' && type.name === 'List';

function started(tx: Transaction, flow: string, inputs: ReadonlyMap<string, ApexValue>) {
  try {
    return tx.org.flows?.screen(tx, flow, inputs);
  } catch (error) {
    if (error instanceof UnsupportedFeature) throw new HttpError(501, 'NOT_SUPPORTED', error.message);
    if (error instanceof ApexThrow && !error.fatal)
      throw new HttpError(400, 'FLOW_EXCEPTION', error.exception.message ?? '');
    throw error;
  }
}

function partOf(tx: Transaction, part: FlowScreenPart): FlowPagePart {
  if (part.kind === 'text') return part;
  const properties = Object.fromEntries([...part.inputs].map(([name, value]) => [name, valueJson(tx, value)]));
  return { kind: 'component', name: part.name, component: part.component, properties };
}
