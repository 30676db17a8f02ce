import type { ChildReference, ChildRelationship, FieldModel, ObjectModel, Schema } from './model.js';
import { OwnNamespace } from './own-namespace.js';

interface Lookups {
  readonly fields: Map<string, FieldModel>;
  readonly parents: Map<string, FieldModel>;
}

/** The schema with its look-ups. Names ignore case, and may lack the own namespace; indexes of an object are made when first asked for. */
export class SchemaIndex implements Schema {
  readonly namespace: OwnNamespace;
  private readonly byName = new Map<string, ObjectModel>();
  private readonly byPrefix = new Map<string, ObjectModel>();
  private readonly lookups = new Map<ObjectModel, Lookups>();
  private children: Map<string, ChildRelationship[]> | undefined;
  private references: Map<string, ChildReference[]> | undefined;

  constructor(objects: Iterable<ObjectModel>, namespace = new OwnNamespace('')) {
    this.namespace = namespace;
    for (const object of objects) {
      this.byName.set(object.name.toLowerCase(), object);
      if (!this.byPrefix.has(object.keyPrefix)) this.byPrefix.set(object.keyPrefix, object);
    }
  }

  object(name: string): ObjectModel | undefined {
    return this.byName.get(name.toLowerCase()) ?? this.own(this.byName, name);
  }

  field(object: string, name: string): FieldModel | undefined {
    const fields = this.lookup(object)?.fields;
    return fields && (fields.get(name.toLowerCase()) ?? this.own(fields, name));
  }

  parentRelationship(object: string, relationshipName: string): FieldModel | undefined {
    const parents = this.lookup(object)?.parents;
    return parents && (parents.get(relationshipName.toLowerCase()) ?? this.own(parents, relationshipName));
  }

  childRelationship(object: string, name: string): ChildRelationship | undefined {
    const all = this.childRelationships(object);
    const named = (wanted: string) => all.find((relationship) => relationship.name.toLowerCase() === wanted);
    return named(name.toLowerCase()) ?? (this.namespace.name === '' ? undefined : named(this.fullKey(name)));
  }

  childRelationships(object: string): readonly ChildRelationship[] {
    this.children ??= this.collectChildren();
    return this.children.get(this.object(object)?.name.toLowerCase() ?? '') ?? [];
  }

  childReferences(object: string): readonly ChildReference[] {
    this.references ??= this.collectReferences();
    return this.references.get(this.object(object)?.name.toLowerCase() ?? '') ?? [];
  }

  objectByPrefix(keyPrefix: string): ObjectModel | undefined {
    return this.byPrefix.get(keyPrefix);
  }

  objects(): Iterable<ObjectModel> {
    return this.byName.values();
  }

  /** What the name means with the own namespace in front. */
  private own<V>(all: ReadonlyMap<string, V>, name: string): V | undefined {
    return this.namespace.name === '' ? undefined : all.get(this.fullKey(name));
  }

  private fullKey(name: string): string {
    return this.namespace.full(name).toLowerCase();
  }

  private lookup(name: string): Lookups | undefined {
    const object = this.object(name);
    if (!object) return undefined;
    let lookups = this.lookups.get(object);
    if (!lookups) {
      lookups = { fields: new Map(), parents: new Map() };
      for (const field of object.fields.values()) {
        lookups.fields.set(field.name.toLowerCase(), field);
        if (field.relationshipName) lookups.parents.set(field.relationshipName.toLowerCase(), field);
      }
      this.lookups.set(object, lookups);
    }
    return lookups;
  }

  private collectChildren(): Map<string, ChildRelationship[]> {
    this.references ??= this.collectReferences();
    const named = ({ name, ...rest }: ChildReference) => (name === null ? [] : [{ ...rest, name }]);
    return new Map([...this.references].map(([parent, all]) => [parent, all.flatMap(named)]));
  }

  private collectReferences(): Map<string, ChildReference[]> {
    const references = new Map<string, ChildReference[]>();
    for (const object of this.byName.values()) {
      for (const field of object.fields.values()) {
        for (const parent of field.referenceTo ?? []) {
          const list = references.get(parent.toLowerCase()) ?? [];
          list.push({ name: field.childRelationshipName ?? null, childObject: object.name, field: field.name });
          references.set(parent.toLowerCase(), list);
        }
      }
    }
    return references;
  }
}
