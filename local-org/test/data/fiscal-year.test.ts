import { afterAll, describe, expect, test } from 'vitest';
import { day, World } from './world.js';

/** SOQL and SOSL Reference, "Date Functions", "Date Formats and Date Literals"; Object Reference, Organization. Today is 2026-03-10. */
describe('a fiscal year from February on', () => {
  const world = new World({}, { cleanUp: afterAll });
  const [organization] = world.query('SELECT Id FROM Organization');
  const dates = [
    '2025-01-31',
    '2025-02-01',
    '2025-12-31',
    '2026-01-31',
    '2026-02-01',
    '2026-04-30',
    '2026-05-01',
    '2027-01-31'
  ];
  world.insert('Opportunity', ...dates.map((date) => ({ Name: date, StageName: 'Prospecting', CloseDate: day(date) })));
  const begin = (namedByStart: boolean) => {
    const organizationId = organization?.fields.get('Id');
    world.data.writeRow(world.tx, 'Organization', organizationId as never, {
      FiscalYearStartMonth: 2,
      UsesStartDateAsFiscalYearName: namedByStart
    });
    world.data.commit(world.tx);
    world.tx = world.begin();
  };
  begin(false);

  test.each<[string, unknown[]]>([
    ['THIS_FISCAL_YEAR', ['2026-02-01', '2026-04-30', '2026-05-01', '2027-01-31']],
    ['LAST_FISCAL_YEAR', ['2025-02-01', '2025-12-31', '2026-01-31']],
    ['THIS_FISCAL_QUARTER', ['2026-02-01', '2026-04-30']],
    ['NEXT_FISCAL_QUARTER', ['2026-05-01']],
    ['LAST_N_FISCAL_YEARS:2', ['2025-01-31', '2025-02-01', '2025-12-31', '2026-01-31']],
    ['THIS_YEAR', ['2026-01-31', '2026-02-01', '2026-04-30', '2026-05-01']]
  ])('%s', (literal, expected) => {
    expect(world.rows(`SELECT Name FROM Opportunity WHERE CloseDate = ${literal} ORDER BY CloseDate`)).toEqual(
      expected
    );
  });

  test.each([
    [false, ['2026', 4, 12, '2027', 1, 1]],
    [true, ['2025', 4, 12, '2026', 1, 1]]
  ])('fiscal functions, the year named by its start: %s', (namedByStart, expected) => {
    begin(namedByStart);
    const rows = world.query(
      "SELECT FISCAL_YEAR(CloseDate) y, FISCAL_QUARTER(CloseDate) q, FISCAL_MONTH(CloseDate) m FROM Opportunity WHERE Name IN ('2026-01-31', '2026-02-01') GROUP BY FISCAL_YEAR(CloseDate), FISCAL_QUARTER(CloseDate), FISCAL_MONTH(CloseDate) ORDER BY FISCAL_YEAR(CloseDate)"
    );
    expect(rows.flatMap((row) => [String(row.fields.get('y')), row.fields.get('q'), row.fields.get('m')])).toEqual(
      expected
    );
  });
});
