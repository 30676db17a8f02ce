import type { ApexType } from './types.js';
import type { BigDecimal } from 'bigdecimal.js';
import type { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from './scalars.js';

/** Everything that is no scalar: instances of project classes and platform classes, enums, collections, sObjects, type tokens. */
export abstract class ApexObject {
  /** The runtime type, as `instanceof`, casts, JSON and String.valueOf see it. */
  abstract apexType(): ApexType;
}

/** Any value that Apex code can hold. `undefined` never is one. */
export type ApexValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | BigDecimal
  | ApexDouble
  | ApexId
  | ApexDate
  | ApexDatetime
  | ApexTime
  | ApexBlob
  | ApexObject;

/** A value of an enum of the project or the platform. One instance a constant for each loaded library or class. */
export class ApexEnumValue extends ApexObject {
  readonly type: ApexType;
  readonly name: string;
  readonly ordinal: number;
  constructor(type: ApexType, name: string, ordinal: number) {
    super();
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }
  override apexType(): ApexType {
    return this.type;
  }
}
