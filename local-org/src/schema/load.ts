import {
  customObject,
  extendedObject,
  objectKind,
  projectRecordTypes,
  type ObjectSource,
  type ReadingParts
} from './custom-object.js';
import { picklistValue, type ValueSets } from './custom-field.js';
import { companionObjects, standardShare } from './companion-objects.js';
import { keyPrefixFor } from './key-prefix.js';
import { SourceMetadata, type ProjectMetadata } from './metadata.js';
import type { ObjectModel, Schema } from './model.js';
import { openReferences } from './open-references.js';
import { scratchDefinition } from './scratch-definition.js';
import { SchemaIndex } from './schema-index.js';
import { SchemaError } from './schema-error.js';
import { namedObjects } from './named-objects.js';
import { typeSummaries } from './summary-types.js';
import { addPersonAccounts } from './person-accounts.js';
import { readSourceTree, type MetadataComponent } from './source-tree.js';
import { standardValueSetFields } from './standard/value-sets.js';
import { standardObjects } from './standard/load.js';
import { MoreObjects } from './standard/more.js';
import { OwnNamespace } from './own-namespace.js';
import { projectNamespace } from './project-namespace.js';
import { children, flag, text } from './xml.js';

export interface LoadedSchema {
  readonly schema: Schema;
  readonly metadata: ProjectMetadata;
  /** Files that could not be read or that contradict others: the rest of the project is loaded without them. */
  readonly problems: readonly SchemaError[];
}

export interface SchemaOptions {
  /** Objects then have CurrencyIsoCode. Default: what the project's currency settings and its scratch definition say. */
  readonly multiCurrency?: boolean;
  /** Default: what sfdx-project.json says. */
  readonly namespace?: string;
}

/** Reads the metadata of SFDX source folders and joins it with the standard objects. */
export function loadSchema(sources: readonly string[], options: SchemaOptions = {}): LoadedSchema {
  const problems: SchemaError[] = [];
  const namespace = new OwnNamespace(options.namespace ?? projectNamespace(sources));
  const tree = readSourceTree(sources, problems, namespace);
  const multiCurrency = options.multiCurrency ?? hasCurrencies(tree, sources);
  const objects = new SchemaLoader(tree, multiCurrency, problems).load(sources, namespace);
  const schema = new SchemaIndex(objects, namespace);
  return { schema, metadata: new SourceMetadata(tree, namespace), problems };
}

/** Only the metadata of SFDX source folders, without the schema, which takes most of the time. */
export function loadMetadata(sources: readonly string[]): ProjectMetadata {
  const namespace = new OwnNamespace(projectNamespace(sources));
  return new SourceMetadata(readSourceTree(sources, [], namespace), namespace);
}

/** Multi-currency is on when the project's settings turn it on, or the definition of its scratch orgs asks for it. */
function hasCurrencies(tree: ReadonlyMap<string, readonly MetadataComponent[]>, sources: readonly string[]): boolean {
  const { features, enabled } = scratchDefinition(sources);
  if (features.has('multicurrency') || enabled.has('currencysettings.enablemulticurrency')) return true;
  const settings = tree.get('settings')?.find(({ name }) => name === 'Currency');
  return flag(settings?.xml, 'enableMultiCurrency');
}

class SchemaLoader {
  private readonly tree: ReadonlyMap<string, readonly MetadataComponent[]>;
  private readonly multiCurrency: boolean;
  private readonly problems: SchemaError[];
  private readonly objects = new Map<string, ObjectModel>();
  private readonly prefixes = new Set<string>();
  private readonly more: MoreObjects;

  constructor(
    tree: ReadonlyMap<string, readonly MetadataComponent[]>,
    multiCurrency: boolean,
    problems: SchemaError[]
  ) {
    this.tree = tree;
    this.multiCurrency = multiCurrency;
    this.problems = problems;
    this.more = new MoreObjects(multiCurrency);
  }

  private readonly isKnown = (object: string): boolean => this.objects.has(object.toLowerCase());

  load(sources: readonly string[], namespace: OwnNamespace): Iterable<ObjectModel> {
    for (const object of standardObjects(this.multiCurrency, this.isKnown)) this.add(object);
    const own = this.objectSources();
    const named = namedObjects(sources, this.tree, own, namespace);
    const wanted = [...named].filter((name) => this.more.nameOf(name)).sort();
    for (const name of [...wanted, ...wanted.flatMap((name) => this.more.targetsOf(name))]) this.addNamed(name);
    // The metadata of the record types of person accounts is that of an object of this name.
    const persons = own.find(({ name }) => name.toLowerCase() === 'personaccount');
    const parts = { valueSets: readValueSets(this.tree), multiCurrency: this.multiCurrency, problems: this.problems };
    this.applyStandardValueSets(parts.valueSets);
    for (const source of own.filter((one) => one !== persons)) {
      const standard = this.objects.get(source.name.toLowerCase());
      if (standard) this.add(extendedObject(standard, source, parts));
      else this.addCustom(source, parts, named);
    }
    const { features } = scratchDefinition(sources);
    if (features.has('personaccounts') || persons)
      addPersonAccounts(this.objects, persons ? projectRecordTypes({ ...persons, name: 'Account' }) : []);
    typeSummaries(this.objects);
    openReferences(this.objects, own);
    return this.objects.values();
  }

  private add(object: ObjectModel): void {
    this.objects.set(object.name.toLowerCase(), object);
    this.prefixes.add(object.keyPrefix);
  }

  /** A standard object that only some projects name. */
  private addNamed(name: string): void {
    const own = this.more.nameOf(name);
    if (!own || this.isKnown(own)) return;
    const published = this.more.prefixOf(own);
    const prefix = published && !this.prefixes.has(published) ? published : this.newPrefix(own, 'standard');
    const shared = own.endsWith('Share') ? own.slice(0, -'Share'.length) : '';
    this.addNamed(shared);
    const owned = this.objects.get(shared.toLowerCase());
    this.add(owned?.fields.has('OwnerId') ? standardShare(owned, prefix) : this.more.object(own, prefix, this.isKnown));
  }

  private addCustom(source: ObjectSource, parts: ReadingParts, named: ReadonlySet<string>): void {
    if (!/__(c|e|mdt|x|b|kav)$/i.test(source.name)) {
      const file = source.object?.file ?? source.fields[0]?.file ?? source.name;
      this.problems.push(new SchemaError(file, `The local org has no standard object ${source.name}.`));
      return;
    }
    const kind = objectKind(source.name, source.object?.xml);
    const prefix = this.newPrefix(source.name, kind);
    const object = customObject(source, prefix, parts);
    this.add(object);
    if (kind !== 'custom') return;
    for (const companion of companionObjects(object, source, named, (suffix) =>
      this.newPrefix(`${object.name}.${suffix}`, 'standard')
    )) {
      this.add(companion);
    }
  }

  /** The project's values of standard picklists that several fields share. */
  private applyStandardValueSets(valueSets: ValueSets): void {
    for (const [set, paths] of Object.entries(standardValueSetFields)) {
      const picklist = valueSets(set);
      for (const path of picklist.length > 0 ? paths : []) {
        const [name = '', fieldName = ''] = path.split('.');
        const object = this.objects.get(name.toLowerCase());
        const field = object?.fields.get(fieldName);
        if (!object || !field) continue;
        const { defaultValue: _, ...rest } = field;
        const chosen = picklist.find(({ isDefault }) => isDefault)?.value;
        const changed = { ...rest, picklist, ...(chosen !== undefined && { defaultValue: chosen }) };
        this.objects.set(name.toLowerCase(), { ...object, fields: new Map(object.fields).set(fieldName, changed) });
      }
    }
  }

  private newPrefix(name: string, kind: ObjectModel['kind']): string {
    const prefix = keyPrefixFor(name, kind, this.prefixes);
    this.prefixes.add(prefix);
    return prefix;
  }

  /** Objects in the order of their names, so that key prefixes do not depend on the order of the folders. */
  private objectSources(): ObjectSource[] {
    const { tree } = this;
    const sources = new Map<string, ObjectSource>();
    const sourceOf = (name: string): ObjectSource => {
      const key = name.toLowerCase();
      const found = sources.get(key) ?? { name, others: [], fields: [], recordTypes: [], sharingReasons: [] };
      sources.set(key, found);
      return found;
    };
    for (const component of tree.get('CustomObject') ?? []) {
      const source = sourceOf(component.name);
      const other = source.object;
      if (!other) source.object = component;
      else if (text(other.xml, 'label') === undefined) {
        source.others.push(other);
        source.object = component;
      } else {
        source.others.push(component);
        if (text(component.xml, 'label') === undefined || !/__\w+$/.test(component.name)) continue;
        const message = `There is another object of the name ${component.name}: ${other.file}. This one only adds its fields.`;
        this.problems.push(new SchemaError(component.file, message));
      }
    }
    for (const component of tree.get('CustomField') ?? []) sourceOf(ownerOf(component)).fields.push(component);
    for (const component of tree.get('RecordType') ?? []) sourceOf(ownerOf(component)).recordTypes.push(component);
    for (const component of tree.get('SharingReason') ?? [])
      sourceOf(ownerOf(component)).sharingReasons.push(component);
    const activity = sources.get('activity');
    sources.delete('activity');
    for (const name of activity ? ['Task', 'Event'] : []) {
      const own = sourceOf(name);
      own.fields.push(...(activity?.fields ?? []));
      own.others.push(...(activity?.object ? [activity.object] : []), ...(activity?.others ?? []));
    }
    return [...sources.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
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
