import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { sobjectType } from '../../kernel/types.js';
import type { SqlRow } from '../store/connection.js';
import { decode, readable } from './encoding.js';
import type { Expression } from './scope.js';

/** The select list of a statement: each expression once, with the place of its value in a row. */
export class Columns {
  private readonly places = new Map<string, number>();

  add(sql: string): number {
    const known = this.places.get(sql);
    if (known !== undefined) return known;
    this.places.set(sql, this.places.size);
    return this.places.size - 1;
  }

  /** A reader of the expression's value. */
  reader(expression: Expression): (row: SqlRow) => ApexValue {
    if (expression.reader) return expression.reader(this);
    const { sql, shape } = expression;
    const place = this.add(readable(shape, sql));
    return (row) => decode(shape, row[place] ?? null);
  }

  list(): string[] {
    return [...this.places.keys()];
  }
}

/** Child lists by the id of the parent; filled after the parents are read. */
export type ChildRows = Map<string, SObjectValue[]>;

type Entry =
  | { readonly kind: 'field'; readonly name: string; readonly read: (row: SqlRow) => ApexValue }
  | { readonly kind: 'parent'; readonly name: string; readonly parent: ParentShape }
  | { readonly kind: 'children'; readonly name: string; readonly object: string; readonly rows: ChildRows };

/** How a row becomes a record: its fields, parents and child lists in the order of the select list. */
export class RecordShape {
  private readonly entries = new Map<string, Entry>();
  private readonly implied = new Set<string>();
  private expressions = 0;

  /** The next name of an expression without an alias. */
  unnamed(): string {
    return `expr${this.expressions++}`;
  }

  field(name: string, read: (row: SqlRow) => ApexValue): void {
    this.implied.delete(name);
    if (!this.entries.has(name)) this.entries.set(name, { kind: 'field', name, read });
  }

  /** A field that the query does not name and Apex has all the same. */
  imply(name: string, read: (row: SqlRow) => ApexValue): void {
    if (this.entries.has(name)) return;
    this.field(name, read);
    this.implied.add(name);
  }

  parent(name: string, create: () => ParentShape): ParentShape {
    const known = this.entries.get(name);
    if (known?.kind === 'parent') return known.parent;
    const parent = create();
    this.entries.set(name, { kind: 'parent', name, parent });
    return parent;
  }

  children(name: string, object: string, rows: ChildRows): void {
    this.entries.set(name, { kind: 'children', name, object, rows });
  }

  build(object: string, row: SqlRow): SObjectValue {
    const record = new SObjectValue(object);
    record.queried = true;
    if (this.implied.size > 0) record.implied = this.implied;
    for (const entry of this.entries.values()) record.fields.set(entry.name, valueOf(entry, row));
    for (const entry of this.entries.values()) {
      if (entry.kind === 'children') {
        entry.rows.set(idOf(record), (record.fields.get(entry.name) as ApexList<SObjectValue>).items);
      }
    }
    return record;
  }
}

function valueOf(entry: Entry, row: SqlRow): ApexValue {
  switch (entry.kind) {
    case 'field':
      return entry.read(row);
    case 'parent':
      return entry.parent.build(row);
    case 'children':
      return new ApexList<SObjectValue>(sobjectType(entry.object));
  }
}

export function idOf(record: SObjectValue): string {
  const id = record.fields.get('Id');
  return id && typeof id === 'object' && 'value' in id ? String(id.value) : '';
}

/** A parent record: null when the reference is empty, else of the object that its id says. */
export class ParentShape {
  private readonly idPlace: number;
  private readonly objects: ReadonlyMap<string, string>;
  private readonly fallback: string;
  /** Fields by object name; one shape for all of them unless TYPEOF tells them apart. */
  private readonly shapes = new Map<string, RecordShape>();
  private readonly common = new RecordShape();

  constructor(idPlace: number, objects: readonly { readonly name: string; readonly keyPrefix: string }[]) {
    this.idPlace = idPlace;
    this.objects = new Map(objects.map(({ keyPrefix, name }) => [keyPrefix, name]));
    this.fallback = objects[0]?.name ?? 'Name';
  }

  shape(object?: string): RecordShape {
    if (object === undefined) return this.common;
    const shape = this.shapes.get(object) ?? new RecordShape();
    this.shapes.set(object, shape);
    return shape;
  }

  build(row: SqlRow): SObjectValue | null {
    const id = row[this.idPlace];
    if (typeof id !== 'string') return null;
    const object = this.objects.get(id.slice(0, 3)) ?? this.fallback;
    return (this.shapes.get(object) ?? this.common).build(object, row);
  }
}
