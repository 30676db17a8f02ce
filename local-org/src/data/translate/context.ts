import type { ApexValue } from '../../kernel/object.js';
import type { RunningUser } from '../../kernel/services.js';
import type { ObjectModel, Schema } from '../../schema/model.js';
import type { SoqlQuery } from '../../soql/ast.js';
import type { SqlValue } from '../store/connection.js';
import { noSuchObject, refuse } from './errors.js';

/** SQL of a formula field at a table alias; made by the formula compiler of data/. */
export type FormulaSql = (object: ObjectModel, field: string, alias: string, context: TranslationContext) => string;

export interface TranslationSettings {
  readonly schema: Schema;
  readonly user: Pick<RunningUser, 'id' | 'profileId' | 'timeZone' | 'locale' | 'currency'>;
  /** What formulas read besides records: the text of a custom label, and whether the user has a custom permission. */
  readonly label: (name: string) => string;
  readonly customPermission: (name: string) => boolean;
  /** Wall clock, ms. */
  readonly now: number;
  readonly binds: (name: string) => ApexValue;
  /** Deleted rows too. */
  readonly allRows: boolean;
  /** Condition on the rows of an object that the user may see, by sharing; undefined when all of them. */
  readonly visibility: (object: ObjectModel, alias: string, context: TranslationContext) => string | undefined;
  readonly formula: FormulaSql;
  /** SQL that stands for the table of an object whose rows are worked out for the query; undefined for all others. */
  readonly derived?: (object: ObjectModel, query: SoqlQuery, context: TranslationContext) => string | undefined;
  /** Told each object and field that the query reads, for the checks of user mode. */
  readonly touched: (object: string, field?: string) => void;
}

/** What all parts of one statement share: settings, parameters, names of tables. */
export class TranslationContext {
  readonly settings: TranslationSettings;
  readonly params: SqlValue[] = [];
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
}

export const quote = (name: string): string => `"${name}"`;
