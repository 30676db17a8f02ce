import type { ChildRelationship, FieldModel, ObjectModel, Schema } from './model.js';

interface Lookups {
  readonly fields: Map<string, FieldModel>;
  readonly parents: Map<string, FieldModel>;
}

/** The schema with its look-ups. Names ignore case; indexes of an object are made when first asked for. */
export class SchemaIndex implements Schema {
  private readonly byName = new Map<string, ObjectModel>();
  private readonly byPrefix = new Map<string, ObjectModel>();
  private readonly lookups = new Map<ObjectModel, Lookups>();
  private children: Map<string, ChildRelationship[]> | undefined;

  constructor(objects: Iterable<ObjectModel>) {
    for (const object of objects) {
      this.byName.set(object.name.toLowerCase(), object);
      if (!this.byPrefix.has(object.keyPrefix)) this.byPrefix.set(object.keyPrefix, object);
    }
  }

  object(name: string): ObjectModel | undefined {
    return this.byName.get(name.toLowerCase());
  }

  field(object: string, name: string): FieldModel | undefined {
    return this.lookup(object)?.fields.get(name.toLowerCase());
  }

  parentRelationship(object: string, relationshipName: string): FieldModel | undefined {
    return this.lookup(object)?.parents.get(relationshipName.toLowerCase());
  }

  childRelationship(object: string, name: string): ChildRelationship | undefined {
    const wanted = name.toLowerCase();
    return this.childRelationships(object).find((relationship) => relationship.name.toLowerCase() === wanted);
  }

  childRelationships(object: string): readonly ChildRelationship[] {
    this.children ??= this.collectChildren();
    return this.children.get(object.toLowerCase()) ?? [];
  }

  objectByPrefix(keyPrefix: string): ObjectModel | undefined {
    return this.byPrefix.get(keyPrefix);
  }

  objects(): Iterable<ObjectModel> {
    return this.byName.values();
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
    const children = new Map<string, ChildRelationship[]>();
    for (const object of this.byName.values()) {
      for (const field of object.fields.values()) {
        for (const parent of field.childRelationshipName ? (field.referenceTo ?? []) : []) {
          const list = children.get(parent.toLowerCase()) ?? [];
          list.push({ name: field.childRelationshipName ?? '', childObject: object.name, field: field.name });
          children.set(parent.toLowerCase(), list);
        }
      }
    }
    return children;
  }
}
