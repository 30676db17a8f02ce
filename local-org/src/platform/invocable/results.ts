import { ApexList, ApexMap } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import { T, type ApexType } from '../../kernel/types.js';
import { platformClass } from '../define.js';

const typeOf = (name: string): ApexType => ({ kind: 'platform', name: `Invocable.Action${name}`, args: [] });
export const actionType = typeOf('');
export const errorType = typeOf('.Error');
export const resultType = typeOf('.Result');

/** Invocable.Action.Error */
export class ActionError extends ApexObject {
  readonly code: string | null;
  readonly message: string | null;
  constructor(code: string | null, message: string | null) {
    super();
    this.code = code;
    this.message = message;
  }
  override apexType(): ApexType {
    return errorType;
  }
}

export interface ActionOutcome {
  readonly success: boolean;
  readonly outputs: ApexMap<string>;
  readonly errors: readonly ActionError[];
  readonly inputs: ApexMap<string> | null;
  readonly action: ApexObject | null;
}

/** Invocable.Action.Result: what one invocation gave. */
export class ActionResult extends ApexObject {
  readonly outcome: ActionOutcome;
  constructor(outcome: ActionOutcome) {
    super();
    this.outcome = outcome;
  }
  override apexType(): ApexType {
    return resultType;
  }
}

export const parameterMap = (): ApexMap<string> => new ApexMap<string>(T.String, T.Object);

export const actionResultClasses = [
  platformClass({
    name: 'Invocable.Action.Result',
    members: {
      'Boolean isSuccess()': (_tx, self: ActionResult) => self.outcome.success,
      'Map<String,Object> getOutputParameters()': (_tx, self: ActionResult) => self.outcome.outputs,
      'Map<String,Object> getInvocationParameters()': (_tx, self: ActionResult) => self.outcome.inputs,
      'List<Invocable.Action.Error> getErrors()': (_tx, self: ActionResult): ApexValue => {
        const list = new ApexList<ActionError>(errorType);
        list.items.push(...self.outcome.errors);
        return list;
      },
      'Invocable.Action getAction()': (_tx, self: ActionResult) => self.outcome.action
    }
  }),
  platformClass({
    name: 'Invocable.Action.Error',
    members: {
      'String getCode()': (_tx, self: ActionError) => self.code,
      'String getMessage()': (_tx, self: ActionError) => self.message
    }
  })
];
