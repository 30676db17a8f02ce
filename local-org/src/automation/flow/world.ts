import type { ApprovalService } from '../../kernel/automation.js';
import type { AlertModel } from '../workflow/model.js';
import type { FlowModel } from './model.js';

/** What flows reach of the project beside its records and code. Names ignore case. */
export interface FlowWorld {
  flow(name: string): FlowModel | undefined;
  /** An email alert of an object's workflow. */
  alert(object: string, name: string): AlertModel | undefined;
  readonly approvals: ApprovalService;
}
