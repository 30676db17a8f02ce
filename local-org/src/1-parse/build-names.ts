import type { ModifierContext, TypeListContext, TypeNameContext, TypeRefContext } from '@apexdevtools/apex-parser';
import type { ApexAnnotation } from '../kernel/services.js';
import type { Modifiers, Position, TypeRef, TypeRefPart } from './ast/index.js';
import { stringLiteral } from './literals.js';

interface WithStart {
  readonly start: { readonly line: number; readonly column: number };
}

/** Where the text of a node of the parser begins. */
export function positionOf(ctx: unknown): Position {
  const { start } = ctx as WithStart;
  return { line: start.line, column: start.column + 1 };
}

export function lastLineOf(ctx: unknown): number {
  const { start, stop } = ctx as { start: { line: number }; stop: { line: number } | null };
  return (stop ?? start).line;
}

export function typeRef(ctx: TypeRefContext): TypeRef {
  return {
    ...positionOf(ctx),
    parts: ctx.typeName_list().map(typeRefPart),
    dimensions: ctx.arraySubscripts()?.LBRACK_list().length ?? 0
  };
}

export function typeRefs(ctx: TypeListContext | null | undefined): TypeRef[] {
  return ctx ? ctx.typeRef_list().map(typeRef) : [];
}

function typeRefPart(ctx: TypeNameContext): TypeRefPart {
  const name = (ctx.LIST() ?? ctx.SET() ?? ctx.MAP() ?? ctx.id()).getText();
  return { name, args: typeRefs(ctx.typeArguments()?.typeList()) };
}

export function modifiers(list: readonly ModifierContext[]): Modifiers {
  const words: string[] = [];
  const annotations: ApexAnnotation[] = [];
  for (const ctx of list) {
    const annotation = ctx.annotation();
    if (annotation) {
      const args: Record<string, string> = {};
      for (const pair of annotation.elementValuePairs()?.elementValuePair_list() ?? []) {
        args[pair.id().getText().toLowerCase()] = annotationValue(pair.elementValue().getText());
      }
      const single = annotation.elementValue();
      if (single) args['value'] = annotationValue(single.getText());
      annotations.push({ name: annotation.id().getText().toLowerCase(), args });
    } else {
      const sharing = ctx.SHARING() ? ' sharing' : '';
      words.push(
        ctx
          .getText()
          .toLowerCase()
          .replace(/sharing$/, '') + sharing
      );
    }
  }
  return { words, annotations };
}

function annotationValue(text: string): string {
  return text.startsWith("'") ? stringLiteral(text) : text;
}
