import type { ApexAnnotation } from '../../kernel/services.js';

/** Where a node begins: line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Modifiers {
  /** Lower-case keywords: `public`, `static`, `virtual`, `with sharing`, `testmethod`, … */
  readonly words: readonly string[];
  readonly annotations: readonly Annotation[];
}

/** An annotation with what its checks want to know beyond its meaning. */
export interface Annotation extends ApexAnnotation {
  /** Its name as it stands in the source. */
  readonly written?: string;
  /** Properties, in lower case, whose values are words instead of texts. */
  readonly unquoted?: readonly string[];
}

/** A type as written: `Map<Id, Outer.Inner>[]`. */
export interface TypeRef extends Position {
  readonly parts: readonly TypeRefPart[];
  /** Pairs of brackets behind the name: `X[]` is a List of X. */
  readonly dimensions: number;
}

export interface TypeRefPart {
  readonly name: string;
  readonly args: readonly TypeRef[];
}

/** The type as written, for messages. */
export function typeRefText(ref: TypeRef): string {
  const parts = ref.parts.map((part) =>
    part.args.length === 0 ? part.name : `${part.name}<${part.args.map(typeRefText).join(',')}>`
  );
  return parts.join('.') + '[]'.repeat(ref.dimensions);
}
