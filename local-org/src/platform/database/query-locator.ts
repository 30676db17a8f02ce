import { ApexList } from '../../kernel/collections.js';
import { ApexObject } from '../../kernel/object.js';
import type { AccessMode, BindValues, Transaction } from '../../kernel/services.js';
import { type SObjectValue } from '../../kernel/sobject.js';
import { type ApexType, sobjectType } from '../../kernel/types.js';
import type { SoqlQuery } from '../../soql/ast.js';
import { platformClass } from '../define.js';
import { ValueIterator } from '../iterators.js';

/** Database.QueryLocator: a query that batch Apex walks through. The rows are read when they are first asked for. */
export class QueryLocator extends ApexObject {
  /** What getQuery() answers; empty for a locator of static SOQL. */
  readonly text: string;
  private readonly load: (tx: Transaction) => readonly SObjectValue[];
  private loaded: readonly SObjectValue[] | undefined;

  private constructor(text: string, load: (tx: Transaction) => readonly SObjectValue[]) {
    super();
    this.text = text;
    this.load = load;
  }
  static forQuery(query: SoqlQuery, text: string, binds: BindValues, access: AccessMode): QueryLocator {
    return new QueryLocator(text, (tx) => tx.data.query(tx, query, binds, access));
  }
  /** A locator of rows that are there already: `Database.getQueryLocator([SELECT …])`. */
  static of(rows: readonly SObjectValue[]): QueryLocator {
    return new QueryLocator('', () => rows);
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Database.QueryLocator', args: [] };
  }
  rows(tx: Transaction): readonly SObjectValue[] {
    this.loaded ??= this.load(tx);
    return this.loaded;
  }
}

export const queryLocatorClasses = [
  platformClass({
    name: 'Database.QueryLocator',
    members: {
      'String getQuery()': (_tx, self: QueryLocator) => self.text,
      'Database.QueryLocatorIterator iterator()': (tx, self: QueryLocator) => new LocatorIterator(self.rows(tx))
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
