import { ApexMap } from '../../kernel/collections.js';
import type { ApexObject } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { T } from '../../kernel/types.js';
import { serialize } from '../json/serialize.js';
import { authConfigurationClass } from './auth-configuration.js';
import { dataClass, dataValue } from '../data-class.js';
import { mapSet } from '../map.js';

/** Seconds that a token is valid without another word (Apex Reference Guide, "JWT Class"). */
const defaultValidity = 300;

/** The claims set: the registered claims, then the additional ones. */
function claims(tx: Transaction, self: ApexObject): string {
  const now = Math.floor(tx.now() / 1000);
  const number = (name: string, otherwise: number): number => {
    const value = dataValue(self, name);
    return typeof value === 'number' ? value : otherwise;
  };
  const set = new ApexMap(T.String, T.Object);
  for (const name of ['iss', 'aud', 'sub']) {
    const value = dataValue(self, name);
    if (value !== null) mapSet(set, name, value);
  }
  mapSet(set, 'iat', now);
  mapSet(set, 'exp', now + number('validityLength', defaultValidity));
  const skew = dataValue(self, 'nbfClockSkew');
  if (skew !== null) mapSet(set, 'nbf', now - number('nbfClockSkew', 0));
  const more = dataValue(self, 'additionalClaims');
  if (more instanceof ApexMap) for (const { key, value } of more.entries.values()) mapSet(set, key, value);
  return serialize(tx, set, { pretty: false, suppressNulls: true });
}

/** Auth.JWT. Signing needs a certificate, which the local org has none of. */
export const authClasses = [
  authConfigurationClass,
  dataClass({
    name: 'Auth.JWT',
    access: 'methods',
    properties: {
      additionalClaims: 'Map<String,Object>',
      aud: 'String',
      iss: 'String',
      nbfClockSkew: 'Integer',
      sub: 'String',
      validityLength: 'Integer'
    },
    members: { 'String toJSONString()': (tx, self: ApexObject) => claims(tx, self) }
  })
];
