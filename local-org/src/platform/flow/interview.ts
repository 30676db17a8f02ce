import type { ApexMap } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { FlowInterview } from '../../kernel/automation.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { typeException } from '../../runtime/exceptions.js';
import { platformClass, type PlatformClass, type PlatformClassSource } from '../define.js';

/** Flow.Interview, or `Flow.Interview.MyFlow`: an interview of a flow that Apex starts. */
export class InterviewObject extends ApexObject {
  readonly flow: string;
  readonly interview: FlowInterview;
  constructor(flow: string, interview: FlowInterview) {
    super();
    this.flow = flow;
    this.interview = interview;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: `Flow.Interview.${this.flow}`, args: [] };
  }
}

type Inputs = ApexMap<string> | null;

/** A new interview. The message of the refusal is from memory. */
function created(tx: Transaction, flow: string, inputs: Inputs): InterviewObject {
  const values = [...(inputs?.entries.values() ?? [])].map(({ key, value }) => [key, value] as const);
  const interview = tx.org.flows?.interview(flow, new Map<string, ApexValue>(values));
  if (!interview) throw typeException(`Invalid type: Flow.Interview.${flow}`);
  return new InterviewObject(flow, interview);
}

/** The type of the interviews of one flow; its variables are properties. `variables`: name → type as Apex writes it. */
export function interviewClass(flow: string, variables: ReadonlyMap<string, string>): PlatformClass {
  const name = `Flow.Interview.${flow}`;
  const members: Record<string, PlatformClassSource['members'][string]> = {
    [`${name}(Map<String,Object> inputVariables)`]: (tx, inputs: Inputs) => created(tx, flow, inputs),
    [`${name}()`]: (tx) => created(tx, flow, null)
  };
  for (const [variable, type] of variables)
    members[`${type} ${variable} {get}`] = {
      get: (tx, self: InterviewObject) => self.interview.variable(tx, variable)
    };
  return platformClass({ name, extends: 'Flow.Interview', members });
}

/** Apex Reference Guide, "Interview Class". */
export const flowClasses = [
  platformClass({
    name: 'Flow.Interview',
    members: {
      'static Flow.Interview createInterview(String flowName, Map<String,Object> inputVariables)': (
        tx,
        flow: string | null,
        inputs: Inputs
      ) => created(tx, required(flow, 1), inputs),
      'static Flow.Interview createInterview(String namespace, String flowName, Map<String,Object> inputVariables)': (
        tx,
        _namespace: string | null,
        flow: string | null,
        inputs: Inputs
      ) => created(tx, required(flow, 2), inputs),
      'void start()': (tx, self: InterviewObject) => self.interview.start(tx),
      'Object getVariableValue(String variableName)': (tx, self: InterviewObject, name: string | null) =>
        self.interview.variable(tx, required(name, 1))
    }
  })
];
