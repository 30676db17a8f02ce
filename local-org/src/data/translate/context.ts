import type { ApexValue } from '../../kernel/object.js';
import type { RunningUser } from '../../kernel/services.js';
import type { FieldModel, ObjectModel, Schema } from '../../schema/model.js';
import type { SoqlQuery } from '../../soql/ast.js';
import type { SqlValue } from '../store/connection.js';
import type { Preparation } from './computed.js';
import { noSuchObject, refuse } from './errors.js';

/** Computes formula fields from what a statement reads; made by the formulas of data/. */
export interface FormulaFields {
  /** Paths of the stored fields and roll-ups that the value of a formula field depends on. */
  dependencies(object: ObjectModel, field: FieldModel): readonly (readonly string[])[];
  value(object: ObjectModel, field: FieldModel, valueAt: (path: readonly string[]) => ApexValue): ApexValue;
}

/** Where values computed for a statement lie while it runs. */
export interface ComputedValues {
  nextSlot(): number;
  fill(slot: number, rows: readonly (readonly [id: SqlValue, value: SqlValue])[]): void;
  clear(slots: readonly number[]): void;
}

/** When fiscal years begin, and whether one bears the number of the calendar year in which it begins or ends. */
export interface FiscalYear {
  readonly firstMonth: number;
  readonly namedByStart: boolean;
}

export interface TranslationSettings {
  readonly schema: Schema;
  readonly user: Pick<RunningUser, 'id' | 'profileId' | 'timeZone' | 'locale' | 'currency'>;
  /** Wall clock, ms. */
  readonly now: number;
  /** The organization's fiscal year; absent: the calendar year. */
  readonly fiscalYear?: () => FiscalYear;
  readonly binds: (name: string) => ApexValue;
  /** Deleted rows too. */
  readonly allRows: boolean;
  /** Condition on the rows of an object that the user may see, by sharing; undefined when all of them. */
  readonly visibility: (object: ObjectModel, alias: string, context: TranslationContext) => string | undefined;
  readonly formulas: FormulaFields;
  readonly computed: ComputedValues;
  /**
   * SQL that stands for the table of an object whose rows are worked out for the query; undefined for all others. `owners` are the
   * names of the objects whose children they are.
   */
  readonly derived?: (
    object: ObjectModel,
    query: SoqlQuery,
    context: TranslationContext,
    owners?: readonly string[]
  ) => string | undefined;
  /** Told each object and field that the query reads, for the checks of user mode. */
  readonly touched: (object: string, field?: string) => void;
}

/** What all parts of one statement share: settings, parameters, names of tables. */
export class TranslationContext {
  readonly settings: TranslationSettings;
  readonly params: SqlValue[] = [];
  /** What is to be computed before the statement runs. */
  readonly preparations: Preparation[] = [];
  /** How often a computed value was asked for. */
  uses = 0;
  private readonly slots = new Map<string, string>();
  private aliases = 0;

  constructor(settings: TranslationSettings) {
    this.settings = settings;
  }

  get schema(): Schema {
    return this.settings.schema;
  }

  /** Adds a parameter and answers its place holder. */
  param(value: SqlValue): string {
    this.params.push(value);
    return `?${this.params.length}`;
  }

  alias(): string {
    return `t${this.aliases++}`;
  }

  object(name: string): ObjectModel {
    const object = this.schema.object(name);
    if (!object) throw refuse(noSuchObject(name));
    return object;
  }

  /** Has something computed before the statement runs, once for each key; answers the place holder of its slot. */
  prepare(key: string, make: (slot: number) => Preparation): string {
    this.uses++;
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const slot = this.settings.computed.nextSlot();
    const placeHolder = this.param(slot);
    this.slots.set(key, placeHolder);
    this.preparations.push(make(slot));
    return placeHolder;
  }
}

export const quote = (name: string): string => `"${name}"`;
