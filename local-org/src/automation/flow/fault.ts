import { ApexThrow } from '../../kernel/exception.js';
import { exceptionText, type DmlExceptionDetail } from '../../runtime/exceptions.js';

/** What an element fails with: `$Flow.FaultMessage` on its fault path, the end of the interview without one. */
export class FlowFault extends Error {}

/** What an unhandled fault says to whoever has started the flow: https://help.salesforce.com/s/articleView?id=platform.flow_build_logic_fault_default.htm */
export const unhandledFault = 'An unhandled fault has occurred in this flow';

const guide = 'You can look up ExceptionCode values in the SOAP API Developer Guide.';

/** The fault of a statement: `verb` is what the flow tried, such as `create records`. Uncatchable exceptions go on. */
export function statementFault(verb: string, error: unknown): FlowFault {
  if (!(error instanceof ApexThrow) || error.fatal) throw error;
  return new FlowFault(`This error occurred when the flow tried to ${verb}: ${causeOf(error)}. ${guide}`);
}

function causeOf({ exception }: ApexThrow): string {
  const detail = exception.detail as Partial<DmlExceptionDetail> | undefined;
  const first = detail?.dml?.[0]?.errors[0];
  return first ? `${first.code}: ${first.message}` : exceptionText(exception);
}

/** The fault of Apex that an action has called. */
export function apexFault(error: unknown): FlowFault {
  if (!(error instanceof ApexThrow) || error.fatal) throw error;
  return new FlowFault(`An Apex error occurred: ${exceptionText(error.exception)}`);
}

/** What the statement says that has triggered the flow; from answers of the API in public reports. */
export const triggerFailure = (label: string, fault: FlowFault): string =>
  `We can't save this record because the “${label}” process failed. Give your Salesforce admin these details. ${fault.message}`;
