import { afterAll, describe, expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { field } from '../schema/project.js';
import { day, decimal, id, World } from './world.js';

const object = (name: string) => ({
  [`objects/${name}/${name}.object-meta.xml`]: `<CustomObject><label>${name}</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>`
});
const custom = (of: string, name: string, body: string) => ({
  [`objects/${of}/fields/${name}.field-meta.xml`]: field(`<fullName>${name}</fullName><label>${name}</label>${body}`)
});
const money = '<type>Currency</type><precision>18</precision><scale>2</scale>';
const files = {
  ...object('Deal__c'),
  ...custom('Deal__c', 'Limit__c', money),
  ...custom('Deal__c', 'Twice__c', `${money}<formula>Limit__c * 2</formula>`),
  ...custom(
    'Deal__c',
    'Total__c',
    `${money.replace('Currency', 'Summary')}<summaryForeignKey>Line__c.Deal__c</summaryForeignKey><summarizedField>Line__c.Amount__c</summarizedField><summaryOperation>sum</summaryOperation>`
  ),
  ...object('Line__c'),
  ...custom(
    'Line__c',
    'Deal__c',
    '<type>MasterDetail</type><referenceTo>Deal__c</referenceTo><relationshipName>Lines</relationshipName>'
  ),
  ...custom('Line__c', 'Amount__c', money),
  ...custom('Line__c', 'Left__c', `${money}<formula>Deal__r.Limit__c - Amount__c</formula>`),
  ...custom('Line__c', 'LeftOfTwice__c', `${money}<formula>Deal__r.Twice__c - Amount__c</formula>`),
  ...custom(
    'Line__c',
    'Rate__c',
    '<type>Number</type><precision>18</precision><scale>4</scale><formula>CURRENCYRATE("EUR")</formula>'
  )
};

const page =
  'https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_querying_currency_fields.htm';

describe(`amounts in an org with several currencies (${page})`, () => {
  // The corporate currency is the dollar; one dollar is half a euro and a hundred yen.
  const world = new World(files, { multiCurrency: true, cleanUp: afterAll });
  world.insert(
    'CurrencyType',
    { IsoCode: 'EUR', ConversionRate: decimal('0.5'), DecimalPlaces: 2, IsActive: true },
    { IsoCode: 'JPY', ConversionRate: decimal('100'), DecimalPlaces: 0, IsActive: true }
  );
  const [usd, eur] = world.insert(
    'Deal__c',
    { Name: 'usd', CurrencyIsoCode: 'USD', Limit__c: decimal('100') },
    { Name: 'eur', CurrencyIsoCode: 'EUR', Limit__c: decimal('60') },
    { Name: 'jpy', CurrencyIsoCode: 'JPY', Limit__c: decimal('9000') },
    { Name: 'usual' }
  );
  world.insert(
    'Line__c',
    { Name: 'a', Deal__c: id(usd), CurrencyIsoCode: 'EUR', Amount__c: decimal('5') },
    { Name: 'b', Deal__c: id(usd), CurrencyIsoCode: 'USD', Amount__c: decimal('1') },
    { Name: 'c', Deal__c: id(eur), CurrencyIsoCode: 'USD', Amount__c: decimal('8') }
  );

  test.each<[string, unknown[]]>([
    ["SELECT CurrencyIsoCode FROM Deal__c WHERE Name = 'usual'", ['USD']],
    [
      'SELECT Name, Limit__c, convertCurrency(Limit__c) c FROM Deal__c WHERE Limit__c != null',
      [
        ['usd', '100.00', '100.00'],
        ['eur', '60.00', '120.00'],
        ['jpy', '9000.00', '90.00']
      ]
    ],
    [
      "SELECT FORMAT(Limit__c) a, FORMAT(convertCurrency(Limit__c)) b FROM Deal__c WHERE Name = 'eur'",
      [['EUR 60.00', 'USD 120.00']]
    ],
    ['SELECT Name FROM Deal__c WHERE Limit__c > USD100', ['eur']],
    ['SELECT Name FROM Deal__c WHERE Limit__c >= EUR50', ['usd', 'eur']],
    ['SELECT Name FROM Deal__c WHERE Limit__c < JPY9500.5', ['jpy']],
    ['SELECT Name FROM Deal__c WHERE Limit__c = EUR50', ['usd']],
    ['SELECT Name FROM Deal__c WHERE Limit__c IN (EUR50, USD90)', ['usd', 'jpy']],
    ['SELECT Name FROM Deal__c WHERE Limit__c > 80', ['usd', 'jpy']],
    ['SELECT Name FROM Deal__c WHERE Limit__c != null ORDER BY Limit__c', ['jpy', 'usd', 'eur']],
    [
      "SELECT SUM(Limit__c) s, MAX(Limit__c) m, AVG(Limit__c) a FROM Deal__c WHERE Name IN ('usd', 'eur')",
      [['220.00', '120.00', '110.00']]
    ],
    [
      "SELECT Name, Total__c FROM Deal__c WHERE Name IN ('usd', 'eur')",
      [
        ['usd', '11.00'],
        ['eur', '4.00']
      ]
    ],
    [
      'SELECT Name, Left__c, LeftOfTwice__c FROM Line__c',
      [
        ['a', '45.00', '95.00'],
        ['b', '99.00', '199.00'],
        ['c', '112.00', '232.00']
      ]
    ],
    ['SELECT Name FROM Line__c WHERE Left__c > EUR46', ['b', 'c']],
    ['SELECT Rate__c FROM Line__c LIMIT 1', ['0.5000']]
  ])('%s', (soql, expected) => {
    world.tx = world.begin();
    expect(world.rows(soql)).toEqual(expected);
  });

  test.each([
    'SELECT Name FROM Deal__c WHERE convertCurrency(Limit__c) > 5',
    'SELECT Name FROM Deal__c ORDER BY convertCurrency(Limit__c)',
    'SELECT Name FROM Deal__c WHERE Limit__c IN (EUR50, 90)',
    'SELECT Name, MAX(Limit__c) FROM Deal__c GROUP BY Name HAVING MAX(Limit__c) > USD10'
  ])('%s is refused', (soql) => {
    world.tx = world.begin();
    expect(() => world.query(soql)).toThrow(ApexThrow);
  });

  test("a user's own currency is that of new records and of converted amounts", () => {
    const [user] = world.query('SELECT Id FROM User LIMIT 1');
    world.data.writeRow(world.tx, 'User', id(user), { DefaultCurrencyIsoCode: 'EUR' });
    world.data.commit(world.tx);
    world.tx = world.begin();

    const made = world.one('Deal__c', { Name: 'own', Limit__c: decimal('7') });
    expect(world.rows("SELECT CurrencyIsoCode FROM Deal__c WHERE Name = 'own'")).toEqual(['EUR']);
    expect(world.rows("SELECT convertCurrency(Limit__c) c FROM Deal__c WHERE Name = 'usd'")).toEqual(['50.00']);
    world.dml('delete', made);
  });

  test('dated rates hold for opportunities by their close date', () => {
    world.tx = world.begin();
    const rate = (ConversionRate: string, start: string, next: string | null) =>
      world.data.writeRow(world.tx, 'DatedConversionRate', null, {
        IsoCode: 'EUR',
        ConversionRate: decimal(ConversionRate),
        StartDate: day(start),
        NextStartDate: next === null ? null : day(next)
      });
    rate('0.8', '2026-01-01', '2026-02-01');
    rate('0.4', '2026-02-01', null);
    const opportunity = (Name: string, close: string) => ({
      Name,
      StageName: 'Prospecting',
      CloseDate: day(close),
      Amount: decimal('10'),
      CurrencyIsoCode: 'EUR'
    });
    world.insert(
      'Opportunity',
      opportunity('jan', '2026-01-31'),
      opportunity('feb', '2026-02-01'),
      opportunity('old', '2025-12-31')
    );

    expect(world.rows('SELECT Name FROM Opportunity WHERE Amount > USD12.4 AND Amount < USD24')).toEqual([
      'jan',
      'old'
    ]);
    expect(world.rows('SELECT Name, SUM(Amount) FROM Opportunity GROUP BY Name ORDER BY Name')).toEqual([
      ['feb', '25.00'],
      ['jan', '12.50'],
      ['old', '20.00']
    ]);
  });
});

describe('in an org with one currency', () => {
  const world = new World(files, { cleanUp: afterAll });

  test.each([
    'SELECT CurrencyIsoCode FROM Deal__c',
    'SELECT convertCurrency(Limit__c) FROM Deal__c',
    'SELECT Id FROM Deal__c WHERE Limit__c > USD5',
    'SELECT Id FROM DatedConversionRate'
  ])('%s is refused', (soql) => {
    expect(() => world.query(soql)).toThrow(ApexThrow);
  });
});
