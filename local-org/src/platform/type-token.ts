import { ApexObject } from '../kernel/object.js';
import { type ApexType, fullTypeName } from '../kernel/types.js';
import type { HasText } from '../runtime/text.js';

const typeType: ApexType = { kind: 'platform', name: 'Type', args: [] };

/** System.Type: the value of `X.class`. One instance a type. */
export class TypeToken extends ApexObject implements HasText {
  readonly of: ApexType;
  constructor(of: ApexType) {
    super();
    this.of = of;
  }
  override apexType(): ApexType {
    return typeType;
  }
  apexText(): string {
    return fullTypeName(this.of);
  }
}

const tokens = new Map<string, TypeToken>();

/** The token of a type; the spelling of the first request stays. */
export function typeToken(of: ApexType): TypeToken {
  const key = `${of.kind}:${fullTypeName(of).toLowerCase()}`;
  let token = tokens.get(key);
  if (!token) tokens.set(key, (token = new TypeToken(of)));
  return token;
}
