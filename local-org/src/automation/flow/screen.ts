import type { FlowScreen, FlowScreenPart } from '../../kernel/automation.js';
import type { ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { UnsupportedFeature } from '../../kernel/unsupported.js';
import { apexException } from '../../runtime/exceptions.js';
import { isActive } from './catalog.js';
import { unhandledFault } from './fault.js';
import { Interview } from './interview.js';
import type { FlowModel, ScreenField } from './model.js';
import { runInterviews } from './run.js';
import { Scope } from './scope.js';
import { initialize } from './steps.js';
import type { FlowWorld } from './world.js';

/**
 * Runs a flow that a person has opened to its screen. The interview is not kept, so that a screen must be the end of the flow.
 * https://help.salesforce.com/s/articleView?id=platform.flow_ref_elements_screen.htm
 * @returns null when the flow ends without a screen
 */
export function showScreen(
  tx: Transaction,
  flow: FlowModel,
  inputs: ReadonlyMap<string, ApexValue>,
  world: FlowWorld
): FlowScreen | null {
  if (!isActive(flow)) throw apexException('FlowException', flow.name.toLowerCase());
  const interview = new Interview(flow, { mode: 'system', sharing: flow.runInMode === 'SystemModeWithSharing' });
  interview.isWatched = true;
  const scope = new Scope(tx, interview);
  initialize(scope, new Map([...inputs].map(([name, value]) => [name.toLowerCase(), value])));
  runInterviews(tx, [interview], world);
  if (interview.fault) throw apexException('FlowException', unhandledFault);
  const { screen } = interview;
  if (!screen) return null;
  if (screen.next !== undefined || interview.frames.length > 1)
    throw new UnsupportedFeature(`what follows a screen in flows (flow ${flow.name}, ${screen.name})`);
  const { name, label, header, footer, canFinish, fields } = screen;
  return {
    name,
    label,
    flowLabel: flow.label,
    header,
    footer,
    canFinish,
    parts: fields.map((field) => shown(scope, field))
  };
}

function shown(scope: Scope, field: ScreenField): FlowScreenPart {
  if (field.kind === 'text') return { kind: 'text', name: field.name, text: scope.text(field.pieces) };
  const inputs = new Map(field.inputs.map(({ name, value }) => [name, scope.value(value)]));
  return { kind: 'component', name: field.name, component: field.component, inputs };
}
