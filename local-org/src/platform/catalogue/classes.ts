import { dataClass } from '../data-class.js';
import { type PlatformClass, platformClass } from '../define.js';
import { enumClass } from '../enums.js';
import { exceptionOf } from '../exception.js';
import { virtual } from '../object.js';
import { parseSignature } from '../signature.js';
import { cataloguedType, type CataloguedType } from './catalogue.js';

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

/** A class with properties and constructors only. Constructors count when their parameters bear the names of properties. */
function valuesOnly(name: string, type: CataloguedType): PlatformClass | undefined {
  const isConstructor = (signature: string): boolean => signature.startsWith(`${last(name)}(`);
  const fields = type.members.filter((signature) => signature.endsWith('{get}'));
  const constructors = type.members.filter(isConstructor);
  const others = type.members.length - fields.length - constructors.length;
  if (others > 0 || constructors.length === 0 || richerThanCatalogued.test(name)) return undefined;
  if (fields.length === 0 && !type.extends) return undefined;
  const properties = Object.fromEntries(
    fields.map((signature) => {
      const [, declared = '', property = ''] = /^(.+) (\w+) \{get\}$/.exec(signature) ?? [];
      // The catalogue leaves out the elements of some collections.
      return [property, /^(List|Map|Set)$/.test(declared) ? 'Object' : declared];
    })
  );
  const lower = new Map(Object.keys(properties).map((property) => [property.toLowerCase(), property]));
  const lists = constructors.flatMap((signature) => {
    const names = parseSignature(signature, []).params.map(({ name: parameter }) => lower.get(parameter.toLowerCase()));
    return names.every((each) => each !== undefined) ? [names as string[]] : [];
  });
  if (lists.length === 0) return undefined;
  return dataClass({
    name,
    ...(type.extends !== undefined && { extends: type.extends }),
    properties,
    constructors: lists,
    // `customMetadata.values.add(…)`: metadata types come with their lists (Apex Developer Guide, "Deploying Metadata").
    filled: type.namespace === 'Metadata'
  });
}
