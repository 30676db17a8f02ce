import type { PlatformClass, PlatformMember } from '../define.js';
import { parseSignature } from '../signature.js';
import { cataloguedType } from './catalogue.js';

/** A member that Salesforce has and the library has not. */
export interface MissingMember extends Pick<PlatformMember, 'kind' | 'name' | 'static' | 'params'> {
  readonly signature: string;
}

type Shape = Pick<PlatformMember, 'kind' | 'name' | 'params'>;

/** Constructors bear the last part of their class's name in the catalogue, and all of it in the library. */
const shapeOf = ({ kind, name, params }: Shape): string =>
  kind === 'constructor' ? `new ${params.length}` : `${kind} ${name.toLowerCase()} ${params.length}`;

/**
 * The members that the catalogue gives a class of the library beyond what it and its supertypes have. Members count as the same
 * when kind, name and number of parameters are. A constructor without parameters is not missed: the catalogue cannot tell classes
 * that have one.
 */
export function missingMembers(
  platformClass: PlatformClass,
  find: (name: string) => PlatformClass | undefined
): readonly MissingMember[] {
  const catalogued = cataloguedType(platformClass.name);
  if (!catalogued || catalogued.kind === 'enum') return [];
  const present = new Set<string>();
  const visit = (current: PlatformClass | undefined): void => {
    for (const member of current?.members ?? []) present.add(shapeOf(member));
    for (const above of [current?.extends, ...(current?.implements ?? [])]) {
      if (above?.kind === 'platform') visit(find(above.name));
    }
  };
  visit(platformClass);
  visit(find('Object'));
  return catalogued.members
    .map((signature) => ({ ...parseSignature(signature, platformClass.typeParameters), signature }))
    .filter(
      (member) => !present.has(shapeOf(member)) && !(member.kind === 'constructor' && member.params.length === 0)
    );
}
