import type {
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  EnumDeclarationContext,
  FieldDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  MethodDeclarationContext,
  ModifierContext,
  PropertyDeclarationContext
} from '@apexdevtools/apex-parser';
import type { Accessor, Member, MethodDeclaration, Modifiers, Parameter, TypeDeclaration } from './ast/index.js';
import { modifiers, positionOf, typeRef, typeRefs } from './build-names.js';
import { block, declarators } from './build-statements.js';
import { SyntaxFailure } from './syntax-failure.js';

interface TypeContexts {
  classDeclaration(): ClassDeclarationContext | null;
  interfaceDeclaration(): InterfaceDeclarationContext | null;
  enumDeclaration(): EnumDeclarationContext | null;
}

interface MemberContexts extends TypeContexts {
  methodDeclaration(): MethodDeclarationContext | null;
  propertyDeclaration(): PropertyDeclarationContext | null;
  fieldDeclaration(): FieldDeclarationContext | null;
}

export function typeDeclaration(ctx: TypeContexts, words: readonly ModifierContext[]): TypeDeclaration | undefined {
  const own = modifiers(words);
  const classCtx = ctx.classDeclaration();
  if (classCtx) return classDeclaration(classCtx, own);
  const interfaceCtx = ctx.interfaceDeclaration();
  if (interfaceCtx) return interfaceDeclaration(interfaceCtx, own);
  const enumCtx = ctx.enumDeclaration();
  if (!enumCtx) return undefined;
  return {
    kind: 'enum',
    ...positionOf(enumCtx.id()),
    name: enumCtx.id().getText(),
    modifiers: own,
    interfaces: [],
    members: [],
    constants:
      enumCtx
        .enumConstants()
        ?.id_list()
        .map((id) => id.getText()) ?? []
  };
}

function classDeclaration(ctx: ClassDeclarationContext, own: Modifiers): TypeDeclaration {
  const superclass = ctx.typeRef();
  const members: Member[] = [];
  const declarations = ctx.classBody().classBodyDeclaration_list();
  for (const [i, each] of declarations.entries()) {
    if (each.SEMI()) throw extraSemicolon(each, i === declarations.length - 1);
    const body = each.block();
    const declaration = each.memberDeclaration();
    if (body)
      members.push({ kind: 'initializer', ...positionOf(each), static: Boolean(each.STATIC()), body: block(body) });
    if (!declaration) continue;
    const words = each.modifier_list();
    const constructor = declaration.constructorDeclaration();
    if (constructor) {
      members.push({
        kind: 'constructor',
        ...positionOf(constructor),
        modifiers: modifiers(words),
        name: constructor.qualifiedName().getText(),
        params: parameters(constructor.formalParameters()),
        body: block(constructor.block())
      });
    } else members.push(...member(declaration, words));
  }
  return {
    kind: 'class',
    ...positionOf(ctx.id()),
    name: ctx.id().getText(),
    modifiers: own,
    ...(superclass ? { superclass: typeRef(superclass) } : {}),
    interfaces: typeRefs(ctx.typeList()),
    members,
    constants: []
  };
}

/** The platform's grammar has no place for a semicolon that ends nothing. */
function extraSemicolon(at: ClassBodyDeclarationContext, last: boolean): SyntaxFailure {
  return new SyntaxFailure(positionOf(at), last ? "Extra '}', at ';'." : "Expecting '}' but was: ';'");
}

function interfaceDeclaration(ctx: InterfaceDeclarationContext, own: Modifiers): TypeDeclaration {
  // An interface extends one other, by the platform's grammar.
  const comma = ctx.typeList()?.COMMA(0);
  if (comma) throw new SyntaxFailure(positionOf({ start: comma.symbol }), "Expecting '{' but was: ','");
  return {
    kind: 'interface',
    ...positionOf(ctx.id()),
    name: ctx.id().getText(),
    modifiers: own,
    interfaces: typeRefs(ctx.typeList()),
    members: ctx
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((method) => {
        // The platform's grammar has no place for words before a method of an interface.
        const word = method.modifier_list().find((each) => !each.annotation());
        if (word) throw new SyntaxFailure(positionOf(word), `Expecting '}' but was: '${word.getText()}'`);
        return methodOf(method, method.modifier_list());
      }),
    constants: []
  };
}

/** Methods, fields, properties and inner types; also those at the top of triggers and anonymous blocks. */
export function member(ctx: MemberContexts, words: readonly ModifierContext[]): Member[] {
  const method = ctx.methodDeclaration();
  if (method) {
    const body = method.block();
    const declaration = methodOf(method, words);
    return [body ? { ...declaration, body: block(body) } : declaration];
  }
  const field = ctx.fieldDeclaration();
  if (field) {
    return [
      {
        kind: 'field',
        ...positionOf(field),
        modifiers: modifiers(words),
        type: typeRef(field.typeRef()),
        declarators: declarators(field.variableDeclarators())
      }
    ];
  }
  const property = ctx.propertyDeclaration();
  if (property) return [propertyOf(property, words)];
  const declaration = typeDeclaration(ctx, words);
  return declaration ? [{ kind: 'type', line: declaration.line, column: declaration.column, declaration }] : [];
}

/** What alone may stand before an accessor. */
const scopes = new Set(['private', 'protected', 'public', 'global']);

function propertyOf(ctx: PropertyDeclarationContext, words: readonly ModifierContext[]): Member {
  let getter: Accessor | undefined;
  let setter: Accessor | undefined;
  for (const each of ctx.propertyBlock_list()) {
    const body = (each.getter() ?? each.setter()).block();
    const accessor: Accessor = {
      ...positionOf(each),
      modifiers: modifiers(each.modifier_list()),
      ...(body ? { body: block(body) } : {})
    };
    const word = each.getter() ? 'get' : 'set';
    const foreign = each.modifier_list().find((modifier, i) => i > 0 || !scopes.has(modifier.getText().toLowerCase()));
    if (foreign) throw new SyntaxFailure(positionOf(foreign), `Unexpected token '${foreign.start.text}'.`);
    if (each.getter() ? getter : setter) throw new SyntaxFailure(positionOf(each), `Missing '}' at '${word}'`);
    if (each.getter()) getter = accessor;
    else setter = accessor;
  }
  if (!getter && !setter) throw new SyntaxFailure(positionOf({ start: ctx.RBRACE().symbol }), "Unexpected token '}'.");
  return {
    kind: 'property',
    ...positionOf(ctx.id()),
    modifiers: modifiers(words),
    type: typeRef(ctx.typeRef()),
    name: ctx.id().getText(),
    ...(getter ? { getter } : {}),
    ...(setter ? { setter } : {})
  };
}

type MethodParts = Pick<MethodDeclarationContext, 'id' | 'typeRef' | 'formalParameters'>;

function methodOf(ctx: MethodParts, words: readonly ModifierContext[]): MethodDeclaration {
  const returns = ctx.typeRef();
  return {
    kind: 'method',
    ...positionOf(ctx.id()),
    modifiers: modifiers(words),
    ...(returns ? { returns: typeRef(returns) } : {}),
    name: ctx.id().getText(),
    params: parameters(ctx.formalParameters())
  };
}

function parameters(ctx: FormalParametersContext): Parameter[] {
  return (ctx.formalParameterList()?.formalParameter_list() ?? []).map((each) => ({
    ...positionOf(each.id()),
    name: each.id().getText(),
    type: typeRef(each.typeRef()),
    modifiers: modifiers(each.modifier_list())
  }));
}
