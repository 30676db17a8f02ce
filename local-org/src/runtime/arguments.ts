import { nullPointer } from './exceptions.js';

/** Refuses null for the argument at a position (counted from 1) with the platform's text. */
export function required<V>(value: V | null, position: number): V {
  if (value === null) throw nullPointer(`Argument ${position} cannot be null`);
  return value;
}
