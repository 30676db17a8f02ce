import type { ApexValue } from '../../../kernel/object.js';
import { ApexId } from '../../../kernel/scalars.js';
import { storedRecord } from '../../records.js';
import { sendAlert } from '../../workflow/alert.js';
import { FlowFault } from '../fault.js';
import type { ActionNode } from '../model.js';
import type { Scope } from '../scope.js';
import type { FlowWorld } from '../world.js';
import { type ActionValues, textInput } from './action-values.js';

/** Sends an email alert of an object's workflow, `Object.Alert`, about a record. */
export function emailAlert(
  { tx }: Scope,
  inputs: ActionValues,
  { actionName }: ActionNode,
  world: FlowWorld
): ReadonlyMap<string, ApexValue> {
  const dot = actionName.indexOf('.');
  const alert = world.alert(actionName.slice(0, dot), actionName.slice(dot + 1));
  if (!alert) throw new FlowFault(`The flow failed: there is no email alert ${actionName}.`);
  const id = ApexId.parse(textInput(inputs, 'SObjectRowId') ?? '');
  const record = id ? storedRecord(tx, id) : null;
  if (!record) throw new FlowFault('The flow failed to send an email: invalid record ID.');
  sendAlert(tx, alert, record);
  return new Map();
}
