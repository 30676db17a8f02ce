import { describe, expect, test } from 'vitest';
import { ApexList } from '../../src/kernel/collections.js';
import { ApexThrow } from '../../src/kernel/exception.js';
import { ApexBlob, ApexDatetime } from '../../src/kernel/scalars.js';
import type { SObjectValue } from '../../src/kernel/sobject.js';
import { T } from '../../src/kernel/types.js';
import { day, decimal, id, record, World } from './world.js';

function message(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception.message ?? '';
    throw error;
  }
  return '';
}

interface Shop {
  readonly world: World;
  readonly account: SObjectValue;
  readonly entry: SObjectValue;
}

/** An org with a customer and a product that costs 100.00. */
function shop(): Shop {
  const world = new World();
  const account = world.one('Account', { Name: 'Acme' });
  const product = world.one('Product2', { Name: 'Desk', ProductCode: 'D-1', IsActive: true });
  const entry = world.one('PricebookEntry', {
    Pricebook2Id: world.data.standardPricebookId,
    Product2Id: id(product),
    UnitPrice: decimal('100'),
    IsActive: true
  });
  return { world, account, entry };
}

function draftOrder({ world, account }: Shop): SObjectValue {
  return world.one('Order', {
    AccountId: id(account),
    EffectiveDate: day('2026-03-01'),
    Status: 'Draft',
    Pricebook2Id: world.data.standardPricebookId
  });
}

describe('opportunities', () => {
  test('the stage decides about closed, won, probability and forecast', () => {
    const world = new World();
    const won = world.one('Opportunity', {
      Name: 'o',
      StageName: 'Prospecting',
      CloseDate: day('2026-05-01'),
      Amount: decimal('200')
    });
    expect(
      world.rows(
        'SELECT IsClosed, IsWon, Probability, ForecastCategoryName, ExpectedRevenue, FiscalYear, FiscalQuarter FROM Opportunity'
      )
    ).toEqual([[false, false, '10', 'Pipeline', '20.00', 2026, 2]]);

    world.dml('update', record('Opportunity', { Id: id(won), StageName: 'Closed Won' }));

    expect(world.rows('SELECT IsClosed, IsWon, Probability, ForecastCategory FROM Opportunity')).toEqual([
      [true, true, '100', 'Closed']
    ]);
  });

  test('products give the amount and take prices from the price book', () => {
    const { world, entry } = shop();
    const deal = world.one('Opportunity', { Name: 'o', StageName: 'Prospecting', CloseDate: day('2026-05-01') });

    world.insert(
      'OpportunityLineItem',
      { OpportunityId: id(deal), PricebookEntryId: id(entry), Quantity: decimal('3'), UnitPrice: decimal('90') },
      { OpportunityId: id(deal), PricebookEntryId: id(entry), Quantity: decimal('2'), TotalPrice: decimal('150') }
    );

    expect(
      world.rows(
        'SELECT Name, UnitPrice, TotalPrice, ListPrice, ProductCode FROM OpportunityLineItem ORDER BY UnitPrice'
      )
    ).toEqual([
      ['o Desk', '75.00', '150.00', '100.00', 'D-1'],
      ['o Desk', '90.00', '270.00', '100.00', 'D-1']
    ]);
    expect(world.rows('SELECT Amount, HasOpportunityLineItem, Pricebook2.IsStandard FROM Opportunity')).toEqual([
      ['420.00', true, { IsStandard: true }]
    ]);
  });
});

describe('orders', () => {
  test('a draft order takes products, is activated, and then is fixed', () => {
    const all = shop();
    const { world, entry } = all;
    const order = draftOrder(all);
    expect(message(() => world.dml('update', record('Order', { Id: id(order), Status: 'Activated' })))).toContain(
      'FAILED_ACTIVATION'
    );

    world.insert('OrderItem', {
      OrderId: id(order),
      PricebookEntryId: id(entry),
      Quantity: decimal('2'),
      UnitPrice: decimal('99.99')
    });
    world.dml('update', record('Order', { Id: id(order), Status: 'Activated' }));

    expect(
      world.rows(
        'SELECT OrderNumber, StatusCode, TotalAmount, ActivatedBy.Name, (SELECT TotalPrice, Product2.Name FROM OrderItems) FROM Order'
      )
    ).toEqual([
      [
        '00000001',
        'Activated',
        '199.98',
        { Name: 'Org Administrator' },
        [{ TotalPrice: '199.98', Product2: { Name: 'Desk' } }]
      ]
    ]);
    const other = world.one('Account', { Name: 'Bolt' });
    expect(message(() => world.dml('update', record('Order', { Id: id(order), AccountId: id(other) })))).toContain(
      'FIELD_INTEGRITY_EXCEPTION'
    );
    expect(
      message(() =>
        world.insert('OrderItem', {
          OrderId: id(order),
          PricebookEntryId: id(entry),
          Quantity: decimal('1'),
          UnitPrice: decimal('1')
        })
      )
    ).toContain('activated order');
    expect(message(() => world.dml('delete', order))).toContain('DELETE_FAILED');
    world.dml('update', record('Order', { Id: id(order), PoNumber: 'PO-1' }));
  });

  test('an order cannot begin activated', () => {
    const { world, account } = shop();

    expect(
      message(() =>
        world.insert('Order', { AccountId: id(account), EffectiveDate: day('2026-03-01'), Status: 'Activated' })
      )
    ).toContain('FAILED_ACTIVATION');
  });

  test('a product needs a price book entry', () => {
    const all = shop();

    expect(
      message(() =>
        all.world.insert('OrderItem', { OrderId: id(draftOrder(all)), Quantity: decimal('1'), UnitPrice: decimal('1') })
      )
    ).toContain('PricebookEntryId');
  });

  test('deleting a product lowers the amount', () => {
    const all = shop();
    const { world, entry } = all;
    const order = draftOrder(all);
    const items = world.insert(
      'OrderItem',
      ...[1, 2].map((n) => ({ OrderId: id(order), PricebookEntryId: id(entry), Quantity: n, UnitPrice: decimal('10') }))
    );

    world.dml('delete', items[1] as SObjectValue);

    expect(world.rows('SELECT TotalAmount FROM Order')).toEqual(['10.00']);
  });
});

describe('quotes', () => {
  test('totals come from the lines', () => {
    const { world, account, entry } = shop();
    const deal = world.one('Opportunity', {
      Name: 'o',
      AccountId: id(account),
      StageName: 'Prospecting',
      CloseDate: day('2026-05-01')
    });
    const quote = world.one('Quote', {
      Name: 'q',
      OpportunityId: id(deal),
      Tax: decimal('5'),
      Pricebook2Id: world.data.standardPricebookId
    });

    world.insert('QuoteLineItem', {
      QuoteId: id(quote),
      PricebookEntryId: id(entry),
      Quantity: decimal('2'),
      UnitPrice: decimal('100'),
      Discount: decimal('10')
    });

    expect(world.rows('SELECT Subtotal, TotalPrice, GrandTotal, LineItemCount, Account.Name FROM Quote')).toEqual([
      ['200.00', '180.00', '185.00', 1, { Name: 'Acme' }]
    ]);
  });
});

describe('price books', () => {
  test('a product needs its standard price first, and one price a book', () => {
    const { world, entry } = shop();
    const product = world.one('Product2', { Name: 'Chair' });
    const book = world.one('Pricebook2', { Name: 'Partners', IsActive: true });

    expect(
      message(() =>
        world.insert('PricebookEntry', { Pricebook2Id: id(book), Product2Id: id(product), UnitPrice: decimal('1') })
      )
    ).toContain('STANDARD_PRICE_NOT_DEFINED, No standard price defined for this product');
    const [stored] = world.query('SELECT Product2Id, Pricebook2Id FROM PricebookEntry WHERE Id = :id', {
      id: id(entry)
    });
    const again = {
      Product2Id: stored?.fields.get('Product2Id') ?? null,
      Pricebook2Id: stored?.fields.get('Pricebook2Id') ?? null,
      UnitPrice: decimal('1')
    };
    expect(message(() => world.insert('PricebookEntry', again))).toContain('DUPLICATE_VALUE');
  });
});

describe('others', () => {
  test('names of persons, closed cases and tasks', () => {
    const world = new World();
    world.insert('Contact', { FirstName: 'Bo', LastName: 'Diaz' });
    world.insert('Case', { Status: 'Closed' });
    world.insert('Task', { Subject: 's', Status: 'Completed', Priority: 'High' });

    expect(world.rows('SELECT Name FROM Contact')).toEqual(['Bo Diaz']);
    expect(world.rows('SELECT IsClosed, ClosedDate, CaseNumber, Priority FROM Case')).toEqual([
      [true, '2026-03-10T18:30:00.000Z', '00000001', 'Medium']
    ]);
    expect(world.rows('SELECT IsClosed, IsHighPriority FROM Task')).toEqual([[true, true]]);
  });

  test('a file makes its document and its links', () => {
    const world = new World();
    const account = world.one('Account', { Name: 'Acme' });

    world.insert('ContentVersion', {
      Title: 'T',
      PathOnClient: 'a.pdf',
      VersionData: new ApexBlob(Buffer.from('hello')),
      FirstPublishLocationId: id(account)
    });

    expect(world.rows('SELECT FileType, ContentSize, IsLatest, ContentDocument.Title FROM ContentVersion')).toEqual([
      ['PDF', 5, true, { Title: 'T' }]
    ]);
    expect(
      world.rows(
        'SELECT ContentDocument.LatestPublishedVersion.Title FROM ContentDocumentLink WHERE LinkedEntityId = :id',
        { id: id(account) }
      )
    ).toHaveLength(1);
  });

  test('an email keeps its recipients, each related to it', () => {
    const world = new World();
    const [first, second] = world.insert('Contact', { LastName: 'x' }, { LastName: 'y' });
    const ids = (...records: readonly (SObjectValue | undefined)[]) =>
      new ApexList(
        T.String,
        records.map((one) => id(one as SObjectValue).value)
      );

    world.insert('EmailMessage', { Subject: 's', ToIds: ids(first, second), CcIds: ids(second) });

    expect(world.rows('SELECT Subject, ToIds FROM EmailMessage')).toEqual([
      ['s', [first, second].map((one) => id(one as SObjectValue).value)]
    ]);
    expect(
      world.rows(
        'SELECT RelationType, RelationObjectType, COUNT(Id) n FROM EmailMessageRelation GROUP BY RelationType, RelationObjectType'
      )
    ).toEqual([
      ['CcAddress', 'Contact', 1],
      ['ToAddress', 'Contact', 2]
    ]);
  });

  test('a content delivery has its links', () => {
    const world = new World();
    const version = world.one('ContentVersion', {
      Title: 'T',
      PathOnClient: 'a.txt',
      VersionData: new ApexBlob(Buffer.from('hello'))
    });

    world.insert('ContentDistribution', {
      Name: 'd',
      ContentVersionId: id(version),
      PreferencesAllowOriginalDownload: true,
      PreferencesAllowPDFDownload: true,
      PreferencesPasswordRequired: true
    });

    const [links] = world.rows(
      'SELECT DistributionPublicUrl, ContentDownloadUrl, PdfDownloadUrl, Password, ContentDocument.Title FROM ContentDistribution'
    );
    expect(links).toEqual([
      expect.stringMatching(/^http:\/\/localhost\/sfc\/p\/\?oid=00DLo0000000001&d=/),
      expect.stringMatching(/^http:\/\/localhost\/sfc\/dist\/version\/download\//),
      null,
      expect.stringMatching(/^\S{8}$/),
      { Title: 'T' }
    ]);
  });

  test('merging moves children to the master', () => {
    const world = new World();
    const [master, other] = world.insert('Account', { Name: 'a' }, { Name: 'b' });
    world.insert('Contact', { LastName: 'x', AccountId: id(other) });

    world.data.merge(world.tx, master as SObjectValue, [other as SObjectValue], {
      access: { mode: 'system', sharing: false },
      allOrNone: true
    });

    expect(world.rows('SELECT Account.Name FROM Contact')).toEqual([{ Name: 'a' }]);
    expect(world.rows('SELECT MasterRecord.Name FROM Account WHERE IsDeleted = true ALL ROWS')).toEqual([
      { Name: 'a' }
    ]);
  });
});

/** Object Reference, "Event": the start of an event, its end and its length belong together. */
describe('events', () => {
  const at = (day: number, hour = 0) => new ApexDatetime(Date.UTC(2026, 0, day, hour));
  const saved = (values: Parameters<World['one']>[1], change: Parameters<World['one']>[1] = {}) => {
    const world = new World();
    const made = world.one('Event', { Subject: 'e', ...values });
    if (Object.keys(change).length > 0) world.dml('update', [record('Event', { Id: id(made), ...change })]);
    const [row] = world.query('SELECT StartDateTime, EndDateTime, DurationInMinutes, ActivityDate FROM Event');
    return ['StartDateTime', 'EndDateTime', 'DurationInMinutes'].map((name) => {
      const value = row?.fields.get(name);
      return value instanceof ApexDatetime ? new Date(value.ms).toISOString().slice(5, 16) : value;
    });
  };

  test.each([
    ['length from the end', { StartDateTime: at(1, 8), EndDateTime: at(1, 9) }, {}, ['01-01T08:00', '01-01T09:00', 60]],
    [
      'end from the length',
      { ActivityDateTime: at(1, 8), DurationInMinutes: 90 },
      {},
      ['01-01T08:00', '01-01T09:30', 90]
    ],
    [
      'a new start moves the end',
      { StartDateTime: at(1, 8), EndDateTime: at(1, 9) },
      { StartDateTime: at(3, 10), DurationInMinutes: 60 },
      ['01-03T10:00', '01-03T11:00', 60]
    ],
    [
      'a new end changes the length',
      { StartDateTime: at(1, 8), EndDateTime: at(1, 9) },
      { EndDateTime: at(1, 10) },
      ['01-01T08:00', '01-01T10:00', 120]
    ],
    [
      'all day, counted with the last day',
      { StartDateTime: at(1, 8), EndDateTime: at(3, 8), IsAllDayEvent: true },
      {},
      ['01-01T00:00', '01-03T00:00', 3 * 1440]
    ],
    [
      'one day by itself',
      { ActivityDate: day('2026-01-05'), IsAllDayEvent: true },
      {},
      ['01-05T00:00', '01-05T00:00', 1440]
    ],
    [
      'all day, moved',
      { StartDateTime: at(1), EndDateTime: at(3), IsAllDayEvent: true },
      { StartDateTime: at(10) },
      ['01-10T00:00', '01-12T00:00', 3 * 1440]
    ]
  ])('%s', (_, values, change, expected) => {
    expect(saved(values, change)).toEqual(expected);
  });
});
