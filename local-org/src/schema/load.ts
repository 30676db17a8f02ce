import { customObject, extendedObject, objectKind, type ObjectSource } from './custom-object.js';
import { picklistValue, type ValueSets } from './custom-field.js';
import { keyPrefixFor } from './key-prefix.js';
import { SourceMetadata, type ProjectMetadata } from './metadata.js';
import type { ObjectModel, Schema } from './model.js';
import { SchemaIndex } from './schema-index.js';
import { SchemaError } from './schema-error.js';
import { shareObject } from './share-objects.js';
import { readSourceTree, type MetadataComponent } from './source-tree.js';
import { standardObjects } from './standard/load.js';
import { children } from './xml.js';

export interface LoadedSchema {
  readonly schema: Schema;
  readonly metadata: ProjectMetadata;
}

export interface SchemaOptions {
  /** Objects then have CurrencyIsoCode. */
  readonly multiCurrency?: boolean;
}

/** Reads the metadata of SFDX source folders and joins it with the standard objects. */
export function loadSchema(sources: readonly string[], options: SchemaOptions = {}): LoadedSchema {
  const multiCurrency = options.multiCurrency ?? false;
  const tree = readSourceTree(sources);
  const valueSets = readValueSets(tree);
  const objects = new Map(standardObjects(multiCurrency).map((object) => [object.name.toLowerCase(), object]));
  const prefixes = new Set([...objects.values()].map((object) => object.keyPrefix));
  for (const source of objectSources(tree)) {
    const key = source.name.toLowerCase();
    const standard = objects.get(key);
    if (standard) objects.set(key, extendedObject(standard, source, valueSets));
    else addCustomObject(objects, prefixes, source, valueSets, multiCurrency);
  }
  return { schema: new SchemaIndex(objects.values()), metadata: new SourceMetadata(tree) };
}

function addCustomObject(
  objects: Map<string, ObjectModel>,
  prefixes: Set<string>,
  source: ObjectSource,
  valueSets: ValueSets,
  multiCurrency: boolean
): void {
  if (!/__(c|e|mdt|x|b|kav)$/i.test(source.name)) {
    const file = source.object?.file ?? source.fields[0]?.file ?? source.name;
    throw new SchemaError(file, `The local org has no standard object ${source.name}.`);
  }
  const take = (name: string, kind: ObjectModel['kind']) => {
    const prefix = keyPrefixFor(name, kind, prefixes);
    prefixes.add(prefix);
    return prefix;
  };
  const kind = objectKind(source.name, source.object?.xml);
  const object = customObject(source, take(source.name, kind), valueSets, multiCurrency);
  objects.set(object.name.toLowerCase(), object);
  if (kind !== 'custom' || !object.fields.has('OwnerId')) return;
  const share = shareObject(object, take(`${object.name}.Share`, 'standard'));
  objects.set(share.name.toLowerCase(), share);
}

/** Objects in the order of their names, so that key prefixes do not depend on the order of the folders. */
function objectSources(tree: ReadonlyMap<string, readonly MetadataComponent[]>): ObjectSource[] {
  const sources = new Map<string, ObjectSource>();
  const sourceOf = (name: string): ObjectSource => {
    const key = name.toLowerCase();
    const found = sources.get(key) ?? { name, fields: [], recordTypes: [] };
    sources.set(key, found);
    return found;
  };
  for (const component of tree.get('CustomObject') ?? []) sourceOf(component.name).object ??= component;
  for (const component of tree.get('CustomField') ?? []) sourceOf(ownerOf(component)).fields.push(component);
  for (const component of tree.get('RecordType') ?? []) sourceOf(ownerOf(component)).recordTypes.push(component);
  const activity = sources.get('activity');
  sources.delete('activity');
  for (const name of activity ? ['Task', 'Event'] : []) sourceOf(name).fields.push(...(activity?.fields ?? []));
  return [...sources.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const ownerOf = (component: MetadataComponent): string => component.name.slice(0, component.name.indexOf('.'));

function readValueSets(tree: ReadonlyMap<string, readonly MetadataComponent[]>): ValueSets {
  const sets = new Map<string, MetadataComponent>();
  for (const set of tree.get('GlobalValueSet') ?? []) sets.set(set.name.toLowerCase(), set);
  for (const set of tree.get('StandardValueSet') ?? []) sets.set(set.name.toLowerCase(), set);
  return (name) => {
    const xml = sets.get(name.toLowerCase())?.xml;
    return [...children(xml, 'customValue'), ...children(xml, 'standardValue')].map(picklistValue);
  };
}
