import { nullPointer } from './exceptions.js';

/** Refuses null for an argument with the platform's text, which does not tell its position (counted from 1). */
export function required<V>(value: V | null, _position: number): V {
  if (value === null) throw nullPointer('Argument cannot be null.');
  return value;
}
