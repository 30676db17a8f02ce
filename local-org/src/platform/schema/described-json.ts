import { ApexList } from '../../kernel/collections.js';
import type { ApexObject, ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { T } from '../../kernel/types.js';
import type { PlatformClassSource, StaticFunction } from '../define.js';
import { SObjectFieldToken, SObjectTypeToken } from './tokens.js';

/** Names that are not those of their methods: so a describe shows itself in debug logs. */
const spelled: Readonly<Record<string, string>> = {
  sOAPType: 'soapType',
  sObjectField: 'sobjectField',
  sObjectType: 'sobjectType',
  externalID: 'externalId'
};

/** What a describe is in JSON: what its methods without parameters tell, from the last name to the first, tokens by their names. */
export function describedMembers(
  tx: Transaction,
  self: ApexObject,
  methods: PlatformClassSource['members']
): readonly (readonly [string, ApexValue])[] {
  const members = Object.entries(methods).flatMap(([signature, implementation]): [string, ApexValue][] => {
    const name = / (?:get|is)(\w+)\(\)$/.exec(signature)?.[1];
    if (name === undefined || typeof implementation !== 'function') return [];
    const first = name.charAt(0).toLowerCase() + name.slice(1);
    return [[spelled[first] ?? first, written((implementation as StaticFunction)(tx, self as never) ?? null)]];
  });
  return members.sort(([a], [b]) => (a < b ? 1 : -1));
}

function written(value: ApexValue): ApexValue {
  if (value instanceof SObjectFieldToken) return value.field;
  if (value instanceof SObjectTypeToken) return value.object;
  if (!(value instanceof ApexList) || !value.items.some((item) => item instanceof SObjectTypeToken)) return value;
  return new ApexList(T.String, value.items.map(written));
}
