import { ApexList } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { AccessMode, BindValues, Transaction } from '../../kernel/services.js';
import { type SObjectValue } from '../../kernel/sobject.js';
import { type ApexType, sobjectType } from '../../kernel/types.js';
import { queryException } from '../../runtime/exceptions.js';
import { isCountQuery } from '../../soql/aggregates.js';
import type { SoqlQuery } from '../../soql/ast.js';
import { platformClass } from '../define.js';
import { ValueIterator } from '../iterators.js';

/** Database.QueryLocator: a query that batch Apex walks through. Its rows count for a limit of their own, and only outside of batches. */
export class QueryLocator extends ApexObject {
  /** What getQuery() answers; empty for a locator of static SOQL. */
  readonly text: string;
  readonly rows: readonly SObjectValue[];

  private constructor(text: string, rows: readonly SObjectValue[]) {
    super();
    this.text = text;
    this.rows = rows;
  }
  static forQuery(
    tx: Transaction,
    query: SoqlQuery,
    text: string,
    binds: BindValues,
    access: AccessMode
  ): QueryLocator {
    if (isCountQuery(query)) throw queryException('use countQuery() for [select count()...] queries');
    if (query.forUpdate) throw queryException('You cannot lock records in Batch Apex using FOR UPDATE');
    tx.limits.add('queries', 1);
    return new QueryLocator(text, tx.data.locate(tx, query, binds, access));
  }
  /** A locator of rows that are there already: `Database.getQueryLocator([SELECT …])`. */
  static of(rows: readonly SObjectValue[]): QueryLocator {
    return new QueryLocator('', rows);
  }
  iterator(tx: Transaction): LocatorIterator {
    tx.limits.add('queryLocatorRows', this.rows.length);
    return new LocatorIterator(this.rows);
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Database.QueryLocator', args: [] };
  }
}

export const queryLocatorClasses = [
  platformClass({
    name: 'Database.QueryLocator',
    members: {
      'String getQuery()': (_tx, self: QueryLocator) => self.text,
      'Database.QueryLocatorIterator iterator()': (tx, self: QueryLocator) => self.iterator(tx)
    }
  }),
  platformClass({
    name: 'Database.QueryLocatorIterator',
    implements: ['Iterator<SObject>'],
    members: {
      'Boolean hasNext()': (_tx, self: ValueIterator) => self.hasNext(),
      'SObject next()': (_tx, self: ValueIterator) => self.next()
    }
  })
];

class LocatorIterator extends ValueIterator {
  constructor(rows: readonly SObjectValue[]) {
    super(sobjectType('SObject'), rows);
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Database.QueryLocatorIterator', args: [] };
  }
}

/** Rows of a locator as the list that a batch's execute gets. */
export const recordList = (records: readonly SObjectValue[]): ApexList<SObjectValue> =>
  new ApexList(sobjectType('SObject'), [...records]);
