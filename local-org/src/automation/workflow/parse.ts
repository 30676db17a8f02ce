import { parseFormula } from '../../formula/parse.js';
import { SchemaError } from '../../schema/schema-error.js';
import type { MetadataComponent } from '../../schema/source-tree.js';
import { child, children, flag, number, text, texts, type XmlNode } from '../../schema/xml.js';
import { readCriteria } from '../criteria.js';
import type { AlertModel, FieldUpdateModel, RuleModel, TaskModel, WorkflowModel } from './model.js';

const nameOf = (node: XmlNode): string => text(node, 'fullName') ?? '';
const maybe = <K extends string>(key: K, value: string | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;

/** Reads the workflow of an object; what cannot be read or is not run stands among the problems. */
export function parseWorkflow({ name: object, file, xml }: MetadataComponent, problems: Error[]): WorkflowModel {
  const problem = (what: string): void => {
    problems.push(new SchemaError(file, what));
  };
  return {
    object,
    rules: children(xml, 'rules').flatMap((node) => rule(node, object, problem) ?? []),
    fieldUpdates: byName(xml, 'fieldUpdates', (node) => fieldUpdate(node, object, problem)),
    alerts: byName(xml, 'alerts', alert),
    tasks: byName(xml, 'tasks', task)
  };
}

function byName<V>(xml: XmlNode, element: string, read: (node: XmlNode) => V | undefined): Map<string, V> {
  const found = new Map<string, V>();
  for (const node of children(xml, element)) {
    const model = read(node);
    if (model) found.set(nameOf(node).toLowerCase(), model);
  }
  return found;
}

type Problem = (what: string) => void;

function rule(node: XmlNode, object: string, problem: Problem): RuleModel | undefined {
  const name = nameOf(node);
  if (!flag(node, 'active')) return undefined;
  const of = `Workflow rule ${object}.${name}`;
  if (child(node, 'workflowTimeTriggers')) problem(`${of}: actions that depend on time are not run.`);
  const actions = children(node, 'actions').map((action) => ({
    type: text(action, 'type') ?? '',
    name: text(action, 'name') ?? ''
  }));
  for (const { type, name: action } of actions)
    if (!/^(Alert|FieldUpdate|Task)$/.test(type)) problem(`${of}: the action ${action} of type ${type} is not run.`);
  try {
    return { name, criteria: readCriteria(node), triggerType: text(node, 'triggerType') ?? 'onAllChanges', actions };
  } catch (error) {
    problem(`${of}: ${(error as Error).message}`);
    return undefined;
  }
}

function fieldUpdate(node: XmlNode, object: string, problem: Problem): FieldUpdateModel | undefined {
  const name = nameOf(node);
  const formula = text(node, 'formula');
  const operation = text(node, 'operation') ?? 'Null';
  const lookup = text(node, 'lookupValue');
  try {
    return {
      name,
      field: text(node, 'field') ?? '',
      operation,
      ...(operation === 'Formula' && { formula: parseFormula(formula ?? 'NULL') }),
      ...maybe('literal', text(node, 'literalValue')),
      ...(lookup !== undefined && { lookup: { value: lookup, type: text(node, 'lookupValueType') ?? 'User' } }),
      reevaluate: flag(node, 'reevaluateOnChange'),
      ...maybe('target', text(node, 'targetObject'))
    };
  } catch (error) {
    problem(`Field update ${object}.${name}: ${(error as Error).message}`);
    return undefined;
  }
}

const alert = (node: XmlNode): AlertModel => ({
  name: nameOf(node),
  template: text(node, 'template') ?? '',
  recipients: children(node, 'recipients').map((recipient) => ({
    type: text(recipient, 'type') ?? '',
    ...maybe('recipient', text(recipient, 'recipient')),
    ...maybe('field', text(recipient, 'field'))
  })),
  cc: texts(node, 'ccEmails'),
  ...maybe('sender', text(node, 'senderAddress'))
});

const task = (node: XmlNode): TaskModel => ({
  name: nameOf(node),
  subject: text(node, 'subject') ?? '',
  description: text(node, 'description') ?? null,
  status: text(node, 'status') ?? 'Not Started',
  priority: text(node, 'priority') ?? 'Normal',
  ...maybe('assignedTo', text(node, 'assignedTo')),
  assignedToType: text(node, 'assignedToType') ?? 'owner',
  dueDateOffset: number(node, 'dueDateOffset') ?? 0,
  ...maybe('offsetFromField', text(node, 'offsetFromField'))
});
