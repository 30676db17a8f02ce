import type { Modifiers, TypeDeclaration } from '../1-parse/ast/index.js';
import { classType } from '../kernel/types.js';
import type { Diagnostics } from './diagnostics.js';
import { bindError } from './errors.js';
import type { ClassSymbol, SourceFile, Visibility } from './symbols.js';

/** First step: a symbol for each type of a file, without the types of anything. */
export function declareType(
  source: SourceFile,
  declaration: TypeDeclaration,
  outer: ClassSymbol | undefined,
  diagnostics: Diagnostics
): ClassSymbol {
  const { words, annotations } = declaration.modifiers;
  const name = outer ? `${outer.name}.${declaration.name}` : declaration.name;
  const symbol: ClassSymbol = {
    name,
    simpleName: declaration.name,
    kind: declaration.kind,
    type: classType(name, source.namespace),
    source,
    declaration,
    outer,
    inner: new Map(),
    visibility: visibilityOf(declaration.modifiers, 'private'),
    abstract: words.includes('abstract') || declaration.kind === 'interface',
    virtual: words.includes('virtual') || words.includes('abstract'),
    sharing: sharingOf(words),
    annotations,
    superclass: undefined,
    platformSuperclass: undefined,
    interfaces: [],
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    jsName: `$${name.replaceAll('.', '$')}`
  };
  for (const member of declaration.members) {
    if (member.kind !== 'type') continue;
    const inner = declareType(source, member.declaration, symbol, diagnostics);
    const key = inner.simpleName.toLowerCase();
    const taken = symbol.inner.has(key) || key === symbol.simpleName.toLowerCase();
    if (taken)
      diagnostics.add(
        source,
        bindError(member, 'duplicateType', symbol.inner.has(key) ? inner.name : inner.simpleName)
      );
    else symbol.inner.set(key, inner);
  }
  return symbol;
}

/** A class and its inner classes. */
export function withInner(symbol: ClassSymbol): ClassSymbol[] {
  return [symbol, ...[...symbol.inner.values()].flatMap(withInner)];
}

export function visibilityOf(modifiers: Modifiers, otherwise: Visibility): Visibility {
  const { words } = modifiers;
  if (words.includes('global') || words.includes('webservice')) return 'global';
  if (words.includes('public')) return 'public';
  if (words.includes('protected')) return 'protected';
  return words.includes('private') ? 'private' : otherwise;
}

function sharingOf(words: readonly string[]): ClassSymbol['sharing'] {
  if (words.includes('with sharing')) return 'with';
  if (words.includes('without sharing')) return 'without';
  return words.includes('inherited sharing') ? 'inherited' : 'none';
}
