import { child, children, flag, number, text, type XmlNode } from '../../schema/xml.js';
import type { FlowModel, FlowNode, ResourceModel, StartModel } from './model.js';
import { filtersOf, nodeReaders, type Problem } from './parse-elements.js';
import { canonicalType, childValue, formulaOf, nullValue, piecesOf, typeOf } from './parse-values.js';

const resourceReaders: Readonly<Record<string, (node: XmlNode, problem: Problem) => ResourceModel>> = {
  variables: (node, problem) => {
    const value = child(node, 'value');
    return {
      kind: 'variable',
      name: text(node, 'name') ?? '',
      ...typeOf(node),
      input: flag(node, 'isInput'),
      output: flag(node, 'isOutput'),
      ...(value && { value: childValue(node, 'value', problem) })
    };
  },
  constants: (node, problem) => ({
    kind: 'constant',
    name: text(node, 'name') ?? '',
    dataType: canonicalType(text(node, 'dataType') ?? 'String'),
    value: childValue(node, 'value', problem)
  }),
  formulas: (node, problem) => {
    const scale = number(node, 'scale');
    return {
      kind: 'formula',
      name: text(node, 'name') ?? '',
      dataType: canonicalType(text(node, 'dataType') ?? 'Number'),
      ...(scale !== undefined && { scale }),
      node: formulaOf(text(node, 'expression') ?? '', problem)
    };
  },
  textTemplates: (node) => ({
    kind: 'template',
    name: text(node, 'name') ?? '',
    pieces: piecesOf(text(node, 'text') ?? '')
  }),
  choices: (node, problem) => ({
    kind: 'choice',
    name: text(node, 'name') ?? '',
    value: children(node, 'value').length > 0 ? childValue(node, 'value', problem) : nullValue
  })
};

/** What says something about a flow without being a part of its run. */
const properties = new Set(
  (
    'actionCalls apiVersion areMetricsLoggedToDataCloud customProperties description dynamicChoiceSets environments fullName ' +
    'interviewLabel isAdditionalPermissionRequiredToRun isOverridable isTemplate label migratedFromWorkflowRuleName ' +
    'overriddenFlow processMetadataValues processType runInMode sourceTemplate stages start startElementReference status ' +
    'timeZoneSidKey triggerOrder'
  ).split(' ')
);

/** Reads the file of a flow. Nothing is skipped in silence: what is not known stands among `unsupported`. */
export function parseFlow(name: string, file: string, xml: XmlNode): FlowModel {
  const unsupported = new Set<string>();
  const nodes = new Map<string, FlowNode>();
  const resources = new Map<string, ResourceModel>();
  for (const [key, value] of Object.entries(xml)) {
    const list = children(xml, key);
    for (const node of list) {
      const problem: Problem = (what) => unsupported.add(`${what} (in ${text(node, 'name') ?? key})`);
      const step = nodeReaders[key]?.(node, problem);
      if (step) nodes.set(step.name.toLowerCase(), step);
      const resource = resourceReaders[key]?.(node, problem);
      if (resource) resources.set(resource.name.toLowerCase(), resource);
    }
    const known = key in nodeReaders || key in resourceReaders || properties.has(key);
    if (!known && value !== undefined) unsupported.add(`the element ${key}`);
  }
  const label = text(xml, 'label') ?? name;
  return {
    name,
    label,
    file,
    processType: text(xml, 'processType') ?? '',
    status: text(xml, 'status') ?? 'Draft',
    apiVersion: number(xml, 'apiVersion') ?? 0,
    runInMode: text(xml, 'runInMode') ?? 'DefaultMode',
    start: processStart(xml) ?? startOf(xml, (what) => unsupported.add(`${what} (in the start)`)),
    nodes,
    resources,
    unsupported: [...unsupported]
  };
}

function startOf(xml: XmlNode, problem: Problem): StartModel {
  const start = child(xml, 'start') ?? {};
  const connector = text(child(start, 'connector'), 'targetReference') ?? text(xml, 'startElementReference');
  const formula = text(start, 'filterFormula');
  const triggerType = text(start, 'triggerType');
  const object = text(start, 'object');
  return {
    ...filtersOf(start, problem),
    ...(connector !== undefined && { connector }),
    ...(triggerType !== undefined && { triggerType }),
    ...(object !== undefined && { object }),
    recordTriggerType: text(start, 'recordTriggerType') ?? 'Create',
    ...(formula !== undefined && { formula: formulaOf(formula, problem) }),
    onlyWhenChangedToMeet: flag(start, 'doesRequireRecordChangedToMeetCriteria'),
    order: number(xml, 'triggerOrder') ?? 1001,
    paths: children(start, 'scheduledPaths').map((path) => {
      const next = text(child(path, 'connector'), 'targetReference');
      return {
        type: text(path, 'pathType') ?? 'Scheduled',
        name: text(path, 'name') ?? '',
        ...(next !== undefined && { connector: next })
      };
    })
  };
}

/** Metadata values of a process of Process Builder: `ObjectType`, `TriggerType`, `ObjectVariable`, `OldObjectVariable`. */
export function processValue(xml: XmlNode, name: string): string | undefined {
  const found = children(xml, 'processMetadataValues').find((value) => text(value, 'name') === name);
  return text(child(found, 'value'), 'stringValue') ?? text(child(found, 'value'), 'elementReference');
}

/** A process of Process Builder is a flow that runs after the save; its records lie in variables of its own. */
function processStart(xml: XmlNode): StartModel | undefined {
  if (text(xml, 'processType') !== 'Workflow') return undefined;
  const object = processValue(xml, 'ObjectType');
  const connector =
    text(xml, 'startElementReference') ?? text(child(child(xml, 'start'), 'connector'), 'targetReference');
  const current = processValue(xml, 'ObjectVariable');
  const old = processValue(xml, 'OldObjectVariable');
  return {
    logic: 'and',
    filters: [],
    ...(connector !== undefined && { connector }),
    ...(object !== undefined && { object }),
    ...(current !== undefined && { process: { current, ...(old !== undefined && { old }) } }),
    triggerType: 'RecordAfterSave',
    recordTriggerType: processValue(xml, 'TriggerType') === 'onCreateOnly' ? 'Create' : 'CreateAndUpdate',
    onlyWhenChangedToMeet: false,
    order: 0,
    paths: []
  };
}
