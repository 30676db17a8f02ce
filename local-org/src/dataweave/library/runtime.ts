import { WeaveError } from '../errors.js';
import { apply, force } from '../evaluate/call.js';
import { isTrue } from '../evaluate/evaluator.js';
import { toText } from '../evaluate/text.js';
import { object, type WeaveValue } from '../values.js';
import { objectOf, type Functions } from './define.js';

/** `{ success: true, result: … }`, or `{ success: false, error: … }`. */
function attempt(run: () => WeaveValue): WeaveValue {
  try {
    return object({ success: true, result: run() });
  } catch (error) {
    if (!(error instanceof WeaveError)) throw error;
    return object({
      success: false,
      error: object({
        kind: error.name,
        message: error.message,
        location: error.at ? `line: ${error.at.line}, column: ${error.at.column}` : null,
        stack: []
      })
    });
  }
}

const succeeded = (result: WeaveValue): boolean => objectOf(result, 'orElse').get('success') === true;

/** dw::Runtime, as far as it does not look at the machine or run other scripts. */
export const runtimeFunctions: Functions = {
  try: [1, (delegate) => attempt(() => force(delegate))],
  orElse: [
    2,
    (result, other) => (succeeded(result) ? (objectOf(result, 'orElse').get('result') ?? null) : force(other ?? null))
  ],
  orElseTry: [2, (result, other) => (succeeded(result) ? result : attempt(() => force(other ?? null)))],
  fail: [
    1,
    (message) => {
      throw new WeaveError(message === undefined ? 'Error' : toText(message));
    }
  ],
  failIf: [
    3,
    (value, condition, message) => {
      if (isTrue(apply(condition ?? null, value)))
        throw new WeaveError(message === undefined ? 'Failed' : toText(message));
      return value;
    }
  ],
  version: [0, () => '2.9']
};
