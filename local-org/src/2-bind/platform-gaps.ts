import type { Position, TypeRef } from '../1-parse/ast/index.js';
import { typeRefText } from '../1-parse/ast/index.js';
import { typeName, type ApexType } from '../kernel/types.js';
import type { MissingMember } from '../platform/catalogue/missing.js';
import { bindError, BindError } from './errors.js';
import type { Project } from './project.js';
import { directSupertypes } from './subtyping.js';

/** What the Apex Reference Guide has and the catalogue of the platform's types lacks. */
const beyondCatalogue = new Set(
  (
    'commerceorders context dataretrieval dataweavescriptresource externalservice flowtesting placequote revsalestrxn ' +
    'salesforce_backup asyncapexjobstatus cursor email hostednames knowledgearticleversionstandardcontroller passwordutil ' +
    'publishingservice schedulabledomain submit successfulresult transactionfinalizer filteredlookupinfo'
  ).split(' ')
);

/** True for a dotted name that leads into a part of the platform that the library lacks. */
export function isPlatformGap(project: Project, name: string): boolean {
  const [head = '', next = ''] = name.toLowerCase().split('.');
  // A class of the project may bear the name of a namespace, as `Database`; it hides only what is its own.
  if (project.class(head) && !project.platform(head)) return false;
  // Components of Visualforce made in Apex: `Component.Apex.OutputText`, `Component.c.Own`.
  if (head === 'component' && next !== '') return true;
  const { library } = project;
  const known = (each: string): boolean =>
    beyondCatalogue.has(each) || library.isNamespace(each) || (library.isCatalogued(each) && !library.class(each));
  return head === 'system' || head === 'schema' ? known(next) : known(head);
}

const reason = 'it is not in its platform library';

/** `Invalid type: X`, or that X is not supported. */
export function unknownType(project: Project, at: Position, name: string): BindError {
  const plain = name.replace(/[<[].*/, '');
  return isPlatformGap(project, plain)
    ? bindError(at, 'unsupported', name, reason)
    : bindError(at, 'unknownType', name);
}

/** `Variable does not exist: X`, or that X is not supported. */
export function unknownName(project: Project, at: Position, name: string): BindError {
  return isPlatformGap(project, name)
    ? bindError(at, 'unsupported', name, reason)
    : bindError(at, 'unknownVariable', name);
}

/** A member that the project uses; `args` is the number of arguments, absent for a property. */
interface Use {
  readonly kind: MissingMember['kind'];
  readonly name: string;
  readonly args?: number;
}

/**
 * The error of a use of what the library lacks: of a type, or of a member that Salesforce gives a type that the library has.
 * Undefined for other uses.
 */
export function memberOfGap(project: Project, at: Position, type: ApexType, use?: Use): BindError | undefined {
  if (type.kind === 'platform' && isGap(project, type))
    return bindError(at, 'unsupported', use === undefined ? type.name : `${type.name}.${use.name}`, reason);
  const missing = use && missingMember(project, type, use);
  return missing === undefined ? undefined : bindError(at, 'unsupported', missing, reason);
}

/** `String: String abbreviate(Integer maxWidth)`, for a member of that name that the type or a type above it lacks. */
function missingMember(project: Project, type: ApexType, use: Use): string | undefined {
  const name = type.kind === 'platform' ? type.name : type.kind === 'sobject' ? 'SObject' : undefined;
  const member =
    name === undefined
      ? undefined
      : project.library
          .missing(name)
          .find(
            (each) =>
              each.kind === use.kind &&
              (each.kind === 'constructor' || each.name.toLowerCase() === use.name.toLowerCase()) &&
              (use.args === undefined || each.params.length === use.args)
          );
  if (member) return `${name}: ${member.signature}`;
  for (const above of directSupertypes(project, type)) {
    const found = missingMember(project, above, use);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The type of a declaration. One that the library lacks is reported, and stands in the declaration as a type without members: what
 * is declared exists, and each use of it is an error of the same kind rather than a second mistake.
 */
export function declaredType(resolve: () => ApexType, ref: TypeRef, report: (error: BindError) => void): ApexType {
  try {
    return resolve();
  } catch (error) {
    if (!(error instanceof BindError) || error.code !== 'unsupported') throw error;
    report(error);
    return { kind: 'platform', name: typeRefText(ref), args: [] };
  }
}

/** What is said of values of a type that the library lacks, or of collections of it, where they do not fit: nothing is known of its ancestors. */
export function gapAmong(project: Project, at: Position, ...types: readonly ApexType[]): BindError | undefined {
  for (const type of types) {
    const gap = isGap(project, type) ? bindError(at, 'unsupported', typeName(type), reason) : undefined;
    const found = gap ?? (type.kind === 'platform' ? gapAmong(project, at, ...type.args) : undefined);
    if (found) return found;
  }
  return undefined;
}

/** True for the stand-in of declaredType. */
export function isGap(project: Project, type: ApexType): boolean {
  return type.kind === 'platform' && type.name !== 'Object' && project.platform(type.name) === undefined;
}
