import { isActionSupported } from './elements/action.js';
import type { FlowModel, FlowNode } from './model.js';
import { startsInSave } from './triggers.js';

/** What the local org does not run of a flow that starts by itself, a sentence each. */
export function notRun(flow: FlowModel): string[] {
  if (!startsInSave(flow)) return [`Flow ${flow.name} of type ${flow.processType} is not run.`];
  const found = new Set(flow.unsupported.map((what) => `Flow ${flow.name} is not supported: ${what}.`));
  for (const node of flow.nodes.values()) {
    const what = unsupportedNode(node);
    if (what !== undefined) found.add(`Flow ${flow.name}: ${what} (${node.name}) is not supported.`);
  }
  for (const { type, name } of flow.start.paths)
    if (type !== 'RecordAfterSave')
      found.add(`Flow ${flow.name}: the path ${name || type} is not run, as it runs later.`);
  if (flow.start.triggerType === 'Scheduled') found.add(`Flow ${flow.name} is not run by its schedule.`);
  return [...found];
}

function unsupportedNode(node: FlowNode): string | undefined {
  if (node.kind === 'screen') return 'the element of screens';
  if (node.kind === 'unsupported') return `the element of ${node.what}`;
  if (node.kind !== 'action' || isActionSupported(node.actionType)) return undefined;
  return `the action ${node.actionName} of type ${node.actionType}`;
}
