import { type Runtime, Session } from 'node:inspector';
import { ApexObject } from '../kernel/object.js';

/** Where the inspector and this module meet: it hands over objects by expressions only. */
const meeting = globalThis as typeof globalThis & {
  $sought?: object | undefined;
  $found?: readonly ApexObject[] | undefined;
};

/**
 * All objects of Apex in this thread that anything still refers to: from statics, fields, collections, or a local variable of a method that
 * runs. Garbage is collected first, which takes some tenths of a second.
 */
export function liveObjects(): readonly ApexObject[] {
  const session = new Session();
  session.connect();
  try {
    meeting.$sought = ApexObject.prototype;
    const prototypeObjectId = answered<Runtime.EvaluateReturnType>((done) =>
      session.post('Runtime.evaluate', { expression: 'globalThis.$sought' }, done)
    ).result.objectId;
    if (prototypeObjectId === undefined) throw new Error('the inspector knows no prototype of Apex objects');
    const { objects } = answered<Runtime.QueryObjectsReturnType>((done) =>
      session.post('Runtime.queryObjects', { prototypeObjectId }, done)
    );
    const functionDeclaration = 'function () { globalThis.$found = this; }';
    if (objects.objectId === undefined) throw new Error('the inspector found no list of objects');
    session.post('Runtime.callFunctionOn', { objectId: objects.objectId, functionDeclaration });
    return meeting.$found ?? [];
  } finally {
    meeting.$sought = undefined;
    meeting.$found = undefined;
    session.disconnect();
  }
}

/** What a session of the own thread answers: it does so before the call returns. */
function answered<R>(ask: (done: (error: Error | null, result: R) => void) => void): R {
  let answer: { readonly error: Error | null; readonly result: R } | undefined;
  ask((error, result) => (answer = { error, result }));
  if (answer === undefined) throw new Error('the inspector did not answer at once');
  if (answer.error) throw answer.error;
  return answer.result;
}
