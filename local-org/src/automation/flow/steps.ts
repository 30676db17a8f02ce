import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import { UnsupportedFeature } from '../../kernel/unsupported.js';
import { assign, held } from './assign.js';
import { holds } from './conditions.js';
import { process } from './elements/collection.js';
import { transform } from './elements/transform.js';
import { FlowFault } from './fault.js';
import { Frame } from './frame.js';
import type { DecisionNode, FlowModel, FlowNode, LoopNode, SubflowNode } from './model.js';
import type { Scope } from './scope.js';
import type { FlowWorld } from './world.js';
import { heldBefore } from './prior.js';

/** A flow that holds what the local org does not know does not run at all. */
export function refuseUnsupported({ name, unsupported }: FlowModel): void {
  if (unsupported.length > 0) throw new UnsupportedFeature(`the flow ${name}: ${unsupported.join('; ')}`);
}

/** Does an element that concerns one interview only, and goes on to the next. */
export function step(scope: Scope, node: FlowNode): void {
  const { frame } = scope.interview;
  switch (node.kind) {
    case 'assignment':
      for (const item of node.items) assign(scope, item);
      break;
    case 'decision':
      frame.goTo(decide(scope, node));
      return;
    case 'loop':
      frame.goTo(nextTurn(scope, node));
      return;
    case 'sort':
    case 'filter':
    case 'map':
      process(scope, node);
      break;
    case 'transform':
      transform(scope, node);
      break;
    case 'error':
      raise(scope, node);
      break;
    case 'rollback':
      throw new UnsupportedFeature(`rolling back in a flow without screens (flow ${frame.flow.name}, ${node.name})`);
    case 'screen':
      throw new UnsupportedFeature(`screens in flows that nobody looks at (flow ${frame.flow.name}, ${node.name})`);
    case 'unsupported':
      throw new UnsupportedFeature(`${node.what} in flows (flow ${frame.flow.name}, ${node.name})`);
  }
  frame.goTo(node.next);
}

/** The path of the first outcome that holds, else the default one. */
function decide(scope: Scope, { rules, next }: DecisionNode): string | undefined {
  const { frame } = scope.interview;
  for (const rule of rules) {
    const met = holds(scope, rule) && !(rule.onlyWhenChangedToMeet && heldBefore(scope, () => holds(scope, rule)));
    frame.outcomes.set(rule.name.toLowerCase(), met);
    if (met) return rule.next;
  }
  return next;
}

/** The items are those that the collection held when the loop was entered. Changes of the item are changes of the collection's. */
function nextTurn(scope: Scope, node: LoopNode): string | undefined {
  const { frame } = scope.interview;
  const key = node.name.toLowerCase();
  let state = frame.loops.get(key);
  if (!state) {
    const value = scope.read(node.collection);
    const items = value instanceof ApexList ? [...value.items] : [];
    state = { items: node.descending ? items.reverse() : items, next: 0 };
    frame.loops.set(key, state);
  }
  if (state.next >= state.items.length) {
    frame.loops.delete(key);
    frame.results.delete(key);
    return node.next;
  }
  const item = state.items[state.next++] ?? null;
  if (node.to === undefined) frame.results.set(key, { value: item });
  else frame.variables.set(node.to.toLowerCase(), item);
  return node.each;
}

/** Errors for the record whose save has triggered the flow. */
function raise(scope: Scope, node: Extract<FlowNode, { kind: 'error' }>): void {
  const { trigger } = scope.interview;
  if (!trigger) throw new FlowFault('Custom errors are for flows that a record triggers.');
  for (const { pieces, field } of node.messages) {
    const name = field?.replace(/^\$Record\./i, '');
    trigger.row.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', scope.text(pieces), name === undefined ? [] : [name]);
  }
}

/** Enters a subflow with its inputs. */
export function startSubflow(scope: Scope, node: SubflowNode, world: FlowWorld): void {
  const { interview } = scope;
  const flow = world.flow(node.flow);
  if (!flow) throw new FlowFault(`The flow failed: there is no flow ${node.flow}.`);
  refuseUnsupported(flow);
  if (interview.frames.length > 50) throw new FlowFault('The flow failed: subflows are nested too deeply.');
  interview.frame.visited.add(node.name.toLowerCase());
  const inputs = new Map<string, ApexValue>(
    node.inputs.map(({ name, value }) => [name.toLowerCase(), scope.value(value)])
  );
  interview.frames.push(new Frame(flow, flow.start.connector, node));
  initialize(scope, inputs);
}

/** Gives the variables of the flow that runs their defaults and inputs. Inputs of other names are left out. */
export function initialize(scope: Scope, inputs: ReadonlyMap<string, ApexValue>): void {
  const { frame } = scope.interview;
  for (const [key, model] of frame.flow.resources) {
    if (model.kind !== 'variable') continue;
    if (model.value) frame.variables.set(key, held(scope, scope.value(model.value), model));
  }
  for (const [key, value] of inputs) {
    const model = frame.flow.resources.get(key);
    if (model?.kind === 'variable' && model.input) frame.variables.set(key, held(scope, value, model));
  }
}
