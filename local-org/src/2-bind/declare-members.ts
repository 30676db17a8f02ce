import type {
  Accessor,
  ConstructorDeclaration,
  FieldDeclaration,
  MethodDeclaration,
  Parameter,
  PropertyDeclaration,
  TypeRef
} from '../1-parse/ast/index.js';
import { sameType, T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { visibilityOf } from './declare.js';
import type { Diagnostics } from './diagnostics.js';
import { bindError } from './errors.js';
import { mangle } from './names.js';
import type { Project } from './project.js';
import type { AccessorSymbol, ClassSymbol, FieldSymbol, MethodSymbol, ParameterSymbol, Visibility } from './symbols.js';
import { declaredType } from './platform-gaps.js';
import { resolveType } from './type-resolution.js';

type TypeOf = (ref: TypeRef) => ApexType;

/** Third step: fields, properties, methods and constructors with their types. A member whose types are unknown is reported and left out. */
export function declareMembers(project: Project, owner: ClassSymbol, diagnostics: Diagnostics): void {
  const typeOf: TypeOf = (ref) =>
    declaredType(
      () => resolveType(project, owner, ref),
      ref,
      (error) => diagnostics.add(owner.source, error)
    );
  for (const member of owner.declaration.members) {
    diagnostics.attempt(owner.source, () => {
      switch (member.kind) {
        case 'field':
          return declareFields(owner, member, typeOf);
        case 'property':
          return declareProperty(owner, member, typeOf);
        case 'method':
          return declareMethod(owner, member, typeOf);
        case 'constructor': {
          return declareConstructor(owner, member, typeOf);
        }
        case 'initializer':
        case 'type':
          return;
      }
    });
  }
  if (owner.kind === 'class' && !owner.declaration.members.some((member) => member.kind === 'constructor')) {
    owner.constructors.push({ owner, params: [], visibility: 'public', annotations: [], declaration: undefined });
  }
}

function declareConstructor(owner: ClassSymbol, declaration: ConstructorDeclaration, typeOf: TypeOf): void {
  if (declaration.name.toLowerCase() !== owner.simpleName.toLowerCase()) {
    throw bindError(declaration, 'constructorName', declaration.name);
  }
  const params = parameters(declaration.params, typeOf);
  const signature = { owner, name: '<init>', returns: T.Void, params };
  if (owner.constructors.some((other) => sameParameters(other, signature))) {
    throw bindError(declaration, 'duplicateMethod', '<init>', fullSignature(signature), owner.name);
  }
  owner.constructors.push({
    owner,
    params,
    visibility: visibilityOf(declaration.modifiers, 'private'),
    annotations: declaration.modifiers.annotations,
    declaration
  });
}

function declareFields(owner: ClassSymbol, declaration: FieldDeclaration, typeOf: TypeOf): void {
  const { words, annotations } = declaration.modifiers;
  const type = typeOf(declaration.type);
  for (const declarator of declaration.declarators) {
    addField(owner, {
      kind: 'field',
      owner,
      name: declarator.name,
      type,
      static: words.includes('static'),
      final: words.includes('final'),
      transient: words.includes('transient'),
      visibility: visibilityOf(declaration.modifiers, 'private'),
      annotations,
      line: declarator.line,
      column: declarator.column,
      initializer: declarator.value,
      declaration,
      getter: undefined,
      setter: undefined,
      direct: true,
      jsName: `_${declarator.name}`
    });
  }
}

function declareProperty(owner: ClassSymbol, declaration: PropertyDeclaration, typeOf: TypeOf): void {
  const { words, annotations } = declaration.modifiers;
  const visibility = visibilityOf(declaration.modifiers, 'private');
  const accessor = (source: Accessor | undefined, kind: string): AccessorSymbol | undefined =>
    source && {
      visibility: visibilityOf(source.modifiers, visibility),
      body: source.body,
      declaration: source,
      jsName: `${kind}$${declaration.name}`
    };
  const plain = !declaration.getter?.body && !declaration.setter?.body;
  addField(owner, {
    kind: 'property',
    owner,
    name: declaration.name,
    type: typeOf(declaration.type),
    static: words.includes('static'),
    final: false,
    transient: words.includes('transient'),
    visibility,
    annotations,
    line: declaration.line,
    column: declaration.column,
    initializer: undefined,
    declaration,
    getter: accessor(declaration.getter, 'get'),
    setter: accessor(declaration.setter, 'set'),
    direct: plain && !['virtual', 'abstract', 'override'].some((word) => words.includes(word)),
    jsName: `_${declaration.name}`
  });
}

function addField(owner: ClassSymbol, field: FieldSymbol): void {
  const key = field.name.toLowerCase();
  const known = owner.fields.get(key);
  if (known) throw bindError(field.declaration, 'duplicateField', field.name);
  owner.fields.set(key, field);
}

/** Who holds an object of a private interface may call its methods. */
const interfaceVisibility = (owner: ClassSymbol): Visibility => (owner.visibility === 'global' ? 'global' : 'public');

function declareMethod(owner: ClassSymbol, declaration: MethodDeclaration, typeOf: TypeOf): void {
  const { words, annotations } = declaration.modifiers;
  const params = parameters(declaration.params, typeOf);
  const inInterface = owner.kind === 'interface';
  const method: MethodSymbol = {
    owner,
    name: declaration.name,
    params,
    returns: declaration.returns ? typeOf(declaration.returns) : T.Void,
    static: words.includes('static') || words.includes('testmethod'),
    abstract: inInterface || words.includes('abstract'),
    virtual: inInterface || words.includes('virtual') || words.includes('abstract'),
    override: words.includes('override'),
    visibility: inInterface ? interfaceVisibility(owner) : visibilityOf(declaration.modifiers, 'private'),
    annotations: words.includes('testmethod') ? [...annotations, { name: 'istest', args: {} }] : annotations,
    declaration,
    jsName: `${declaration.name}${mangle(params)}`
  };
  const key = method.name.toLowerCase();
  const overloads = owner.methods.get(key) ?? [];
  if (overloads.some((other) => sameParameters(other, method))) {
    throw bindError(declaration, 'duplicateMethod', method.name, fullSignature(method), owner.name);
  }
  owner.methods.set(key, [...overloads, method]);
}

function parameters(params: readonly Parameter[], typeOf: TypeOf): ParameterSymbol[] {
  return params.map((param) => ({ name: param.name, type: typeOf(param.type) }));
}

export function sameParameters(
  a: { readonly params: readonly { readonly type: ApexType }[] },
  b: { readonly params: readonly { readonly type: ApexType }[] }
): boolean {
  return (
    a.params.length === b.params.length &&
    a.params.every((param, i) => sameType(param.type, b.params[i]?.type ?? T.Void))
  );
}

/** `String Outer.Inner.foo(Integer)` as messages show it. */
export function fullSignature(
  method: Pick<MethodSymbol, 'name' | 'returns' | 'params'> & { readonly owner: { readonly name: string } }
): string {
  const { owner, name, returns, params } = method;
  return `${shownType(returns)} ${owner.name}.${name}(${params.map((param) => shownType(param.type)).join(', ')})`;
}
