import type { ModifierContext, TypeListContext, TypeNameContext, TypeRefContext } from '@apexdevtools/apex-parser';
import type { Annotation, Modifiers, Position, TypeRef, TypeRefPart } from './ast/index.js';
import { stringLiteral } from './literals.js';
import { SyntaxFailure } from './syntax-failure.js';

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
  const annotations: Annotation[] = [];
  for (const ctx of list) {
    const annotation = ctx.annotation();
    if (annotation) {
      const args: Record<string, string> = {};
      const unquoted: string[] = [];
      const [comma] = annotation.elementValuePairs()?.COMMA_list() ?? [];
      if (comma) throw new SyntaxFailure(positionOf({ start: comma.symbol }), "Expecting ')' but was: ','");
      for (const pair of annotation.elementValuePairs()?.elementValuePair_list() ?? []) {
        const value = pair.elementValue();
        const text = value.getText();
        const property = pair.id().getText().toLowerCase();
        if (!/^(?:'|(?:true|false)$)/i.test(text))
          throw new SyntaxFailure(positionOf(value), `Unexpected token '${text}'.`);
        if (!text.startsWith("'")) unquoted.push(property);
        args[property] = annotationValue(text);
      }
      const single = annotation.elementValue();
      if (single) args['value'] = annotationValue(single.getText());
      const written = annotation.id().getText();
      annotations.push({ name: written.toLowerCase(), args, written, unquoted });
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
