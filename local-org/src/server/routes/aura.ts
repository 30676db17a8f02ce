import type { ApexValue } from '../../kernel/object.js';
import type { ClassInfo, MethodInfo } from '../../kernel/services.js';
import { typeName } from '../../kernel/types.js';
import type { ApexAnswer } from '../../lightning/protocol.js';
import { fromJson, JsonMismatch } from '../json/from-json.js';
import { toAuraJson } from '../json/to-json.js';
import type { HttpResult } from '../worker/protocol.js';
import { bodyObject, HttpError, json, type RouteContext } from './route.js';

/**
 * POST /lightning/apex/<Class>/<method>: calls a static `@AuraEnabled` method with parameters by name. The user needs access to
 * the class.
 */
export function callAura(context: RouteContext): HttpResult {
  const [className = '', methodName = ''] = context.params;
  const { tx } = context;
  const info = tx.org.code.classInfo(className);
  if (!info) throw new HttpError(404, 'NOT_FOUND', `The Apex class '${className}' does not exist or does not compile.`);
  const topLevel = info.name.split('.')[0] ?? info.name;
  if (!tx.user.access.classAccess(topLevel)) {
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', `You do not have access to the Apex class named '${topLevel}'.`);
  }
  const body = bodyObject(context.task);
  const method = auraMethod(info, methodName, Object.keys(body));
  const cacheable = annotation(method)?.args['cacheable']?.toLowerCase() === 'true';
  if (context.query.get('wire') === '1' && !cacheable) {
    throw new HttpError(
      400,
      'INVALID_OPERATION',
      `${info.name}.${method.name} must be annotated with @AuraEnabled(cacheable=true) to be used with @wire.`
    );
  }
  // LWC Developer Guide, "Call Apex Methods": a cacheable method may not change data.
  if (cacheable) tx.limits.forbid('dmlStatements');
  const args = method.params.map((param): ApexValue => {
    try {
      return fromJson(tx, body[param.name] ?? findIgnoringCase(body, param.name), param.type);
    } catch (error) {
      if (!(error instanceof JsonMismatch)) throw error;
      throw new HttpError(
        400,
        'INVALID_ARGUMENT',
        `Value provided is invalid for action parameter '${param.name}' of type '${typeName(param.type)}'`
      );
    }
  });
  const value = tx.org.code.invokeStatic(tx, info.name, method.name, args);
  const answer: ApexAnswer = {
    value: method.returns.kind === 'void' ? null : toAuraJson(tx, value),
    cacheable
  };
  return json(200, answer);
}

const annotation = (method: MethodInfo) => method.annotations.find((one) => one.name === 'auraenabled');

/** Aura methods cannot be overloaded; where a class has several of a name, the one with the given parameters is meant. */
function auraMethod(info: ClassInfo, name: string, given: readonly string[]): MethodInfo {
  const wanted = name.toLowerCase();
  const named = info.methods.filter((one) => one.static && one.name.toLowerCase() === wanted && annotation(one));
  const names = new Set(given.map((one) => one.toLowerCase()));
  const fitting = named.find((one) => one.params.every((param) => names.has(param.name.toLowerCase())));
  const method = fitting ?? named[0];
  if (!method) {
    throw new HttpError(404, 'NOT_FOUND', `${info.name} has no static @AuraEnabled method named '${name}'.`);
  }
  return method;
}

function findIgnoringCase(body: Readonly<Record<string, unknown>>, name: string): unknown {
  const wanted = name.toLowerCase();
  return Object.entries(body).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
