import type { ApexObject, ApexValue } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { InstanceFunction, PlatformMember } from '../platform/define.js';

/**
 * Calls an instance method of any object by name: project code first, otherwise the library's implementation for the object's
 * platform class. The way in which library functions call back (compareTo, hasNext, call, …).
 */
export function callMethod(
  tx: Transaction,
  target: ApexObject,
  name: string,
  args: readonly ApexValue[] = []
): ApexValue {
  const own = tx.org.code.userMethod(target, name, args.length);
  if (own) return own(tx, ...args);
  const type = target.apexType();
  if (type.kind === 'class') return tx.org.code.invoke(tx, target, name, args);
  const owner = type.kind === 'sobject' ? 'SObject' : type.kind === 'platform' ? type.name : 'Object';
  const member = libraryMethod(tx, owner, name, args.length);
  if (!member) throw new Error(`${owner} has no method ${name}/${args.length}`);
  return (member.implementation as InstanceFunction)(tx, target as never, ...(args as never[])) ?? null;
}

function libraryMethod(tx: Transaction, className: string, name: string, arity: number): PlatformMember | undefined {
  const wanted = name.toLowerCase();
  for (let owner = tx.org.library.class(className); owner;) {
    for (const member of owner.members) {
      if (member.kind !== 'method' || member.static || member.params.length !== arity) continue;
      if (member.name.toLowerCase() === wanted && typeof member.implementation === 'function') return member;
    }
    const parent = owner.extends;
    owner = parent?.kind === 'platform' ? tx.org.library.class(parent.name) : undefined;
  }
  return undefined;
}
