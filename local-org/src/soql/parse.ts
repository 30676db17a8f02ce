import type {
  BoundExpressionContext,
  ExpressionContext,
  QueryContext,
  SoslLiteralContext
} from '@apexdevtools/apex-parser';
import type { SoqlQuery } from './ast.js';
import { Cursor } from './parse/cursor.js';
import { parseWholeQuery } from './parse/query.js';
import { parseWholeSearch } from './parse/search.js';
import type { SoslQuery } from './sosl-ast.js';

export { SoqlSyntaxError } from './parse/error.js';

/** Parses the text of a query; throws SoqlSyntaxError with the platform's message. */
export function parseQuery(text: string): SoqlQuery {
  return parseWholeQuery(new Cursor(text));
}

/** Parses the text of a SOSL query; throws SoqlSyntaxError with the platform's message. */
export function parseSearch(text: string): SoslQuery {
  return parseWholeSearch(text);
}

/** The query of a static SOSL literal, `[FIND …]`; `bind` as in buildQuery. */
export function buildSearch(ctx: SoslLiteralContext, bind: (expression: ExpressionContext) => string): SoslQuery {
  return parseSearch(textOf(ctx, bind).replace(/^\s*\[|\]\s*$/g, ''));
}

/**
 * The query of a static SOQL expression. `bind` turns each `:expression` into the name that stands for it in the result.
 * The Apex parser only says where the bind expressions are; the text is read by the same parser as dynamic SOQL.
 */
export function buildQuery(ctx: QueryContext, bind: (expression: ExpressionContext) => string): SoqlQuery {
  return parseQuery(textOf(ctx, bind));
}

interface Node {
  readonly start: { readonly start: number; getInputStream(): { getText(from: number, to: number): string } };
  readonly stop?: { readonly stop: number } | null;
  readonly children?: readonly unknown[] | null;
}

function textOf(ctx: QueryContext | SoslLiteralContext, bind: (expression: ExpressionContext) => string): string {
  const root = ctx as unknown as Node;
  const stream = root.start.getInputStream();
  let text = '';
  let from = root.start.start;
  for (const bound of boundExpressions(root)) {
    const node = bound as unknown as Node;
    text += `${stream.getText(from, node.start.start - 1)}:${bind(bound.expression())} `;
    from = (node.stop?.stop ?? node.start.start) + 1;
  }
  return text + stream.getText(from, root.stop?.stop ?? from);
}

/** In the order of the text; bind expressions inside a bind expression's own SOQL belong to that one. */
function boundExpressions(node: Node): BoundExpressionContext[] {
  if (isBound(node)) return [node as unknown as BoundExpressionContext];
  return (node.children ?? []).flatMap((child) => ((child as Node).children ? boundExpressions(child as Node) : []));
}

function isBound(node: Node): boolean {
  const { expression, COLON } = node as Partial<BoundExpressionContext>;
  return typeof expression === 'function' && typeof COLON === 'function' && node.children?.length === 2;
}
