import { describe, expect, test } from 'vitest';
import type { ApexValue } from '../../src/kernel/object.js';
import { ApexThrow } from '../../src/kernel/exception.js';
import { evaluateOrNull } from '../../src/formula/evaluate.js';
import { parseFormula } from '../../src/formula/parse.js';
import { field } from '../schema/project.js';
import { day, decimal, id, plain, record, World } from './world.js';

const values: Readonly<Record<string, ApexValue>> = {
  Amount: decimal('12.50'),
  Name: 'Acme',
  Stage: 'Won',
  Empty: null,
  Close: day('2026-01-31'),
  Flag: true
};
const context = {
  field: (path: readonly string[]) => values[path.join('.')] ?? null,
  prior: () => null,
  isNew: false,
  today: day('2026-03-10').days,
  now: 0
};

describe('formulas', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['"a" & BR() & "b"', 'a<br>b'],
    ['(1 + 2) * 3 - 4 / 2', '7'],
    ['Amount * 2', '25.00'],
    ['Empty + 1', '1'],
    ['1 / 0', null],
    ['"a" & "b" + "c"', 'abc'],
    ['IF(Amount > 10, "big", "small")', 'big'],
    ['AND(Flag, NOT(ISBLANK(Name))) && Amount >= 12.5', true],
    ['OR(ISPICKVAL(Stage, "Lost"), ISPICKVAL(Stage, "Won"))', true],
    ['CASE(Stage, "Won", 1, "Lost", 2, 3)', '1'],
    ['Name = "acme"', false],
    ['Empty = ""', true],
    ['ISBLANK(Empty)', true],
    ['LEFT(Name, 2) & RIGHT(Name, 1) & MID(Name, 2, 2)', 'Acecm'],
    ['LEN(TRIM("  a "))', '1'],
    ['CONTAINS(Name, "cm") && BEGINS(Name, "Ac")', true],
    ['REGEX("AB-12", "[A-Z]{2}-\\\\d+")', true],
    ['ADDMONTHS(Close, 1)', '2026-02-28'],
    ['Close + 1', '2026-02-01'],
    ['DATE(2026, 3, 1) - Close', '29'],
    ['TODAY()', '2026-03-10'],
    ['YEAR(Close) * 100 + MONTH(Close)', '202601'],
    ['ROUND(2.345, 2)', '2.35'],
    ['MOD(7, 4)', '3'],
    ['MAX(1, 3, 2)', '3'],
    ['BLANKVALUE(Empty, "x")', 'x'],
    ['SUBSTITUTE("a-b", "-", "+")', 'a+b'],
    ['TEXT(Amount)', '12.5'],
    ['Empty != 42', null],
    ['Empty = 42', null],
    ['Empty = NULL', true],
    ['Amount != NULL', true],
    ['Empty != "x"', true],
    ['HOUR(TIMEVALUE("13:45:10.250")) & ":" & TEXT(MINUTE(TIMEVALUE("13:45:10.250")))', '13:45'],
    ['DAYOFYEAR(DATE(2026, 3, 1))', '60'],
    ['REVERSE("abc") & INITCAP("hello big WORLD")', 'cbaHello Big World'],
    ['PICKLISTCOUNT("a;b;c")', '3'],
    ['UNIXTIMESTAMP(DATE(1970, 1, 2))', '86400'],
    ['HTMLENCODE("<a&b>")', '&lt;a&amp;b&gt;']
  ])('%s', (formula, expected) => {
    expect(plain(evaluateOrNull(parseFormula(formula), context))).toEqual(expected);
  });
});

const box = {
  'objects/Box__c/Box__c.object-meta.xml':
    '<CustomObject><label>Box</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>'
};
const number = (name: string) => ({
  [`objects/Box__c/fields/${name}.field-meta.xml`]: field(
    `<fullName>${name}</fullName><label>${name}</label><type>Number</type><precision>10</precision><scale>2</scale>`
  )
});
const formula = (name: string, type: string, text: string) => ({
  [`objects/Box__c/fields/${name}.field-meta.xml`]: field(
    `<fullName>${name}</fullName><label>${name}</label><type>${type}</type><scale>2</scale><precision>18</precision><formula>${text}</formula>`
  )
});
const rule = (name: string, condition: string) => ({
  [`objects/Box__c/validationRules/${name}.validationRule-meta.xml`]: `<ValidationRule><fullName>${name}</fullName><active>true</active><errorConditionFormula>${condition}</errorConditionFormula><errorDisplayField>A__c</errorDisplayField><errorMessage>A is too much</errorMessage></ValidationRule>`
});

describe('formula fields', () => {
  test('are selected, compared and sorted by like others', () => {
    const world = new World({
      ...box,
      ...number('A__c'),
      ...number('B__c'),
      ...formula('Sum__c', 'Number', 'A__c + B__c'),
      ...formula('Label__c', 'Text', 'Name &amp; "-" &amp; IF(A__c &gt; 1, "big", "small")'),
      ...formula('By__c', 'Text', 'Owner__r.LastName'),
      ...{
        'objects/Box__c/fields/Owner__c.field-meta.xml': field(
          '<fullName>Owner__c</fullName><label>O</label><type>Lookup</type><referenceTo>User</referenceTo>'
        )
      }
    });
    world.insert(
      'Box__c',
      { Name: 'x', A__c: decimal('1.25'), B__c: decimal('2'), Owner__c: world.data.administratorId },
      { Name: 'y', A__c: decimal('0.5') }
    );

    expect(world.rows('SELECT Sum__c, Label__c, By__c FROM Box__c ORDER BY Sum__c DESC')).toEqual([
      ['3.25', 'x-big', 'Administrator'],
      ['0.50', 'y-small', null]
    ]);
    expect(world.rows("SELECT Name FROM Box__c WHERE Sum__c > 1 AND Label__c LIKE '%BIG'")).toEqual(['x']);
  });

  test.each([
    ['Text', 'TEXT(ADDMONTHS(DATE(2026, 1, 31), 1))', '2026-02-28'],
    ['Text', 'TEXT(ADDMONTHS(DATE(2026, 1, 15), -2))', '2025-11-15'],
    ['Number', 'WEEKDAY(DATE(2026, 3, 10))', '3.00'],
    ['Number', '2 ^ 10', '1024.00'],
    ['Text', 'LPAD(&quot;7&quot;, 3, &quot;0&quot;) &amp; RPAD(&quot;a&quot;, 2, &quot;-&quot;)', '007a-'],
    ['Text', 'IF(A__c != 42, &quot;other&quot;, &quot;none&quot;)', 'none'],
    ['Text', 'IF(A__c = NULL, &quot;empty&quot;, &quot;full&quot;)', 'empty'],
    ['Number', 'HOUR(TIMEVALUE(&quot;13:45:00&quot;))', '13.00'],
    ['Number', 'TRUNC(-2.567, 2)', '-2.56'],
    ['Text', 'TEXT(1.50) &amp; TEXT(3)', '1.53'],
    ['Text', '$User.LastName &amp; &quot; &quot; &amp; $Profile.Name', 'Administrator System Administrator'],
    ['Text', '$Organization.Name &amp; IF($Permission.Odd, &quot;!&quot;, &quot;&quot;)', 'Test Org'],
    ['Text', '$Label.Greeting', 'Hello']
  ])('%s %s', (type, text, expected) => {
    const labels = `<CustomLabels><labels><fullName>Greeting</fullName><value>Hello</value></labels></CustomLabels>`;
    const world = new World({
      ...box,
      ...number('A__c'),
      ...formula('F__c', type, text),
      'labels/CustomLabels.labels-meta.xml': labels
    });
    world.insert('Box__c', { Name: 'x' });

    expect(world.rows('SELECT F__c FROM Box__c')).toEqual([expected]);
  });

  test('custom settings are read from the user upwards, in formulas and in rules', () => {
    const world = new World({
      ...box,
      ...number('A__c'),
      'objects/Set__c/Set__c.object-meta.xml':
        '<CustomObject><label>Set</label><customSettingsType>Hierarchy</customSettingsType></CustomObject>',
      'objects/Set__c/fields/Max__c.field-meta.xml': field(
        '<fullName>Max__c</fullName><label>Max</label><type>Number</type><precision>10</precision><scale>0</scale>'
      ),
      ...formula('Left__c', 'Number', '$Setup.Set__c.Max__c - A__c'),
      ...rule('Most', 'A__c &gt; $Setup.Set__c.Max__c')
    });
    world.insert('Set__c', { SetupOwnerId: world.org.info.id, Max__c: decimal('10') });
    world.insert('Box__c', { Name: 'x', A__c: decimal('4') });

    expect(world.rows('SELECT Left__c FROM Box__c')).toEqual(['6.00']);
    expect(() => world.insert('Box__c', { Name: 'y', A__c: decimal('11') })).toThrow();
  });

  test('what is not supported is a problem that names the field, and the records are saved without it', () => {
    const world = new World({ ...box, ...formula('Odd__c', 'Text', 'NOSUCH(1)') });

    expect(world.data.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Formula field Box__c\.Odd__c: The function NOSUCH is not supported/)
    ]);
    world.trigger({ object: 'Box__c', events: ['after insert'], run: () => undefined });
    world.one('Box__c', { Name: 'A' });
    expect(world.rows('SELECT Name FROM Box__c')).toEqual(['A']);
  });
});

describe('roll-ups', () => {
  test('count and sum the details that are not deleted', () => {
    const world = new World({
      ...box,
      'objects/Part__c/Part__c.object-meta.xml':
        '<CustomObject><label>Part</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
      'objects/Part__c/fields/Box__c.field-meta.xml': field(
        '<fullName>Box__c</fullName><label>Box</label><type>MasterDetail</type><referenceTo>Box__c</referenceTo><relationshipName>Parts</relationshipName>'
      ),
      'objects/Part__c/fields/Kg__c.field-meta.xml': field(
        '<fullName>Kg__c</fullName><label>Kg</label><type>Number</type><precision>10</precision><scale>1</scale>'
      ),
      'objects/Box__c/fields/Count__c.field-meta.xml': field(
        '<fullName>Count__c</fullName><label>N</label><type>Summary</type><summaryForeignKey>Part__c.Box__c</summaryForeignKey><summaryOperation>count</summaryOperation>'
      ),
      'objects/Box__c/fields/Kg__c.field-meta.xml': field(
        '<fullName>Kg__c</fullName><label>Kg</label><type>Summary</type><precision>10</precision><scale>1</scale><summaryForeignKey>Part__c.Box__c</summaryForeignKey><summarizedField>Part__c.Kg__c</summarizedField><summaryOperation>sum</summaryOperation><summaryFilterItems><field>Part__c.Name</field><operation>notEqual</operation><value>air</value></summaryFilterItems>'
      )
    });
    const made = world.one('Box__c', { Name: 'b' });
    const parts = world.insert(
      'Part__c',
      ...['a', 'b', 'air'].map((Name) => ({ Name, Box__c: id(made), Kg__c: decimal('1.5') }))
    );

    expect(world.rows('SELECT Count__c, Kg__c FROM Box__c')).toEqual([['3', '3.0']]);
    world.dml('delete', [parts[0] as never]);
    expect(world.rows('SELECT Name FROM Box__c WHERE Count__c = 2 AND Kg__c = 1.5')).toEqual(['b']);
  });
});

describe('validation rules', () => {
  test('refuse the record with their message and field', () => {
    const world = new World({
      ...box,
      ...number('A__c'),
      ...rule('Limit', 'AND(A__c &gt; 10, OR(ISNEW(), ISCHANGED(A__c)))')
    });
    const made = world.one('Box__c', { Name: 'x', A__c: decimal('1') });
    const fails = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return error instanceof ApexThrow ? error.exception.message : String(error);
      }
      return undefined;
    };

    expect(fails(() => world.dml('update', record('Box__c', { Id: id(made), A__c: decimal('11') })))).toBe(
      `Update failed. First exception on row 0 with id ${id(made).value}; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, A is too much: [A__c]`
    );
    expect(fails(() => world.dml('update', record('Box__c', { Id: id(made), A__c: decimal('9') })))).toBeUndefined();
  });

  test('what is not supported is a problem that names the file', () => {
    const world = new World({ ...box, ...number('A__c'), ...rule('Odd', 'NOSUCH(A__c)') });

    expect(world.data.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/Odd\.validationRule-meta\.xml: Validation rule Box__c\.Odd: The function NOSUCH/)
    ]);
  });
});

describe('formulas over records in memory', () => {
  const blanks = (mode: string) => ({
    ...box,
    ...number('A__c'),
    ...number('B__c'),
    'objects/Box__c/fields/Sum__c.field-meta.xml': field(
      `<fullName>Sum__c</fullName><label>Sum</label><type>Number</type><precision>18</precision><scale>0</scale><formula>A__c + B__c</formula><formulaTreatBlanksAs>${mode}</formulaTreatBlanksAs>`
    ),
    'objects/Box__c/fields/None__c.field-meta.xml': field(
      `<fullName>None__c</fullName><label>None</label><type>Checkbox</type><formula>ISBLANK(A__c)</formula><formulaTreatBlanksAs>${mode}</formulaTreatBlanksAs>`
    )
  });

  test.each([
    ['BlankAsZero', ['2', false]],
    ['BlankAsBlank', [null, true]]
  ])('empty numbers with %s, stored and in memory', (mode, expected) => {
    const world = new World(blanks(mode));
    const made = world.one('Box__c', { B__c: decimal('2') });

    world.data.recalculateFormulas(world.tx, [made]);

    expect([plain(made.fields.get('Sum__c') ?? null), made.fields.get('None__c')]).toEqual(expected);
    expect(world.rows('SELECT Sum__c, None__c FROM Box__c')).toEqual([expected]);
  });

  test('before-triggers and validation rules see formulas of the pending values', () => {
    const world = new World({ ...blanks('BlankAsZero'), ...rule('Small', 'Sum__c > 10') });
    const seen: unknown[] = [];
    world.trigger({
      object: 'Box__c',
      events: ['before insert', 'before update'],
      run: (c) => seen.push(plain(c.newRecords?.[0]?.fields.get('Sum__c') ?? null))
    });

    const made = world.one('Box__c', { A__c: decimal('3') });
    world.dml('update', record('Box__c', { Id: id(made), B__c: decimal('4') }));

    expect(seen).toEqual(['3', '7']);
    expect(() => world.one('Box__c', { A__c: decimal('11') })).toThrow(ApexThrow);
  });

  test.each([
    ['VLOOKUP', 'VLOOKUP($ObjectType.Account.Fields.Phone, $ObjectType.Account.Fields.Name, Name) = "42"'],
    ['DISTANCE', 'ROUND(DISTANCE(GEOLOCATION(37.775, -122.418), GEOLOCATION(40.71, -74.01), "km"), -1) = 4130']
  ])('%s holds in a rule', (_, condition) => {
    const world = new World({ ...box, ...rule('Odd', condition) });
    world.one('Account', { Name: 'Acme', Phone: '42' });

    expect(() => world.one('Box__c', { Name: 'Acme' })).toThrow(ApexThrow);
  });
});
