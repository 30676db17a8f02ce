import type { ApexValue } from '../../kernel/object.js';
import type { ClassInfo, MethodInfo } from '../../kernel/services.js';
import { ApexBlob } from '../../kernel/scalars.js';
import { typeName } from '../../kernel/types.js';
import { fromJson, JsonMismatch } from '../json/from-json.js';
import { serialize } from '../../platform/json/serialize.js';
import type { HttpResult } from '../worker/protocol.js';
import { beginRest, writtenResponse } from './rest-context.js';
import { HttpError, noContent, type RouteContext } from './route.js';

/**
 * /services/apexrest/<urlMapping>: runs the method of a `@RestResource` class that is annotated for the request's HTTP method.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_methods.htm
 */
export function callApexRest(context: RouteContext): HttpResult {
  const { tx, task } = context;
  const written = context.params[0] ?? '';
  const { path, base } = withinNamespace(written, tx.org.info.namespace);
  const found = resourceFor(tx.org.code.classes(), path);
  if (!found) throw new HttpError(404, 'NOT_FOUND', `Could not find a match for URL ${written}`);
  const { info, mapping } = found;
  if (!tx.user.access.classAccess(info.name)) {
    throw new HttpError(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${info.name}`);
  }
  const verb = `http${task.method.toLowerCase()}`;
  const method = info.methods.find((one) => one.static && one.annotations.some((a) => a.name === verb));
  if (!method)
    throw new HttpError(
      405,
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${task.method}' not allowed. Allowed are ${allowed(info)}`
    );
  beginRest(context, `/services/apexrest${base}${mapping}`, written);
  if (method.annotations.some(({ name }) => name === 'readonly')) tx.limits.readOnly();
  const value = tx.org.code.invokeStatic(tx, info.name, method.name, argumentsOf(context, method));
  return answer(context, method, value);
}

/** The URL of a class in a namespace contains it (Apex Developer Guide, "RestResource Annotation"); without it the org's own is meant. */
function withinNamespace(path: string, namespace: string): { readonly path: string; readonly base: string } {
  const base = `/${namespace}`;
  const inside = namespace !== '' && path.toLowerCase().startsWith(`${base}/`.toLowerCase());
  return inside ? { path: path.slice(base.length), base } : { path, base: '' };
}

/** `/orders/v1/*` fits every path below it; an exact mapping wins over a wildcard, the longer wildcard over the shorter. */
function resourceFor(classes: Iterable<ClassInfo>, path: string): { info: ClassInfo; mapping: string } | undefined {
  const rank = (mapping: string) => (mapping.includes('*') ? mapping.length : Number.MAX_SAFE_INTEGER);
  let best: { info: ClassInfo; mapping: string } | undefined;
  for (const info of classes) {
    const mapping = info.annotations.find((one) => one.name === 'restresource')?.args['urlmapping'];
    if (mapping === undefined || !fits(mapping, path)) continue;
    if (!best || rank(mapping) > rank(best.mapping)) best = { info, mapping };
  }
  return best;
}

/** A wildcard stands for any text; the one at the end for none, too. */
function fits(mapping: string, path: string): boolean {
  const clean = path.length > 1 ? path.replace(/\/$/, '') : path;
  if (!mapping.includes('*')) return clean === mapping.replace(/\/$/, '');
  const parts = mapping.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}$`);
  return pattern.test(path) || pattern.test(`${clean}/`);
}

function allowed(info: ClassInfo): string {
  const verbs = info.methods
    .flatMap((one) => one.annotations.map((a) => a.name))
    .filter((name) => name.startsWith('http'));
  return verbs.map((verb) => verb.slice(4).toUpperCase()).join(',');
}

/** Parameters come from the members of the JSON body. GET and DELETE methods take none. */
function argumentsOf({ tx, task }: RouteContext, method: MethodInfo): ApexValue[] {
  if (method.params.length === 0) return [];
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(task.body) || '{}');
  } catch (error) {
    throw new HttpError(400, 'JSON_PARSER_ERROR', error instanceof Error ? error.message : 'The body is no JSON');
  }
  const members = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const names = new Set(method.params.map((param) => param.name));
  for (const name of Object.keys(members)) {
    if (!names.has(name)) {
      throw new HttpError(400, 'JSON_PARSER_ERROR', `Unexpected parameter encountered during deserialization: ${name}`);
    }
  }
  return method.params.map((param) => {
    try {
      return fromJson(tx, members[param.name], param.type);
    } catch (error) {
      if (!(error instanceof JsonMismatch)) throw error;
      throw new HttpError(
        400,
        'JSON_PARSER_ERROR',
        `${error.message} (parameter ${param.name} of type ${typeName(param.type)})`
      );
    }
  });
}

const jsonType = { 'Content-Type': 'application/json;charset=UTF-8' };

/** What the method put into RestContext.response, else its return value as JSON. */
function answer(context: RouteContext, method: MethodInfo, value: ApexValue): HttpResult {
  const response = writtenResponse(context.tx);
  const status = response.status ?? 200;
  const isVoid = method.returns.kind === 'void';
  if (isVoid || response.body) {
    const body = response.body ?? new Uint8Array();
    if (body.length === 0 && response.status === null) return { ...noContent, status: 200, headers: response.headers };
    return { status, headers: { ...jsonType, ...response.headers }, body };
  }
  if (value instanceof ApexBlob) return { status, headers: response.headers, body: value.bytes };
  const text = serialize(context.tx, value, { pretty: false, suppressNulls: false });
  return { status, headers: { ...jsonType, ...response.headers }, body: new TextEncoder().encode(text) };
}
