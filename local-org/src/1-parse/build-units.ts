import type { AnonymousUnitContext, CompilationUnitContext, TriggerUnitContext } from '@apexdevtools/apex-parser';
import type { TriggerEvent } from '../kernel/services.js';
import type {
  AnonymousUnit,
  ClassUnit,
  Declarator,
  FieldDeclaration,
  Member,
  Statement,
  TriggerUnitNode
} from './ast/index.js';
import { member, typeDeclaration } from './build-declarations.js';
import { positionOf } from './build-names.js';
import { statement } from './build-statements.js';

export function classUnit(ctx: CompilationUnitContext): ClassUnit {
  const type = ctx.typeDeclaration();
  const declaration = typeDeclaration(type, type.modifier_list());
  if (!declaration) throw new Error('A class file declares no type');
  return { kind: 'class', declaration };
}

export function triggerUnit(ctx: TriggerUnitContext): TriggerUnitNode {
  const all = ctx.triggerBlock().triggerBlockMember_list();
  const body = new TopLevel(
    wordsOf(all.map((each) => each.triggerMemberDeclaration()).filter((each) => each && !each.fieldDeclaration()))
  );
  for (const each of all) {
    const declaration = each.triggerMemberDeclaration();
    if (declaration) body.addMembers(member(declaration, each.modifier_list()));
    else body.statements.push(statement(each.statement()));
  }
  return {
    kind: 'trigger',
    ...positionOf(ctx),
    name: ctx.id(0).getText(),
    object: ctx.id(1).getText(),
    events: ctx.triggerCase_list().map((each) => {
      const words = [each.BEFORE() ?? each.AFTER(), each.INSERT() ?? each.UPDATE() ?? each.DELETE() ?? each.UNDELETE()];
      return words.map((word) => word.getText().toLowerCase()).join(' ') as TriggerEvent;
    }),
    members: body.members,
    variables: body.variables,
    statements: body.statements
  };
}

export function anonymousUnit(ctx: AnonymousUnitContext): AnonymousUnit {
  const members = ctx.anonymousBlock().anonymousBlockMember_list();
  const body = new TopLevel(wordsOf(members.filter((each) => each.anonymousMemberDeclaration()?.methodDeclaration())));
  for (const each of members) {
    const declaration = each.anonymousMemberDeclaration();
    if (declaration) body.addMembers(member(declaration, each.modifier_list()));
    else body.statements.push(statement(each.statement()));
  }
  return { kind: 'anonymous', members: body.members, statements: body.statements };
}

/** The words of the source that some nodes of the parser cover, in lower case. */
function wordsOf(nodes: readonly unknown[]): ReadonlySet<string> {
  const words = new Set<string>();
  const visit = (node: unknown): void => {
    const { symbol, children } = node as { symbol?: { text: string }; children?: readonly unknown[] | null };
    if (symbol) words.add(symbol.text.toLowerCase());
    for (const child of children ?? []) visit(child);
  };
  nodes.forEach(visit);
  return words;
}

/**
 * The parser reads variables at the top as fields; they are local variables of the block. Those that its methods, or what else is
 * declared in a trigger, name are static fields, which get their values where they are declared.
 */
class TopLevel {
  readonly members: Member[] = [];
  readonly variables: FieldDeclaration[] = [];
  readonly statements: Statement[] = [];
  readonly #shared: ReadonlySet<string>;

  constructor(shared: ReadonlySet<string> = new Set()) {
    this.#shared = shared;
  }

  addMembers(members: readonly Member[]): void {
    for (const each of members) {
      if (each.kind !== 'field') {
        this.members.push(each);
        continue;
      }
      this.variables.push(each);
      for (const one of each.declarators) this.#addVariable(each, one);
    }
  }

  #addVariable({ line, column, type }: FieldDeclaration, declarator: Declarator): void {
    const { name, value, ...at } = declarator;
    const modifiers = (...words: string[]) => ({ words, annotations: [] });
    if (!this.#shared.has(name.toLowerCase())) {
      this.statements.push({ kind: 'local', line, column, modifiers: modifiers(), type, declarators: [declarator] });
      return;
    }
    const declared = modifiers('private', 'static');
    this.members.push({ kind: 'field', line, column, modifiers: declared, type, declarators: [{ name, ...at }] });
    const target = { kind: 'name', name, ...at } as const;
    const nothing = { kind: 'literal', type: 'Null', text: 'null', ...at } as const;
    const expression = { kind: 'assign', target, value: value ?? nothing, ...at } as const;
    this.statements.push({ kind: 'expression', expression, ...at });
  }
}
