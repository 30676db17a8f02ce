import type { DoWhileStatement, ForEachStatement, ForStatement, WhileStatement } from '../1-parse/ast/index.js';
import { sameType, T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { bindExpression, bindValue } from './bind-expression.js';
import { bindLocal, bindStatement, isStatement } from './bind-statement.js';
import type { Bound, Temp } from './bound/expressions.js';
import type { BoundLocal, BoundStatement } from './bound/statements.js';
import type { BodyContext } from './body-context.js';
import { applyConversion, conversionOf, isQuery, requireBoolean, rowType } from './convert.js';
import { bindError } from './errors.js';
import { memberOfGap } from './platform-gaps.js';
import { directSupertypes } from './subtyping.js';
import { resolveType } from './type-resolution.js';

export function bindFor(ctx: BodyContext, node: ForStatement): BoundStatement {
  return ctx.inLoop(() => {
    const init = forInit(ctx, node.init);
    const condition = node.condition && requireBoolean(bindValue(ctx, node.condition), node.condition, 'conditionType');
    // Unlike a statement, this part may be any expression (the platform's compiler takes it).
    const update = node.update.map((each) => bindExpression(ctx, each));
    return { kind: 'for', line: node.line, init, condition, update, body: bindStatement(ctx, node.body) };
  });
}

function forInit(ctx: BodyContext, init: ForStatement['init']): BoundLocal | readonly Bound[] {
  if (!init) return [];
  return 'kind' in init ? bindLocal(ctx, init) : init.map((each) => forStart(ctx, each));
}

function forStart(ctx: BodyContext, node: ForStatement['update'][number]): Bound {
  const bound = bindExpression(ctx, node);
  if (!isStatement(bound)) throw bindError(node, 'expressionStatement');
  return bound;
}

export function bindWhile(ctx: BodyContext, node: WhileStatement): BoundStatement {
  const condition = requireBoolean(bindValue(ctx, node.condition), node.condition, 'conditionType');
  const body = ctx.inLoop(() => bindStatement(ctx, node.body));
  return { kind: 'while', line: node.line, condition, body, bodyFirst: false };
}

export function bindDoWhile(ctx: BodyContext, node: DoWhileStatement): BoundStatement {
  const body = ctx.inLoop(() => bindStatement(ctx, node.body));
  const condition = requireBoolean(bindValue(ctx, node.condition), node.condition, 'conditionType');
  return { kind: 'while', line: node.line, condition, body, bodyFirst: true };
}

/** `for (X x : source)`; a query as the source is a SOQL loop. */
export function bindForEach(ctx: BodyContext, node: ForEachStatement): BoundStatement {
  const source = bindValue(ctx, node.source);
  const type = resolveType(ctx.project, ctx.owner, node.type);
  const query = source.kind === 'soql' && source.result === 'rows' ? source : undefined;
  if (query) {
    const queried = rowType(query.type) ?? query.type;
    const row = rowType(type) ?? type;
    const fits = sameType(row, queried) || sameType(row, T.SObject);
    if (!fits) throw bindError(node, 'queryLoopVariable', shownType(queried));
    return queryLoop(ctx, node, type, query, row !== type);
  }
  if (isQuery(source)) {
    const row = rowType(type) ?? type;
    if (row.kind !== 'sobject') throw bindError(node, 'dynamicLoopVariable');
    if (row !== type) return queryLoop(ctx, node, type, source, true);
  }
  const elementType = elementOf(ctx, source.type);
  if (!elementType) {
    const gap = memberOfGap(ctx.project, node.source, source.type);
    throw gap ?? bindError(node, 'notIterable', shownType(source.type));
  }
  const element: Temp = { type: elementType };
  const given: Bound = { kind: 'temp', temp: element, type: elementType };
  const how = conversionOf(ctx, given, type);
  const records = elementType.kind === 'sobject' && type.kind === 'sobject' && holdsAnyRecords(source);
  if (!how && !records) throw bindError(node, 'loopVariable', shownType(type), shownType(elementType));
  const value = how ? applyConversion(given, type, how) : given;
  return ctx.inLoop(() => {
    const local = ctx.declareLocal(node, node.name, type);
    local.nonNull = false;
    return { kind: 'forEach', line: node.line, local, source, element, value, body: bindStatement(ctx, node.body) };
  });
}

function queryLoop(
  ctx: BodyContext,
  node: ForEachStatement,
  type: ApexType,
  query: Bound,
  chunks: boolean
): BoundStatement {
  return ctx.inLoop(() => {
    const local = ctx.declareLocal(node, node.name, type);
    return { kind: 'queryLoop', line: node.line, local, query, chunks, body: bindStatement(ctx, node.body) };
  });
}

/** Queries and the children of a record: a loop over them may say of which object the records are. */
function holdsAnyRecords(source: Bound): boolean {
  if (isQuery(source)) return true;
  return source.kind === 'libraryCall' && source.member.member.name.toLowerCase() === 'getsobjects';
}

/** The element type of a List, a Set or anything that is an Iterable. */
function elementOf(ctx: BodyContext, type: ApexType): ApexType | undefined {
  if (type.kind === 'platform' && ['List', 'Set', 'Iterable'].includes(type.name)) return type.args[0] ?? T.Object;
  for (const above of directSupertypes(ctx.project, type)) {
    const element = elementOf(ctx, above);
    if (element) return element;
  }
  return undefined;
}
