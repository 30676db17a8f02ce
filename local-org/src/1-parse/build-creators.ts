import type { CreatorContext } from '@apexdevtools/apex-parser';
import type { Expression, Position, TypeRef } from './ast/index.js';
import type { OpeningBracket } from './array-dimensions.js';
import { expression, expressions } from './build-expressions.js';
import { positionOf, typeRefs } from './build-names.js';

/** What follows `new`. */
export function creator(ctx: CreatorContext, at: Position): Expression {
  const type = createdType(ctx);
  const object = ctx.classCreatorRest();
  if (object) return { kind: 'newObject', ...at, type, args: expressions(object.arguments().expressionList()) };
  const array = ctx.arrayCreatorRest();
  if (array) {
    const size = array.expression();
    if (size) return { kind: 'newArray', ...at, element: type, size: expression(size) };
    const items = array.arrayInitializer()?.expression_list().map(expression) ?? [];
    const { dimensions = 1 } = array.start as OpeningBracket;
    return { kind: 'newCollection', ...at, type: { ...type, dimensions }, items };
  }
  const map = ctx.mapCreatorRest();
  if (map) {
    const entries = map
      .mapCreatorRestPair_list()
      .map((pair) => ({ key: expression(pair.expression(0)), value: expression(pair.expression(1)) }));
    return { kind: 'newMap', ...at, type, entries };
  }
  const items = ctx.setCreatorRest()?.expression_list().map(expression) ?? [];
  return { kind: 'newCollection', ...at, type, items };
}

function createdType(ctx: CreatorContext): TypeRef {
  const name = ctx.createdName();
  return {
    ...positionOf(name),
    parts: name
      .idCreatedNamePair_list()
      .map((pair) => ({ name: pair.anyId().getText(), args: typeRefs(pair.typeList()) })),
    dimensions: 0
  };
}
