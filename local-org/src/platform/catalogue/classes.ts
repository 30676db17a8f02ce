import { dataClass } from '../data-class.js';
import { type PlatformClass, platformClass } from '../define.js';
import { enumClass } from '../enums.js';
import { exceptionOf } from '../exception.js';
import { virtual } from '../object.js';
import { parseSignature } from '../signature.js';
import { cataloguedType, type CataloguedType } from './catalogue.js';
import { connectApiMethods } from './connect-api.js';

const made = new Map<string, PlatformClass | undefined>();

/**
 * A class that the catalogue says enough of to make it: enums with their constants, exceptions, which all have the same
 * constructors, interfaces, which project classes implement, and classes that hold values and do nothing. Undefined for any other
 * name.
 */
export function fromCatalogue(name: string): PlatformClass | undefined {
  const key = name.toLowerCase();
  if (!made.has(key)) {
    const type = cataloguedType(key);
    made.set(key, type && classOf(type));
  }
  return made.get(key);
}

function classOf(type: CataloguedType): PlatformClass | undefined {
  const { name, namespace, kind, values } = type;
  const full = name.includes('.') ? name : `${namespace}.${name}`;
  if (kind === 'enum') return values.length > 0 ? enumClass(full, values) : undefined;
  if (kind === 'interface') return interfaceOf(full, type);
  return name.endsWith('Exception') ? exceptionOf(name) : valuesOnly(full, type);
}

const last = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function interfaceOf(name: string, { members }: CataloguedType): PlatformClass | undefined {
  const methods = members.filter((signature) => !signature.startsWith(`${last(name)}(`));
  if (methods.length === 0) return undefined;
  return platformClass({
    name,
    kind: 'interface',
    members: Object.fromEntries(methods.map((signature) => [signature, virtual(parseSignature(signature, []).name)]))
  });
}

/** Types whose methods the catalogue leaves out: they do more than hold values. */
const richerThanCatalogued = /^(Slack|LiveAgent|ise_bots_apex|RichMessaging)\./i;

/** What every object has, or what tells nothing. */
const common = /\s(equals|hashCode|toString|getBuildVersion|clone)\(/;

/**
 * A class with properties and constructors only. Constructors count when their parameters bear the names of properties. Types of
 * ConnectApi may have static methods besides.
 */
function valuesOnly(name: string, type: CataloguedType): PlatformClass | undefined {
  const isConstructor = (signature: string): boolean => signature.startsWith(`${last(name)}(`);
  const members = type.members.filter((signature) => !common.test(signature));
  const fields = members.filter((signature) => signature.endsWith('{get}'));
  const constructors = members.filter(isConstructor);
  const others = members.filter((signature) => !fields.includes(signature) && !constructors.includes(signature));
  const chatter = type.namespace === 'ConnectApi';
  const isStatic = (signature: string): boolean => signature.startsWith('static ');
  if (others.some((signature) => !chatter || !isStatic(signature)) || richerThanCatalogued.test(name)) return undefined;
  if (fields.length + others.length === 0 && !type.extends) return undefined;
  const properties = Object.fromEntries(fields.map(propertyOf));
  const lists = chatter ? [[]] : constructorLists(constructors, Object.keys(properties));
  if (lists.length === 0) return undefined;
  return dataClass({
    name,
    ...(type.extends !== undefined && { extends: type.extends }),
    properties,
    constructors: lists,
    // `customMetadata.values.add(…)`: metadata types come with their lists (Apex Developer Guide, "Deploying Metadata").
    filled: type.namespace === 'Metadata',
    members: connectApiMethods(name, others.filter(isResolvable))
  });
}

/** Name and type of a property. The catalogue leaves out the elements of some collections, and puts a word behind some enums. */
function propertyOf(signature: string): readonly [string, string] {
  const [, declared = '', property = ''] = /^(.+) (\w+) \{get\}$/.exec(signature) ?? [];
  const type = declared.replace(/([\w.]+)Enum\b/, (whole, enumName: string) =>
    cataloguedType(enumName)?.kind === 'enum' ? enumName : whole
  );
  return [property, /^(List|Map|Set)$/.test(type) ? 'Object' : type];
}

/** Signatures whose collections say what they hold. */
const isResolvable = (signature: string): boolean => !/\b(List|Map|Set)\b(?!<)/.test(signature);

function constructorLists(constructors: readonly string[], properties: readonly string[]): string[][] {
  const lower = new Map(properties.map((property) => [property.toLowerCase(), property]));
  return constructors.flatMap((signature) => {
    const names = parseSignature(signature, []).params.map(({ name }) => lower.get(name.toLowerCase()));
    return names.every((each) => each !== undefined) ? [names as string[]] : [];
  });
}
