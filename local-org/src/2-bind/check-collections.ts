import type { CallExpression } from '../1-parse/ast/index.js';
import { sameType, T, type ApexType } from '../kernel/types.js';
import type { Bound } from './bound/expressions.js';
import type { BodyContext } from './body-context.js';
import { conversion } from './conversion.js';
import { conversionOf } from './convert.js';
import { bindError, type BindError } from './errors.js';
import { callText } from './overloads.js';
import { shownType } from './shown-types.js';

const isSObject = (type: ApexType | undefined): boolean => type?.kind === 'sobject';
const isGeneric = (type: ApexType | undefined): boolean => type?.kind === 'sobject' && type.name === 'SObject';

/**
 * What is wrong with a call on a list, set or map although its signature takes the arguments: what the platform's compiler asks of
 * the types of their elements besides. Observed, as the texts in errors.ts.
 */
export function collectionError(
  ctx: BodyContext,
  type: ApexType,
  node: CallExpression,
  args: readonly Bound[]
): BindError | undefined {
  if (type.kind !== 'platform') return undefined;
  const [first, second] = type.args;
  const [arg] = args;
  const name = node.name.toLowerCase();
  const shown = shownType(type);
  switch (`${type.name} ${name}`) {
    case 'List deepclone':
      return isSObject(first) ? undefined : bindError(node, 'deepCloneOf', 'list', shown);
    case 'Map deepclone':
      return isSObject(second) ? undefined : bindError(node, 'deepCloneOf', 'value map', shown);
    case 'List contains':
    case 'List indexof':
      if (!arg || !first || conversionOf(ctx, arg, first)) return undefined;
      return bindError(node, 'unknownMethod', callText(node.name, args), shown);
    case 'Map putall':
    case 'List addall':
    case 'Set addall':
    case 'Set removeall':
    case 'Set retainall':
    case 'Set containsall': {
      if (!arg || !first) return undefined;
      if (arg.type.kind === 'null') return bindError(node, 'ambiguousMethod', `void ${callText(node.name, args)}`);
      if (arg.type.kind !== 'platform' || arg.type.name !== 'List') return undefined;
      const element = arg.type.args[0] ?? T.Object;
      if (type.name === 'Map') {
        const byId = first.kind !== 'sobject' && conversion(ctx.project, T.Id, first) !== undefined;
        const fits = second !== undefined && (isGeneric(second) || (isSObject(second) && sameType(second, element)));
        return byId && fits ? undefined : bindError(node, 'putAllOf', shownType(arg.type), shown);
      }
      const refused = type.name === 'Set' ? !sameType(first, element) : isGeneric(element) && !fitsGeneric(first);
      return refused ? bindError(node, 'allOf', shownType(arg.type), shown) : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a list takes any record. */
const fitsGeneric = (element: ApexType): boolean => element.kind !== 'sobject' || element.name === 'SObject';
