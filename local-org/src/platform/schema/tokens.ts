import { ApexObject } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import type { HasText } from '../../runtime/text.js';

const sobjectTypeType: ApexType = { kind: 'platform', name: 'SObjectType', args: [] };
const fieldType: ApexType = { kind: 'platform', name: 'SObjectField', args: [] };

/** Schema.SObjectType: the token of an object. One instance an object name, so that `===` and switch labels work. */
export class SObjectTypeToken extends ApexObject implements HasText {
  /** Canonical API name. */
  readonly object: string;
  constructor(object: string) {
    super();
    this.object = object;
  }
  override apexType(): ApexType {
    return sobjectTypeType;
  }
  apexText(): string {
    return this.object;
  }
}

/** Schema.SObjectField: the token of a field. One instance a field. */
export class SObjectFieldToken extends ApexObject implements HasText {
  readonly object: string;
  readonly field: string;
  constructor(object: string, field: string) {
    super();
    this.object = object;
    this.field = field;
  }
  override apexType(): ApexType {
    return fieldType;
  }
  apexText(): string {
    return this.field;
  }
}

// Tokens are names and nothing else, so one table serves all orgs of a process.
const objects = new Map<string, SObjectTypeToken>();
const fields = new Map<string, SObjectFieldToken>();

/** The token of an object; `object` in canonical spelling. */
export function sobjectTypeToken(object: string): SObjectTypeToken {
  let token = objects.get(object);
  if (!token) objects.set(object, (token = new SObjectTypeToken(object)));
  return token;
}

/** The token of a field; both names in canonical spelling. */
export function fieldToken(object: string, field: string): SObjectFieldToken {
  const key = `${object}.${field}`;
  let token = fields.get(key);
  if (!token) fields.set(key, (token = new SObjectFieldToken(object, field)));
  return token;
}
