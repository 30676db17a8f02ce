import type { AutomatedChange, AutomationStep } from '../../kernel/automation.js';
import type { FlowModel } from './model.js';

type Operation = AutomatedChange['operation'];

const steps: Readonly<Record<string, AutomationStep>> = {
  RecordBeforeSave: 'beforeSave',
  RecordAfterSave: 'afterSave',
  RecordBeforeDelete: 'beforeDelete'
};
const operations: Readonly<Record<string, readonly Operation[]>> = {
  Create: ['insert'],
  Update: ['update'],
  CreateAndUpdate: ['insert', 'update'],
  Delete: ['delete']
};

/**
 * Which flows run when, in the order in which they run: by their trigger order, those without one after the first thousand, then by
 * name (the platform goes by the date of creation, which files do not tell). Processes run ahead of flows.
 */
export class FlowTriggers {
  private readonly byKey = new Map<string, FlowModel[]>();

  constructor(flows: readonly FlowModel[]) {
    const ordered = [...flows].sort((a, b) => a.start.order - b.start.order || (a.name < b.name ? -1 : 1));
    for (const flow of ordered) for (const key of keysOf(flow)) this.add(key, flow);
  }

  get isEmpty(): boolean {
    return this.byKey.size === 0;
  }

  of(object: string, step: AutomationStep | 'event', operation: Operation): readonly FlowModel[] {
    return this.byKey.get(keyOf(object, step, operation)) ?? [];
  }

  private add(key: string, flow: FlowModel): void {
    this.byKey.set(key, [...(this.byKey.get(key) ?? []), flow]);
  }
}

const keyOf = (object: string, step: string, operation: string): string =>
  `${object.toLowerCase()} ${step} ${operation}`;

/** Orchestrations and processes of events begin after the save, by themselves: they are not a part of it. */
export const startsInSave = ({ processType }: FlowModel): boolean => /^(AutoLaunchedFlow|Workflow)$/.test(processType);

function keysOf(flow: FlowModel): string[] {
  if (!startsInSave(flow)) return [];
  const { start } = flow;
  const { triggerType = '', object = '' } = start;
  if (triggerType === 'PlatformEvent') return [keyOf(object, 'event', 'insert')];
  const step = steps[triggerType];
  const list = step === 'beforeDelete' ? (['delete'] as const) : (operations[start.recordTriggerType] ?? []);
  return step ? list.map((operation) => keyOf(object, step, operation)) : [];
}
