import type { Criteria } from '../criteria.js';
import type { ActionReference } from '../workflow/model.js';

/** Metadata API, "ApprovalProcess". */
export interface ApprovalModel {
  readonly name: string;
  readonly object: string;
  readonly label: string;
  readonly order: number;
  readonly criteria: Criteria;
  readonly submitters: readonly { readonly type: string; readonly name: string }[];
  readonly steps: readonly ApprovalStep[];
  readonly allowRecall: boolean;
  readonly initialActions: readonly ActionReference[];
  readonly approvalActions: readonly ActionReference[];
  readonly rejectionActions: readonly ActionReference[];
  readonly recallActions: readonly ActionReference[];
  readonly lockWhenApproved: boolean;
  readonly lockWhenRejected: boolean;
  /** The field of a user that names the next approver, and whose it is at the first step. */
  readonly hierarchyField: string;
  readonly startsWithOwner: boolean;
}

export interface ApprovalStep {
  readonly name: string;
  readonly label: string;
  readonly criteria: Criteria;
  /** `ApproveRecord`, `RejectRecord`, `GotoNextStep`. */
  readonly otherwise: string;
  readonly approvers: readonly { readonly type: string; readonly name: string }[];
  /** One answer of several approvers decides. */
  readonly firstResponse: boolean;
  readonly approvalActions: readonly ActionReference[];
  readonly rejectionActions: readonly ActionReference[];
  /** A rejection goes back to the step before instead of ending the process. */
  readonly backToPrevious: boolean;
}
