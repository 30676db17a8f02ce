import type { ApexFrame } from '../kernel/exception.js';
import type { ApexType } from '../kernel/types.js';
import type { CursorState } from '../platform/database/cursor.js';

/**
 * A value: JSON has null, Boolean, Integer and String itself; the other scalars are tagged texts
 * (`["long","5"]`), and an object is the number of its place in the table (`["ref",3]`).
 */
export type StateValue = null | boolean | number | string | readonly [ScalarTag, string] | readonly ['ref', number];

export type ScalarTag = 'long' | 'double' | 'decimal' | 'id' | 'date' | 'datetime' | 'time' | 'blob';

/** What an object of the platform holds, which need not be an Apex value. */
export type StatePart =
  | readonly ['nothing']
  | readonly ['value', StateValue]
  | readonly ['list', readonly StatePart[]]
  | readonly ['map', readonly (readonly [StatePart, StatePart])[]]
  | readonly ['record', readonly (readonly [string, StatePart])[]];

export interface StateException {
  readonly type: ApexType;
  readonly message: string | null;
  readonly cause: StateValue;
  readonly frames: readonly ApexFrame[];
}

export type StateObject =
  | { readonly kind: 'list' | 'set'; readonly element: ApexType; readonly items: readonly StateValue[] }
  | {
      readonly kind: 'map';
      readonly key: ApexType;
      readonly value: ApexType;
      readonly entries: readonly (readonly [StateValue, StateValue])[];
    }
  | {
      readonly kind: 'record';
      readonly object: string;
      readonly queried: boolean;
      readonly fields: readonly (readonly [string, StateValue])[];
    }
  | { readonly kind: 'enum'; readonly type: ApexType; readonly name: string }
  | { readonly kind: 'type'; readonly of: ApexType }
  | { readonly kind: 'sobjectType'; readonly object: string }
  | { readonly kind: 'field'; readonly object: string; readonly field: string }
  | { readonly kind: 'exception'; readonly exception: StateException }
  | { readonly kind: 'cursor'; readonly cursor: CursorState }
  /** `name` is that of platform/serializable.ts. */
  | { readonly kind: 'platform'; readonly name: string; readonly parts: readonly (readonly [string, StatePart])[] }
  /** An object of Test.createStub. */
  | { readonly kind: 'stub'; readonly of: ApexType; readonly provider: StateValue }
  | {
      readonly kind: 'instance';
      readonly className: string;
      readonly members: readonly (readonly [string, StateValue])[];
      /** Classes that extend Exception have its parts too. */
      readonly exception?: StateException;
    };

export interface StateText {
  readonly root: StateValue;
  readonly objects: readonly StateObject[];
}
