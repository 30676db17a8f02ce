import type { ApexId } from '../kernel/scalars.js';
import type { AccessMode, BindValues, RunningUser, Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import type { Schema } from '../schema/model.js';
import { isAggregateQuery } from '../soql/aggregates.js';
import type { SoqlQuery, SoqlSelectItem } from '../soql/ast.js';
import type { RunSql } from './translate/computed.js';
import type { ComputedValues, FiscalYear, TranslationSettings } from './translate/context.js';
import { runCount, runQuery } from './translate/query.js';
import { attachmentsSql } from './derived/attachments.js';
import { definitionSql, isDefinition } from './derived/definitions.js';
import { userRecordAccessSql } from './derived/user-record-access.js';
import { QueryFormulas } from './formula/query-formulas.js';
import { QueryAccess } from './query-access.js';
import type { RecordLoader } from './record-loader.js';
import type { Connection } from './store/connection.js';
import { lockTaken } from './lock.js';
import { visibilitySql } from './visibility.js';
import type { WorkBook } from './work.js';

export interface QueryParts {
  readonly connection: Connection;
  readonly schema: Schema;
  readonly works: WorkBook;
  readonly loader: RecordLoader;
  readonly computed: ComputedValues;
  readonly loadUser: (id: ApexId) => RunningUser;
}

/** Runs SOQL for Apex: limits, access checks, locks. */
export class QueryRunner {
  private readonly parts: QueryParts;
  constructor(parts: QueryParts) {
    this.parts = parts;
  }

  query(tx: Transaction, query: SoqlQuery, binds: BindValues, access: AccessMode): SObjectValue[] {
    return this.run(tx, query, binds, access, (settings, run) => {
      const { records, rows } = runQuery(settings, query, run);
      return { answer: records, rows };
    });
  }

  count(tx: Transaction, query: SoqlQuery, binds: BindValues, access: AccessMode): number {
    return this.run(tx, query, binds, access, (settings, run) => {
      const answer = runCount(settings, query, run);
      return { answer, rows: 1 };
    });
  }

  /** Rows that count for other limits than those of queries: what a search, a locator or a cursor finds. */
  found(tx: Transaction, query: SoqlQuery, binds: BindValues, access: AccessMode): SObjectValue[] {
    const work = (settings: TranslationSettings, run: RunSql) => runQuery(settings, query, run).records;
    return this.checked(tx, query, binds, access, work);
  }

  private run<V>(
    tx: Transaction,
    query: SoqlQuery,
    binds: BindValues,
    access: AccessMode,
    work: (settings: TranslationSettings, run: RunSql) => { answer: V; rows: number }
  ): V {
    countStatements(tx, query, this.parts.schema);
    const { answer, rows } = this.checked(tx, query, binds, access, work);
    tx.limits.add('queryRows', rows);
    return answer;
  }

  private checked<V>(
    tx: Transaction,
    query: SoqlQuery,
    binds: BindValues,
    access: AccessMode,
    work: (settings: TranslationSettings, run: RunSql) => V
  ): V {
    const { connection, works } = this.parts;
    if (query.forUpdate) lockTaken(() => works.of(tx).begin());
    const mode = query.access ?? access.mode;
    const checks = new QueryAccess();
    const run: RunSql = (sql, params) => {
      if (mode === 'user') checks.check(tx.user, mode);
      return lockTaken(() => connection.all(sql, params));
    };
    const settings = this.settings(tx, query, binds, mode === 'user' || access.sharing, checks);
    if (mode === 'securityEnforced') this.checkSelected(tx.user, settings, query);
    return work(settings, run);
  }

  /**
   * WITH SECURITY_ENFORCED looks at the SELECT and FROM clauses only:
   * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_with_security_enforced.htm
   */
  private checkSelected(user: RunningUser, settings: TranslationSettings, query: SoqlQuery): void {
    const checks = new QueryAccess();
    const { select, from, groupBy } = query;
    const selected = { select: select.map(withoutFilters), from, orderBy: [], allRows: false, forUpdate: false };
    runQuery(
      { ...settings, visibility: () => undefined, touched: (object, field) => checks.touch(object, field) },
      groupBy ? { ...selected, groupBy } : selected,
      () => []
    );
    checks.check(user, 'securityEnforced');
  }

  private settings(
    tx: Transaction,
    query: SoqlQuery,
    binds: BindValues,
    sharing: boolean,
    checks: QueryAccess
  ): TranslationSettings {
    const { schema, connection, loader, computed } = this.parts;
    return {
      schema,
      user: tx.user,
      now: tx.now(),
      fiscalYear: () => fiscalYearOf(connection),
      binds,
      allRows: query.allRows,
      visibility: (object, alias, context) => (sharing ? visibilitySql(tx.user, object, alias, context) : undefined),
      formulas: new QueryFormulas({ tx, schema, connection, loader }),
      computed,
      derived: (object, soql, context, owners) => {
        if (object.name === 'UserRecordAccess') return userRecordAccessSql(context, soql, this.parts.loadUser);
        if (!isDefinition(object)) return attachmentsSql(object);
        const isRoot = object.name.toLowerCase() === soql.from.object.toLowerCase();
        const named = owners ?? (isRoot ? undefined : objectsInMetadata(schema, connection));
        return definitionSql(context, object, soql, named);
      },
      touched: (object, field) => checks.touch(object, field)
    };
  }
}

/** The objects whose fields metadata records refer to. */
function objectsInMetadata(schema: Schema, connection: Connection): string[] {
  const found = new Set<string>();
  for (const type of schema.objects()) {
    if (type.kind !== 'customMetadata') continue;
    const columns = [...type.fields.values()].flatMap(({ objectField }) => objectField ?? []);
    for (const column of new Set(columns)) {
      for (const [name] of connection.all(`SELECT DISTINCT "${column}" FROM "${type.name}"`)) {
        if (typeof name === 'string') found.add(name);
      }
    }
  }
  return [...found];
}

function fiscalYearOf(connection: Connection): FiscalYear {
  const [firstMonth, namedByStart] =
    connection.get('SELECT "FiscalYearStartMonth", "UsesStartDateAsFiscalYearName" FROM "Organization" LIMIT 1') ?? [];
  return { firstMonth: Number(firstMonth ?? 1), namedByStart: namedByStart === 1 };
}

/**
 * Child queries count as aggregate queries; queries of custom metadata types are not counted, unless they read long texts:
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_gov_limits.htm
 */
function countStatements(tx: Transaction, query: SoqlQuery, schema: Schema): void {
  if (!readsMetadataOnly(query, schema)) tx.limits.add('queries', 1);
  const children = query.select.filter((item) => item.kind === 'subquery').length;
  if (children > 0 || isAggregateQuery(query)) tx.limits.add('aggregateQueries', Math.max(children, 1));
}

function readsMetadataOnly({ from, select }: SoqlQuery, schema: Schema): boolean {
  const object = schema.object(from.object);
  if (object?.kind !== 'customMetadata') return false;
  return !select.some((item) => {
    if (item.kind !== 'field') return item.kind === 'fields';
    return schema.field(object.name, item.path.at(-1) ?? '')?.type === 'longtextarea';
  });
}

function withoutFilters(item: SoqlSelectItem): SoqlSelectItem {
  if (item.kind !== 'subquery') return item;
  const { select, from, allRows, forUpdate } = item.query;
  return { kind: 'subquery', query: { select: select.map(withoutFilters), from, orderBy: [], allRows, forUpdate } };
}
