import type { ApexObject } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import { typeName } from '../kernel/types.js';

/** Whether the job's class implements the interface; `name` in lower case. */
export function implementsInterface(tx: Transaction, object: ApexObject, name: string): boolean {
  const interfaces = tx.org.code.classInfo(typeName(object.apexType()))?.interfaces ?? [];
  return interfaces.some((one) => typeName(one).toLowerCase() === name);
}

/** Whether a schedulable's execute is marked `@ReadOnly`. */
export function isReadOnly(tx: Transaction, job: ApexObject): boolean {
  const execute = tx.org.code
    .classInfo(typeName(job.apexType()))
    ?.methods.find(({ name, params }) => name.toLowerCase() === 'execute' && params.length === 1);
  return execute?.annotations.some(({ name }) => name === 'readonly') ?? false;
}

/** Whether a @future method says `callout=true`. */
export function isCallingOut(tx: Transaction, className: string, method: string): boolean {
  const info = tx.org.code.classInfo(className)?.methods.find((one) => one.static && one.name === method);
  const future = info?.annotations.find(({ name }) => name === 'future');
  return future?.args['callout']?.toLowerCase() === 'true';
}
