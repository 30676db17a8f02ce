import type { Position } from '../../1-parse/ast/index.js';
import type { FieldModel, Schema } from '../../schema/model.js';
import type { SoqlFrom } from '../../soql/ast.js';
import { bindError, type BindError } from '../errors.js';

/**
 * What a polymorphic parent (`Owner`, `What`) shows besides the fields of the schema's Name object:
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_name.htm
 */
const nameFields = new Set(['middlename', 'suffix']);
const nameParents = new Set(['profile', 'recordtype', 'userrole']);

/** A record that a path has come to: one object, or the Name object in front of several. */
interface Place {
  readonly objects: readonly string[];
}

/** The names that one level of a query may use; each look-up throws the platform's compile error. */
export class SoqlScope {
  readonly object: string;
  readonly #schema: Schema;
  readonly #at: Position;
  readonly #aliases = new Map<string, readonly string[]>();

  constructor(schema: Schema, at: Position, object: string, from: SoqlFrom) {
    this.object = object;
    this.#schema = schema;
    this.#at = at;
    if (from.alias !== undefined) this.#aliases.set(from.alias.toLowerCase(), []);
    for (const { path, alias } of from.aliases) {
      this.#aliases.set(alias.toLowerCase(), path);
      this.#walk(this.#expand(path));
    }
  }

  /** The field at the end of a path. */
  field(written: readonly string[]): FieldModel | undefined {
    const path = this.#expand(written);
    return this.#fieldOf(this.#walk(path.slice(0, -1)), path.at(-1) ?? '');
  }

  /** The objects behind a relationship path. */
  parents(written: readonly string[]): readonly string[] {
    return this.#walk(this.#expand(written)).objects;
  }

  /** Canonical text of a path, by which two ways of writing the same field are known to be one. */
  canonical(written: readonly string[]): string {
    return this.#expand(written)
      .map((name) => this.#key(name))
      .join('.');
  }

  /** A name as comparisons take it: full, whether or not the own namespace was written, and without regard to case. */
  #key(name: string): string {
    return this.#schema.namespace.full(name).toLowerCase();
  }

  #fieldOf({ objects }: Place, name: string): FieldModel | undefined {
    const [only] = objects;
    if (objects.length === 1 && only !== undefined) {
      const field = this.#schema.field(only, name);
      if (!field) throw bindError(this.#at, 'noSuchColumn', name, only);
      return field;
    }
    const found = objects.map((object) => this.#schema.field(object, name)).find((field) => field !== undefined);
    // Whether a folder or, for what lies in none, a user or the organisation: public projects read the folder's own fields.
    if (found && objects.includes('Folder')) return found;
    const shown = this.#schema.field('Name', name);
    if (!shown && !nameFields.has(name.toLowerCase())) throw bindError(this.#at, 'noSuchColumn', name, 'Name');
    return found ?? shown;
  }

  #walk(path: readonly string[]): Place {
    let place: Place = { objects: [this.object] };
    for (const name of path) place = this.#step(place, name);
    return place;
  }

  #step({ objects }: Place, name: string): Place {
    const shown = objects.length === 1 || nameParents.has(name.toLowerCase());
    const field = shown
      ? objects.map((object) => this.#schema.parentRelationship(object, name)).find((each) => each !== undefined)
      : undefined;
    if (!field) throw this.#unknownParent(objects, name);
    const targets = field.referenceTo ?? [];
    const known = targets.filter((target) => this.#schema.object(target));
    if (known.length < targets.length || known.length === 0) {
      const missing = targets.find((target) => !known.includes(target)) ?? 'its object';
      throw bindError(this.#at, 'unsupported', `the relationship ${name}`, `${missing} is not in its schema`);
    }
    return { objects: known };
  }

  /** The schema of standard objects knows some references without their relationship. */
  #unknownParent(objects: readonly string[], name: string): BindError {
    const [only] = objects;
    const reference = objects.length === 1 && only !== undefined && this.#schema.field(only, `${name}Id`);
    return reference
      ? bindError(this.#at, 'unsupported', `the relationship ${name}`, 'it is not in its schema')
      : bindError(this.#at, 'noSuchRelationship', name, 'field path');
  }

  /** Replaces an alias or the object's own name at the beginning. */
  #expand(written: readonly string[]): readonly string[] {
    const [head = ''] = written;
    const aliased = this.#aliases.get(head.toLowerCase());
    if (aliased && written.length > (aliased.length === 0 ? 1 : 0)) {
      return [...this.#expand(aliased), ...written.slice(1)];
    }
    const own = written.length > 1 && this.#key(head) === this.object.toLowerCase();
    return own && !this.#schema.parentRelationship(this.object, head) ? written.slice(1) : written;
  }
}
