import type { FormulaNode } from '../../formula/ast.js';
import type { Criteria } from '../criteria.js';

/** Metadata API, "Workflow": the rules of one object with the actions that they and approval processes name. */
export interface WorkflowModel {
  readonly object: string;
  readonly rules: readonly RuleModel[];
  readonly fieldUpdates: ReadonlyMap<string, FieldUpdateModel>;
  readonly alerts: ReadonlyMap<string, AlertModel>;
  readonly tasks: ReadonlyMap<string, TaskModel>;
}

export interface ActionReference {
  readonly type: string;
  readonly name: string;
}

export interface RuleModel {
  readonly name: string;
  readonly criteria: Criteria;
  /** `onCreateOnly`, `onAllChanges`, `onCreateOrTriggeringUpdate`. */
  readonly triggerType: string;
  readonly actions: readonly ActionReference[];
}

export interface FieldUpdateModel {
  readonly name: string;
  readonly field: string;
  /** `Formula`, `Literal`, `LookupValue`, `NextValue`, `PreviousValue`, `Null`. */
  readonly operation: string;
  readonly formula?: FormulaNode;
  readonly literal?: string;
  readonly lookup?: { readonly value: string; readonly type: string };
  readonly reevaluate: boolean;
  /** The reference to the parent whose field is set instead. */
  readonly target?: string;
}

export interface AlertModel {
  readonly name: string;
  readonly template: string;
  readonly recipients: readonly { readonly type: string; readonly recipient?: string; readonly field?: string }[];
  readonly cc: readonly string[];
  readonly sender?: string;
}

export interface TaskModel {
  readonly name: string;
  readonly subject: string;
  readonly description: string | null;
  readonly status: string;
  readonly priority: string;
  readonly assignedTo?: string;
  readonly assignedToType: string;
  readonly dueDateOffset: number;
  readonly offsetFromField?: string;
}
