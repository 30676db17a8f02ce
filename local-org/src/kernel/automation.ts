import type { ApexValue } from './object.js';
import type { ApexId } from './scalars.js';
import type { DmlError, Transaction } from './services.js';
import type { SObjectValue } from './sobject.js';
import type { ApexType } from './types.js';

/** A record on its way through a save or a deletion, as flows and workflow rules see it. */
export interface AutomatedRow {
  /** Null before a new record is stored. */
  readonly id: ApexId | null;
  /** The new state. Before the save it may be changed in place; after it, it is what is stored, with formulas. */
  readonly record: SObjectValue;
  /** The state before the statement; null for an insert. For a deletion it is what is deleted. */
  readonly old: SObjectValue | null;
  /** It has been refused. */
  readonly failed: boolean;
  /** Refuses the record, as a trigger's addError would. */
  fail(code: string, message: string, fields?: readonly string[]): void;
}

/** Up to 200 records of one object in one save. Rows that an earlier step has refused are not among them. */
export interface AutomatedChange {
  readonly object: string;
  readonly operation: 'insert' | 'update' | 'delete';
  readonly rows: readonly AutomatedRow[];
}

/** What the field updates of workflow rules set. */
export interface FieldUpdates {
  readonly row: AutomatedRow;
  /** Values by canonical field name, later updates laid over earlier ones. */
  readonly fields: ReadonlyMap<string, ApexValue>;
  /** One of them asks for the workflow rules to be evaluated again. */
  readonly reevaluate: boolean;
}

/** Where in the save automation runs. */
export type AutomationStep = 'beforeSave' | 'workflowRules' | 'afterSave' | 'beforeDelete';

/**
 * The project's declarative automation (flows, processes, workflow rules), called by data/dml at its places in the order of execution:
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 * A call may run DML and queries of its own through the transaction.
 */
export interface RecordAutomation {
  /** True when the step does anything for that object and operation: only then the records are made ready for it. */
  handles(object: string, step: AutomationStep, operation: AutomatedChange['operation']): boolean;
  /** Step 3: flows that run before the record is saved, ahead of before-triggers. */
  beforeSave(tx: Transaction, change: AutomatedChange): void;
  /**
   * Step 11: workflow rules. Their other immediate actions run inside the call. The field updates that it answers are saved by the
   * caller: system validation, and the update triggers one more time. `evaluation` is 0, and more when rules are evaluated again.
   */
  workflowRules(tx: Transaction, change: AutomatedChange, evaluation: number): readonly FieldUpdates[];
  /** Steps 13 and 14: processes, then flows that run after the record is saved. */
  afterSave(tx: Transaction, change: AutomatedChange): void;
  /** Flows that run before the record is deleted. */
  beforeDelete(tx: Transaction, change: AutomatedChange): void;
}

/** An interview of a flow that Apex or the API starts. */
export interface FlowInterview {
  /** Runs it to its end; an unhandled fault is a System.FlowException. */
  start(tx: Transaction): void;
  /** The value of a variable, null when the flow has none of that name. */
  variable(tx: Transaction, name: string): ApexValue;
  /** Names of the variables that are available for output. */
  readonly outputs: readonly string[];
}

/** What a flow shows a person. */
export interface FlowScreen {
  readonly name: string;
  readonly label: string;
  /** Label of the flow. */
  readonly flowLabel: string;
  readonly header: boolean;
  readonly footer: boolean;
  readonly canFinish: boolean;
  readonly parts: readonly FlowScreenPart[];
}

export type FlowScreenPart =
  /** A Lightning web component (`c:name`) and the values of its properties. */
  | {
      readonly kind: 'component';
      readonly name: string;
      readonly component: string;
      readonly inputs: ReadonlyMap<string, ApexValue>;
    }
  /** Text with HTML in it. */
  | { readonly kind: 'text'; readonly name: string; readonly text: string };

/** The project's flows as Apex and the API start them. Names ignore case. */
export interface FlowService {
  /** Undefined when the project has no flow of that name. */
  interview(flow: string, inputs: ReadonlyMap<string, ApexValue>): FlowInterview | undefined;
  /** Types of the variables that are available for input, by name in lower case. */
  inputs(flow: string): ReadonlyMap<string, ApexType>;
  /**
   * Starts a flow that the user looks at, and runs it to its screen. Null when it ends without one; undefined when the project has no such
   * flow. An unhandled fault is a System.FlowException.
   */
  screen(tx: Transaction, flow: string, inputs: ReadonlyMap<string, ApexValue>): FlowScreen | null | undefined;
}

/** What Approval.process is asked. */
export type ApprovalRequest =
  | {
      readonly kind: 'submit';
      readonly recordId: ApexId;
      /** Null: whoever runs the code. */
      readonly submitterId: ApexId | null;
      /** Name or id of the process; null: the first whose criteria the record meets. */
      readonly process: string | null;
      readonly skipCriteria: boolean;
      readonly comments: string | null;
      readonly nextApprovers: readonly ApexId[];
    }
  | {
      readonly kind: 'workitem';
      readonly workitemId: ApexId;
      /** `Approve`, `Reject`, `Removed`. */
      readonly action: string;
      readonly comments: string | null;
      readonly nextApprovers: readonly ApexId[];
    };

/** What has become of an approval request: an error, or where the process stands. */
export type ApprovalAnswer =
  | { readonly error: DmlError; readonly entityId: ApexId | null }
  | {
      readonly error?: undefined;
      readonly entityId: ApexId;
      readonly instanceId: ApexId;
      readonly status: string;
      readonly actorIds: readonly ApexId[];
      readonly workitemIds: readonly ApexId[];
    };

/** The project's approval processes. */
export interface ApprovalService {
  process(tx: Transaction, request: ApprovalRequest): ApprovalAnswer;
}
