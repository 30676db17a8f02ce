import { ApexList, type HasKeyToken, tokenText } from './collections.js';
import { ApexObject, type ApexValue } from './object.js';
import type { ApexId } from './scalars.js';
import { sobjectType, type ApexType } from './types.js';

/**
 * A record. `fields` holds what was set or queried, in the order in which it was set, under canonical API names:
 * field values, parent records under the relationship name (`Account`, `Order__r`), child lists (ApexList) under the child
 * relationship name. A name that is absent was neither set nor queried; a name with `null` was.
 */
export class SObjectValue extends ApexObject implements HasKeyToken {
  /** Canonical API name of the object. */
  readonly object: string;
  readonly fields = new Map<string, ApexValue>();
  /** True for rows that came from a query: reading a field that was not selected is then an SObjectException. */
  queried = false;
  /** What was set to null since the query: it counts as populated, as the empty fields that a query found do not. */
  cleared: Set<string> | undefined;
  /** What a query read without being asked (ids of parents, the record type): Apex has it, the APIs leave it out. */
  implied: ReadonlySet<string> | undefined;
  /** Texts that are too long are cut when the record is saved (SObject.setOptions). */
  truncate = false;
  /** What SObject.setOptions said of assignment rules: the active one, or one by its id. */
  assignmentRule: 'active' | ApexId | undefined;
  /** What SObject.setOptions said of duplicates. */
  allowDuplicates: boolean | undefined;
  /** Errors added by addError, kept until the DML statement collects them; `field` undefined for record errors. */
  errors: { readonly message: string; readonly field?: string }[] | undefined;
  /** True while the record is the immutable Trigger.old or the read-only after-trigger Trigger.new. */
  readOnly = false;

  constructor(object: string) {
    super();
    this.object = object;
  }
  override apexType(): ApexType {
    return sobjectType(this.object);
  }
  /** The fields that count as populated, in their order. */
  populated(): [string, ApexValue][] {
    return [...this.fields].filter(([name]) => this.isPopulated(name));
  }
  isPopulated(name: string): boolean {
    const value = this.fields.get(name);
    return value === undefined ? false : value !== null || !this.queried || this.cleared?.has(name) === true;
  }
  /** The fields by which two records are the same: an Id that was set to null is as one that was not set (public suites compare so). */
  compared(): [string, ApexValue][] {
    return this.populated().filter(([name, value]) => name !== 'Id' || value !== null);
  }
  set(name: string, value: ApexValue): void {
    if (value === null && this.queried) (this.cleared ??= new Set()).add(name);
    this.fields.set(name, value);
  }
  /** Takes over how another record came to be, for a copy of it. */
  cameAs(other: SObjectValue): void {
    this.queried = other.queried;
    this.implied = other.implied;
    this.cleared = other.cleared && new Set(other.cleared);
  }
  /** Records are keys by value: the same object with the same fields, in whatever order they were set. */
  keyToken(): string {
    const parts = this.compared()
      .map(([name, value]) => `${name}=${tokenText(value)}`)
      .sort();
    return `\u0000o${this.object}${JSON.stringify(parts)}`;
  }
}

/** True for a list of child records, which is no field's value; a list of ids (EmailMessage.ToIds) is one. */
export const isChildList = (value: ApexValue): value is ApexList =>
  value instanceof ApexList && value.element.kind === 'sobject';
