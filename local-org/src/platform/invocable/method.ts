import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import type { ClassInfo, MethodInfo, Transaction } from '../../kernel/services.js';
import { T, type ApexType } from '../../kernel/types.js';

/** The invocable method of a class. */
export interface InvocableMethod {
  readonly info: ClassInfo;
  readonly method: MethodInfo;
  /** What its list holds, undefined when it takes nothing. */
  readonly element: ApexType | undefined;
}

/** The invocable method of a class by its name, with or without a namespace before it. */
export function invocableMethod(tx: Transaction, name: string): InvocableMethod | undefined {
  const info = tx.org.code.classInfo(name) ?? tx.org.code.classInfo(name.replace(/^.*?__/, ''));
  const method = info?.methods.find((each) => each.annotations.some((note) => note.name === 'invocablemethod'));
  if (!info || !method) return undefined;
  const type = method.params[0]?.type;
  const element = type?.kind === 'platform' && type.name === 'List' ? (type.args[0] ?? T.Object) : undefined;
  return { info, method, element };
}

/** Calls it with an element an invocation; answers one output each, or nothing. */
export function callInvocable(
  tx: Transaction,
  { info, method, element }: InvocableMethod,
  inputs: readonly ApexValue[]
): readonly ApexValue[] {
  const args = element ? [new ApexList(element, [...inputs])] : [];
  const result = tx.org.code.invokeStatic(tx, info.name, method.name, args);
  return result instanceof ApexList ? result.items : [];
}
