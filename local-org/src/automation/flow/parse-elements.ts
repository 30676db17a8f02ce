import { child, children, flag, number, text, texts, type XmlNode } from '../../schema/xml.js';
import type {
  ConditionsModel,
  FieldAssignment,
  FiltersModel,
  FlowNode,
  Output,
  Parameter,
  ScreenField
} from './model.js';
import { assignments, comparisons } from './operators.js';
import { childValue, formulaOf, piecesOf, typeOf, valueOf } from './parse-values.js';

/** Hears of what the local org does not know in a flow. */
export type Problem = (what: string) => void;

const target = (node: XmlNode | undefined, name: string): string | undefined =>
  text(child(node, name), 'targetReference');

function base(node: XmlNode) {
  const next = target(node, 'connector');
  const fault = target(node, 'faultConnector');
  const name = text(node, 'name') ?? '';
  return {
    name,
    label: text(node, 'label') ?? name,
    ...(next !== undefined && { next }),
    ...(fault !== undefined && { fault })
  };
}

function operatorOf(node: XmlNode, known: ReadonlySet<string>, usual: string, problem: Problem): string {
  const operator = text(node, 'operator') ?? usual;
  if (!known.has(operator)) problem(`the operator ${operator}`);
  return operator;
}

const optional = <K extends string>(key: K, value: string | undefined): Readonly<Partial<Record<K, string>>> =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, string>>;

export function filtersOf(node: XmlNode, problem: Problem): FiltersModel {
  return {
    logic: text(node, 'filterLogic') ?? 'and',
    filters: children(node, 'filters').map((filter) => ({
      field: text(filter, 'field') ?? '',
      operator: operatorOf(filter, comparisons, 'EqualTo', problem),
      value: childValue(filter, 'value', problem)
    }))
  };
}

function conditionsOf(node: XmlNode, problem: Problem): ConditionsModel {
  return {
    logic: text(node, 'conditionLogic') ?? 'and',
    conditions: children(node, 'conditions').map((condition) => {
      if (children(condition, 'conditions').length > 0) problem('nested conditions');
      return {
        left: text(condition, 'leftValueReference') ?? '',
        operator: operatorOf(condition, comparisons, 'EqualTo', problem),
        right: childValue(condition, 'rightValue', problem)
      };
    })
  };
}

const fieldAssignments = (node: XmlNode, problem: Problem): FieldAssignment[] =>
  children(node, 'inputAssignments').map((one) => ({
    field: text(one, 'field') ?? '',
    value: childValue(one, 'value', problem)
  }));

const parameters = (node: XmlNode, name: string, problem: Problem): Parameter[] =>
  children(node, name).map((one) => ({ name: text(one, 'name') ?? '', value: childValue(one, 'value', problem) }));

const outputs = (node: XmlNode, name: string): Output[] =>
  children(node, name).map((one) => ({ name: text(one, 'name') ?? '', to: text(one, 'assignToReference') ?? '' }));

const unsupported =
  (what: string) =>
  (node: XmlNode): FlowNode => ({ kind: 'unsupported', ...base(node), what });

/** What is not known of a screen stops the flow only where it would be shown. */
function readScreen(node: XmlNode): FlowNode {
  const unknown: string[] = [];
  const problem: Problem = (what) => unknown.push(what);
  const fields = children(node, 'fields').flatMap((field): ScreenField[] => {
    const name = text(field, 'name') ?? '';
    const type = text(field, 'fieldType') ?? '';
    if (children(field, 'visibilityRule').length > 0) problem('conditions of what is shown');
    if (type === 'ComponentInstance') {
      const component = text(field, 'extensionName') ?? '';
      return [{ kind: 'component', name, component, inputs: parameters(field, 'inputParameters', problem) }];
    }
    if (type === 'DisplayText') return [{ kind: 'text', name, pieces: piecesOf(text(field, 'fieldText') ?? '') }];
    problem(type);
    return [];
  });
  if (unknown.length > 0) return { kind: 'unsupported', ...base(node), what: `screens with ${unknown.join(', ')}` };
  return {
    kind: 'screen',
    ...base(node),
    header: text(node, 'showHeader') !== 'false',
    footer: text(node, 'showFooter') !== 'false',
    canFinish: text(node, 'allowFinish') !== 'false',
    fields
  };
}

/** A flow as an action is a subflow. */
const flowAction = (node: XmlNode, problem: Problem): FlowNode => ({
  kind: 'subflow',
  ...base(node),
  flow: text(node, 'actionName') ?? '',
  inputs: parameters(node, 'inputParameters', problem),
  outputs: outputs(node, 'outputParameters'),
  stored: flag(node, 'storeOutputAutomatically')
});

/** Elements of the file that are steps of the flow, by their names. */
export const nodeReaders: Readonly<Record<string, (node: XmlNode, problem: Problem) => FlowNode>> = {
  assignments: (node, problem) => ({
    kind: 'assignment',
    ...base(node),
    items: children(node, 'assignmentItems').map((item) => ({
      to: text(item, 'assignToReference') ?? '',
      operator: operatorOf(item, assignments, 'Assign', problem),
      value: childValue(item, 'value', problem)
    }))
  }),
  decisions: (node, problem) => ({
    kind: 'decision',
    ...base(node),
    ...optional('next', target(node, 'defaultConnector')),
    rules: children(node, 'rules').map((rule) => ({
      ...conditionsOf(rule, problem),
      name: text(rule, 'name') ?? '',
      onlyWhenChangedToMeet: flag(rule, 'doesRequireRecordChangedToMeetCriteria'),
      ...optional('next', target(rule, 'connector'))
    }))
  }),
  loops: (node) => ({
    kind: 'loop',
    ...base(node),
    ...optional('next', target(node, 'noMoreValuesConnector')),
    collection: text(node, 'collectionReference') ?? '',
    descending: text(node, 'iterationOrder') === 'Desc',
    ...optional('each', target(node, 'nextValueConnector')),
    ...optional('to', text(node, 'assignNextValueToReference'))
  }),
  recordLookups: (node, problem) => {
    if (children(node, 'relatedRecords').length > 0) problem('related records of Get Records');
    const limit = child(node, 'limit');
    return {
      kind: 'lookup',
      ...base(node),
      ...filtersOf(node, problem),
      object: text(node, 'object') ?? '',
      fields: texts(node, 'queriedFields'),
      descending: text(node, 'sortOrder') === 'Desc',
      firstOnly: flag(node, 'getFirstRecordOnly'),
      stored: flag(node, 'storeOutputAutomatically'),
      nullIfNone: flag(node, 'assignNullValuesIfNoRecordsFound'),
      outputs: children(node, 'outputAssignments').map((one) => ({
        field: text(one, 'field') ?? '',
        to: text(one, 'assignToReference') ?? ''
      })),
      ...optional('sortField', text(node, 'sortField')),
      ...optional('outputReference', text(node, 'outputReference')),
      ...(limit && { limit: valueOf(limit, problem) })
    };
  },
  recordCreates: (node, problem) => {
    if (children(node, 'filters').length > 0) problem('Create Records that looks for matching records');
    return {
      kind: 'create',
      ...base(node),
      ...optional('object', text(node, 'object')),
      ...optional('inputReference', text(node, 'inputReference')),
      fields: fieldAssignments(node, problem),
      ...optional('idTo', text(node, 'assignRecordIdToReference')),
      stored: flag(node, 'storeOutputAutomatically'),
      ...(flag(node, 'doesUpsert') && {
        upsertField: text(node, 'upsertExternalIdField') ?? text(node, 'upsertStandardIdField') ?? 'Id'
      }),
      allOrNone: text(node, 'doesUpsertAllOrNone') !== 'false'
    };
  },
  recordUpdates: (node, problem) => ({
    kind: 'update',
    ...base(node),
    ...filtersOf(node, problem),
    ...optional('object', text(node, 'object')),
    ...optional('inputReference', text(node, 'inputReference')),
    fields: fieldAssignments(node, problem)
  }),
  recordDeletes: (node, problem) => ({
    kind: 'delete',
    ...base(node),
    ...filtersOf(node, problem),
    ...optional('object', text(node, 'object')),
    ...optional('inputReference', text(node, 'inputReference'))
  }),
  recordRollbacks: (node) => ({ kind: 'rollback', ...base(node) }),
  subflows: (node, problem) => ({
    kind: 'subflow',
    ...base(node),
    flow: text(node, 'flowName') ?? '',
    inputs: parameters(node, 'inputAssignments', problem),
    outputs: outputs(node, 'outputAssignments'),
    stored: flag(node, 'storeOutputAutomatically')
  }),
  actionCalls: (node, problem) =>
    text(node, 'actionType') === 'flow'
      ? flowAction(node, problem)
      : {
          kind: 'action',
          ...base(node),
          actionType: text(node, 'actionType') ?? '',
          actionName: text(node, 'actionName') ?? '',
          inputs: parameters(node, 'inputParameters', problem),
          outputs: outputs(node, 'outputParameters'),
          stored: flag(node, 'storeOutputAutomatically'),
          types: new Map(
            children(node, 'dataTypeMappings').map((one) => [text(one, 'typeName') ?? '', text(one, 'typeValue') ?? ''])
          )
        },
  collectionProcessors: (node, problem) => {
    const type = text(node, 'collectionProcessorType');
    const kind = collectionKinds[type ?? ''];
    if (!kind) problem(`the collection processor ${type}`);
    const formula = text(node, 'formula');
    const limit = number(node, 'limit');
    return {
      kind: kind ?? 'filter',
      ...base(node),
      collection: text(node, 'collectionReference') ?? '',
      ...optional('to', text(node, 'assignNextValueToReference')),
      conditions: conditionsOf(node, problem),
      ...(formula !== undefined && { formula: formulaOf(formula, problem) }),
      ...(limit !== undefined && { limit }),
      sorts: children(node, 'sortOptions').map((sort) => ({
        ...optional('field', text(sort, 'sortField')),
        descending: text(sort, 'sortOrder') === 'Desc',
        emptyFirst: flag(sort, 'doesPutEmptyStringAndNullFirst')
      })),
      mapped: children(node, 'mapItems').map((item) => ({
        field: text(item, 'assignToFieldReference') ?? '',
        value: childValue(item, 'value', problem)
      })),
      ...optional('outputType', text(node, 'outputSObjectType'))
    };
  },
  transforms: (node, problem) => ({
    kind: 'transform',
    ...base(node),
    type: typeOf(node),
    values: children(node, 'transformValues').flatMap((value) =>
      children(value, 'transformValueActions').map((action) => {
        const operation = text(action, 'transformType') ?? '';
        if (!/^(Map|Count|Sum)$/.test(operation)) problem(`the transformation ${operation}`);
        const given = child(action, 'value');
        return {
          operation: operation as 'Map' | 'Count' | 'Sum',
          ...optional('field', text(action, 'outputFieldApiName')),
          ...(given && { value: valueOf(given, problem) }),
          inputs: parameters(action, 'inputParameters', problem)
        };
      })
    )
  }),
  customErrors: (node) => ({
    kind: 'error',
    ...base(node),
    messages: children(node, 'customErrorMessages').map((message) => ({
      pieces: piecesOf(text(message, 'errorMessage') ?? ''),
      ...(flag(message, 'isFieldError') && optional('field', text(message, 'fieldSelection')))
    }))
  }),
  screens: readScreen,
  waits: unsupported('pauses (waits)'),
  apexPluginCalls: unsupported('Apex plug-ins (Process.Plugin)'),
  orchestratedStages: unsupported('orchestrations'),
  steps: unsupported('steps'),
  experiments: unsupported('experiments')
};

const collectionKinds: Readonly<Record<string, 'sort' | 'filter' | 'map'>> = {
  SortCollectionProcessor: 'sort',
  FilterCollectionProcessor: 'filter',
  RecommendationMapCollectionProcessor: 'map'
};
