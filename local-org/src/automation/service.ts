import type {
  AutomatedChange,
  AutomationStep,
  FieldUpdates,
  FlowInterview,
  FlowScreen,
  FlowService,
  RecordAutomation
} from '../kernel/automation.js';
import type { ApexValue } from '../kernel/object.js';
import type { Transaction, TriggerUnit } from '../kernel/services.js';
import { listOf, type ApexType } from '../kernel/types.js';
import type { ProjectMetadata } from '../schema/metadata.js';
import { SchemaError } from '../schema/schema-error.js';
import { Approvals } from './approval/approvals.js';
import { FlowCatalog } from './flow/catalog.js';
import { notRun } from './flow/not-run.js';
import { runForEvents, runTriggered } from './flow/record-triggered.js';
import { showScreen } from './flow/screen.js';
import { StartedInterview } from './flow/started.js';
import type { FlowWorld } from './flow/world.js';
import { FlowTriggers } from './flow/triggers.js';
import { apexTypeOf } from './values.js';
import { WorkflowRules } from './workflow/rules.js';

/** The declarative automation of a project. */
export class Automation implements RecordAutomation, FlowService {
  /** What of it is not run, a sentence each. */
  readonly problems: readonly Error[];
  readonly flows: FlowCatalog;
  readonly approvals: Approvals;
  private readonly triggers: FlowTriggers;
  private readonly rules: WorkflowRules;
  private readonly world: FlowWorld;

  constructor(metadata: ProjectMetadata) {
    this.flows = new FlowCatalog(metadata);
    const triggered = this.flows.triggered();
    this.triggers = new FlowTriggers(triggered);
    this.rules = new WorkflowRules(metadata);
    const flowProblems = triggered.flatMap((flow) => notRun(flow).map((what) => new SchemaError(flow.file, what)));
    this.approvals = new Approvals(metadata, (object) => this.rules.of(object));
    this.world = {
      flow: (name) => this.flows.flow(name),
      alert: (object, name) => this.rules.of(object)?.alerts.get(name.toLowerCase()),
      approvals: this.approvals
    };
    this.problems = [...flowProblems, ...this.rules.problems, ...this.approvals.problems];
  }

  handles(object: string, step: AutomationStep, operation: AutomatedChange['operation']): boolean {
    if (step === 'workflowRules') return this.rules.handles(object, operation);
    return this.triggers.of(object, step, operation).length > 0;
  }

  beforeSave(tx: Transaction, change: AutomatedChange): void {
    this.run(tx, 'beforeSave', change);
  }

  workflowRules(tx: Transaction, change: AutomatedChange, evaluation: number): readonly FieldUpdates[] {
    return this.rules.run(tx, change, evaluation);
  }

  afterSave(tx: Transaction, change: AutomatedChange): void {
    this.run(tx, 'afterSave', change);
  }

  beforeDelete(tx: Transaction, change: AutomatedChange): void {
    this.run(tx, 'beforeDelete', change);
  }

  interview(flow: string, inputs: ReadonlyMap<string, ApexValue>): FlowInterview | undefined {
    const model = this.flows.flow(flow);
    return model && new StartedInterview(model, inputs, this.world);
  }

  inputs(flow: string): ReadonlyMap<string, ApexType> {
    const types = new Map<string, ApexType>();
    for (const [name, model] of this.flows.flow(flow)?.resources ?? []) {
      if (model.kind !== 'variable' || !model.input) continue;
      types.set(name, model.collection ? listOf(apexTypeOf(model)) : apexTypeOf(model));
    }
    return types;
  }

  screen(tx: Transaction, flow: string, inputs: ReadonlyMap<string, ApexValue>): FlowScreen | null | undefined {
    const model = this.flows.flow(flow);
    return model && showScreen(tx, model, inputs, this.world);
  }

  /** Flows on a platform event, as triggers on it. */
  eventTriggers(object: string): TriggerUnit[] {
    return this.triggers.of(object, 'event', 'insert').map((flow) => ({
      name: flow.name,
      object,
      events: new Set(['after insert'] as const),
      run: (tx, { newRecords }) => runForEvents(tx, flow, newRecords ?? [], this.world)
    }));
  }

  /** Rows that one flow has refused are not for the next. */
  private run(tx: Transaction, step: AutomationStep, change: AutomatedChange): void {
    for (const flow of this.triggers.of(change.object, step, change.operation)) {
      const rows = change.rows.filter(({ failed }) => !failed);
      if (rows.length > 0) runTriggered(tx, flow, { ...change, rows }, this.world);
    }
  }
}
