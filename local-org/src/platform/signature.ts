import type { ApexType } from '../kernel/types.js';
import type { PlatformMember } from './define.js';

type Signature = Pick<PlatformMember, 'kind' | 'name' | 'static' | 'params' | 'returns'>;

/** Types that are sObjects inside library signatures; every other capitalised name is a platform class. */
const sobjects = new Set(['SObject', 'User', 'Group', 'Profile', 'AsyncApexJob', 'CronTrigger']);

/** Parses one library signature, e.g. `static List<T> of(Map<K,V> source)`; see PlatformClassSource.members for the forms. */
export function parseSignature(text: string, typeParameters: readonly string[]): Signature {
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`Library signature '${text}': ${what} at ${at}`);
  };
  const space = () => {
    while (text[at] === ' ') at++;
  };
  const word = (): string => {
    space();
    const match = /^[A-Za-z_][\w.]*/.exec(text.slice(at));
    if (!match) return fail('a name is expected');
    at += match[0].length;
    return match[0];
  };
  const take = (char: string): boolean => {
    space();
    if (text[at] !== char) return false;
    at++;
    return true;
  };
  const type = (): ApexType => {
    const name = word();
    const args: ApexType[] = [];
    if (take('<')) {
      do args.push(type());
      while (take(','));
      if (!take('>')) fail("'>' is expected");
    }
    if (name === 'void') return { kind: 'void' };
    if (typeParameters.includes(name)) return { kind: 'variable', name };
    if (sobjects.has(name)) return { kind: 'sobject', name };
    return { kind: 'platform', name, args };
  };
  const params = (): { name: string; type: ApexType }[] => {
    const list: { name: string; type: ApexType }[] = [];
    if (take(')')) return list;
    do {
      const paramType = type();
      list.push({ type: paramType, name: word() });
    } while (take(','));
    if (!take(')')) fail("')' is expected");
    return list;
  };

  const isStatic = text.startsWith('static ');
  if (isStatic) at = 'static '.length;
  const returns = type();
  if (take('(')) {
    const name =
      returns.kind === 'platform' || returns.kind === 'sobject'
        ? returns.name
        : fail('a constructor needs a class name');
    return { kind: 'constructor', name, static: true, params: params(), returns };
  }
  const name = word();
  if (take('(')) return { kind: 'method', name, static: isStatic, params: params(), returns };
  if (take('{')) return { kind: 'property', name, static: isStatic, params: [], returns };
  return fail("'(' or '{' is expected");
}
