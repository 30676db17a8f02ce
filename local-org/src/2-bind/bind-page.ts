import type { DotExpression } from '../1-parse/ast/index.js';
import { T, type ApexType } from '../kernel/types.js';
import type { BodyContext } from './body-context.js';
import type { Bound } from './bound/expressions.js';
import { bindError } from './errors.js';
import { libraryMembers } from './members.js';

const type: ApexType = { kind: 'platform', name: 'PageReference', args: [] };

/** `Page.Name`: a new PageReference to a page of the project. Its URL is lower case (Visualforce Developer Guide, "Test a Custom Controller"). */
export function pageReference(ctx: BodyContext, node: DotExpression): Bound {
  const { namespace } = ctx.project.schema;
  if (!ctx.project.hasNamed('page', node.name)) throw bindError(node, 'unknownPage', node.name);
  const [member] = libraryMembers(ctx.project, type, 'constructor', '', true).filter(
    ({ params }) => params[0]?.type === T.String || params[0]?.name === 'partialURL'
  );
  if (!member) throw bindError(node, 'unknownPage', node.name);
  const url: Bound = {
    kind: 'constant',
    value: `/apex/${namespace.prefixed(namespace.bare(node.name)).toLowerCase()}`,
    type: T.String
  };
  return { kind: 'libraryCall', member, args: [url], viaSuper: false, type };
}
