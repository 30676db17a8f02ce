import type { Transaction } from '../../kernel/services.js';
import { write } from './assign.js';
import { act } from './elements/action.js';
import { create, remove, update } from './elements/dml.js';
import { lookUp } from './elements/lookup.js';
import { FlowFault } from './fault.js';
import type { Interview } from './interview.js';
import type { FlowNode } from './model.js';
import { Scope } from './scope.js';
import { refuseUnsupported, startSubflow, step } from './steps.js';
import type { FlowWorld } from './world.js';

/**
 * Runs interviews side by side to their ends. Each goes on by itself until it comes to an element that reads or writes records or
 * calls an action; those that stand at the same one then do it together, so that it counts once.
 * https://help.salesforce.com/s/articleView?id=platform.flow_concepts_bulkification.htm
 */
export function runInterviews(tx: Transaction, interviews: readonly Interview[], world: FlowWorld): void {
  for (const { flow } of interviews) refuseUnsupported(flow);
  const scopes = interviews.map((interview) => new Scope(tx, interview));
  for (;;) {
    const waiting = scopes.filter((scope) => advance(scope, world));
    const node = waiting[0]?.interview.frame.node;
    if (!node) return;
    const there = waiting.filter(({ interview }) => interview.frame.node === node);
    together(node, there, world);
  }
}

/** True when the interview stands at an element that is done together, false when it has ended or shows a screen. */
function advance(scope: Scope, world: FlowWorld): boolean {
  const { interview, tx } = scope;
  while (interview.running && !interview.screen) {
    const { node } = interview.frame;
    if (node && isTogether(node)) return true;
    tx.limits.checkCpu();
    try {
      if (!node) leaveSubflow(scope);
      else if (node.kind === 'subflow') startSubflow(scope, node, world);
      else {
        interview.frame.visited.add(node.name.toLowerCase());
        step(scope, node);
      }
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      faulted(interview, node, error);
    }
  }
  return false;
}

const isTogether = ({ kind }: FlowNode): boolean =>
  kind === 'lookup' || kind === 'create' || kind === 'update' || kind === 'delete' || kind === 'action';

function together(node: FlowNode, scopes: readonly Scope[], world: FlowWorld): void {
  const faults = perform(node, scopes, world);
  scopes.forEach(({ interview }, i) => {
    interview.frame.visited.add(node.name.toLowerCase());
    const fault = faults[i];
    if (fault) faulted(interview, node, fault);
    else interview.frame.goTo(node.next);
  });
}

function perform(node: FlowNode, scopes: readonly Scope[], world: FlowWorld): (FlowFault | null)[] {
  try {
    switch (node.kind) {
      case 'lookup':
        return lookUp(node, scopes);
      case 'create':
        return create(node, scopes);
      case 'update':
        return update(node, scopes);
      case 'delete':
        return remove(node, scopes);
      case 'action':
        return act(node, scopes, world);
      default:
        return scopes.map(() => null);
    }
  } catch (error) {
    if (!(error instanceof FlowFault)) throw error;
    return scopes.map(() => error);
  }
}

/** Goes to the fault path, or ends the interview when there is none. */
function faulted(interview: Interview, node: FlowNode | undefined, fault: FlowFault): void {
  if (node) interview.frame.failed.add(node.name.toLowerCase());
  interview.faultMessage = fault.message;
  if (node?.fault === undefined) interview.fault = fault;
  else interview.frame.goTo(node.fault);
}

/** The end of a subflow: its outputs go to the flow that has called it. */
function leaveSubflow(scope: Scope): void {
  const { interview } = scope;
  const done = interview.frames.pop();
  const caller = done?.caller;
  if (!done || !caller) return;
  const valueOf = (name: string) => done.variables.get(name.toLowerCase()) ?? null;
  for (const { name, to } of caller.outputs) write(scope, to, valueOf(name));
  if (caller.stored) interview.frame.results.set(caller.name.toLowerCase(), { members: new Map(done.variables) });
  interview.frame.goTo(caller.next);
}
