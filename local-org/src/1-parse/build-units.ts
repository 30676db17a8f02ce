import type { AnonymousUnitContext, CompilationUnitContext, TriggerUnitContext } from '@apexdevtools/apex-parser';
import type { TriggerEvent } from '../kernel/services.js';
import type { AnonymousUnit, ClassUnit, Member, Statement, TriggerUnitNode } from './ast/index.js';
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
  const body = new TopLevel();
  for (const each of ctx.triggerBlock().triggerBlockMember_list()) {
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
    statements: body.statements
  };
}

export function anonymousUnit(ctx: AnonymousUnitContext): AnonymousUnit {
  const body = new TopLevel();
  for (const each of ctx.anonymousBlock().anonymousBlockMember_list()) {
    const declaration = each.anonymousMemberDeclaration();
    if (declaration) body.addMembers(member(declaration, each.modifier_list()));
    else body.statements.push(statement(each.statement()));
  }
  return { kind: 'anonymous', members: body.members, statements: body.statements };
}

/** The parser reads variables at the top as fields; they are local variables of the block. */
class TopLevel {
  readonly members: Member[] = [];
  readonly statements: Statement[] = [];
  addMembers(members: readonly Member[]): void {
    for (const each of members) {
      if (each.kind !== 'field') this.members.push(each);
      else {
        const { line, column, type, declarators } = each;
        this.statements.push({
          kind: 'local',
          line,
          column,
          modifiers: { words: [], annotations: [] },
          type,
          declarators
        });
      }
    }
  }
}
