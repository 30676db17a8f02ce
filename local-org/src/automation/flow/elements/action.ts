import { UnsupportedFeature } from '../../../kernel/unsupported.js';
import { write } from '../assign.js';
import { apexFault, FlowFault, statementFault } from '../fault.js';
import type { ActionNode } from '../model.js';
import type { Scope } from '../scope.js';
import { apexAction } from './apex-action.js';
import { chatterPost } from './chatter-post.js';
import { submit } from './submit.js';
import type { FlowWorld } from '../world.js';
import { customNotification } from './custom-notification.js';
import { emailAlert } from './email-alert.js';
import { emailSimple } from './email-simple.js';
import type { ActionValues } from './action-values.js';

/** Runs an action for one interview. */
type SingleAction = (scope: Scope, inputs: ActionValues, node: ActionNode, world: FlowWorld) => ActionValues;

const single: Readonly<Record<string, SingleAction>> = {
  emailSimple,
  emailAlert,
  chatterPost,
  customNotificationAction: customNotification,
  submit
};

/** True for an action that the local org can run. */
export const isActionSupported = (type: string): boolean => type === 'apex' || type === 'flow' || type in single;

/** A call of an action for all interviews that stand at it. */
export function act(node: ActionNode, scopes: readonly Scope[], world: FlowWorld): (FlowFault | null)[] {
  const inputs = scopes.map(
    (scope) => new Map(node.inputs.map(({ name, value }) => [name.toLowerCase(), scope.value(value)]))
  );
  if (node.actionType === 'apex')
    return all(scopes, () => keepAll(node, scopes, apexAction(node, scopes, inputs)), apexFault);
  const run = single[node.actionType];
  if (!run) {
    const flow = scopes[0]?.interview.frame.flow.name ?? '';
    throw new UnsupportedFeature(
      `the action ${node.actionName} of type ${node.actionType} (flow ${flow}, ${node.name})`
    );
  }
  return scopes.map((scope, i) => {
    const work = (): void => keep(node, scope, run(scope, inputs[i] ?? new Map(), node, world));
    return all([scope], work, (error) => statementFault('execute an action', error))[0] ?? null;
  });
}

function all(scopes: readonly Scope[], work: () => void, fault: (error: unknown) => FlowFault): (FlowFault | null)[] {
  try {
    work();
    return scopes.map(() => null);
  } catch (error) {
    const found = error instanceof FlowFault ? error : fault(error);
    return scopes.map(() => found);
  }
}

function keepAll(node: ActionNode, scopes: readonly Scope[], outputs: readonly ActionValues[]): void {
  scopes.forEach((scope, i) => keep(node, scope, outputs[i] ?? new Map()));
}

function keep(node: ActionNode, scope: Scope, outputs: ActionValues): void {
  for (const { name, to } of node.outputs) {
    const value = outputs.get(name.toLowerCase());
    if (value !== undefined) write(scope, to, value);
  }
  if (node.stored) scope.interview.frame.results.set(node.name.toLowerCase(), { members: outputs });
}
