import type { AutomatedChange, AutomatedRow, FieldUpdates } from '../../kernel/automation.js';
import type { Transaction } from '../../kernel/services.js';
import type { ProjectMetadata } from '../../schema/metadata.js';
import { meets } from '../criteria.js';
import { runActions, type ActionOutcome } from './actions.js';
import type { RuleModel, WorkflowModel } from './model.js';
import { parseWorkflow } from './parse.js';

/** The workflow rules of the project, and the actions that others may name too. */
export class WorkflowRules {
  readonly problems: Error[] = [];
  private readonly byObject = new Map<string, WorkflowModel>();
  /** Rules that have fired for a record in the save that is under way. */
  private readonly fired = new WeakMap<AutomatedRow, Set<RuleModel>>();

  constructor(metadata: ProjectMetadata) {
    for (const component of metadata.components('Workflow'))
      this.byObject.set(component.name.toLowerCase(), parseWorkflow(component, this.problems));
  }

  of(object: string): WorkflowModel | undefined {
    return this.byObject.get(object.toLowerCase());
  }

  handles(object: string, operation: AutomatedChange['operation']): boolean {
    const rules = this.of(object)?.rules ?? [];
    return (
      operation !== 'delete' && rules.some((rule) => operation === 'insert' || rule.triggerType !== 'onCreateOnly')
    );
  }

  /** Evaluated again, rules that have fired in this save do not fire a second time. */
  run(tx: Transaction, change: AutomatedChange, evaluation: number): FieldUpdates[] {
    const workflow = this.of(change.object);
    return workflow ? change.rows.map((row) => this.runFor(tx, workflow, change, row, evaluation)) : [];
  }

  private runFor(
    tx: Transaction,
    workflow: WorkflowModel,
    { operation }: AutomatedChange,
    row: AutomatedRow,
    evaluation: number
  ): FieldUpdates {
    const fired = (evaluation > 0 && this.fired.get(row)) || new Set<RuleModel>();
    this.fired.set(row, fired);
    const outcome: ActionOutcome = { fields: new Map(), reevaluate: false };
    const old = operation === 'insert' ? null : row.old;
    for (const rule of workflow.rules) {
      if (fired.has(rule) || !applies(tx, rule, row, old)) continue;
      fired.add(rule);
      runActions(tx, workflow, rule.actions, row.record, old, outcome);
    }
    return { row, ...outcome };
  }
}

/** Metadata API, "WorkflowRule", triggerType: a triggering update makes a record meet the criteria that did not meet them before. */
function applies(
  tx: Transaction,
  { criteria, triggerType }: RuleModel,
  row: AutomatedRow,
  old: AutomatedRow['old']
): boolean {
  if (old !== null && triggerType === 'onCreateOnly') return false;
  if (!meets(tx, criteria, row.record, old)) return false;
  return old === null || triggerType !== 'onCreateOrTriggeringUpdate' || !meets(tx, criteria, old, old);
}
