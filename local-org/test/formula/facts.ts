export interface FormulaFact {
  readonly formula: string;
  readonly type: 'Text' | 'Number' | 'Percent' | 'Checkbox' | 'Date' | 'DateTime' | 'Time';
  readonly expected: string | boolean | null;
  readonly source: string;
  readonly blanks?: 'BlankAsZero' | 'BlankAsBlank';
}

const page = 'Formula Operators and Functions by Context';
const blankPage = 'Handle Blank Fields in Formulas';
const memory = 'from memory';

type Row = readonly [formula: string, expected: string | boolean | null, source?: string];
const of = (type: FormulaFact['type'], rows: readonly Row[]): FormulaFact[] =>
  rows.map(([formula, expected, source = page]) => ({ type, formula, expected, source }));
const blank = (
  blanks: 'BlankAsZero' | 'BlankAsBlank',
  type: FormulaFact['type'],
  rows: readonly Row[]
): FormulaFact[] =>
  rows.map(([formula, expected, source = blankPage]) => ({ type, formula, expected, source, blanks }));

/**
 * Formulas over a box: Name `Acme Corp`, Amount 12.50, Rate 25 %, Stage Won, Colors Red and Blue, Close 2026-01-31,
 * At 2026-01-31 13:45:30 GMT, Slot 13:45:30.250, Flag true, Place 37.775, -122.418, in a crate with the limit 1.5; Empty__c, None__c
 * and Note__c are empty. Today is 2026-03-10, now 18:30 GMT.
 */
export const facts: readonly FormulaFact[] = [
  ...of('Number', [
    ['1 + 2', '3.0000'],
    ['Amount__c + Crate__r.Limit__c', '14.0000'],
    ['Amount__c - 20', '-7.5000'],
    ['-Amount__c + +1', '-11.5000'],
    ['Amount__c * 4', '50.0000'],
    ['0.1 * 3', '0.3000'],
    ['10 / 4', '2.5000'],
    ['1 / 3', '0.3333'],
    ['1 / 0', null, `${memory}: #Error! is empty`],
    ['IF(ISBLANK(1 / Empty__c), 1, 2)', null, `${memory}: an error anywhere is one of the whole`],
    ['2 ^ 10', '1024.0000'],
    ['2 ^ -1', '0.5000'],
    ['4 ^ 0.5', '2.0000'],
    ['(1 + 2) * 3', '9.0000'],
    ['1 + 2 * 3 /* weights */', '7.0000'],
    ['Half__c * 2', '12.5000'],
    ['Crate__r.Twice__c', '3.0000'],
    ['Rate__c', '0.2500', 'Tips for Using Number Formula Fields'],
    ['Amount__c * Rate__c', '3.1250', 'Tips for Using Number Formula Fields'],
    ['12.34565', '12.3457', 'Tips for Using Number Formula Fields: half up'],
    ['-12.34565', '-12.3457', 'Tips for Using Number Formula Fields: half up']
  ]),
  ...of('Percent', [
    ['Rate__c', '25.00', 'Tips for Using Number Formula Fields'],
    ['1 / 8', '12.50', 'Tips for Using Number Formula Fields'],
    ['IF(Rate__c = 0.25, 1, 0)', '100.00', 'Tips for Using Number Formula Fields']
  ]),
  ...of('Text', [
    ['"a" & "b"', 'ab'],
    ['\'single\' + " double"', 'single double'],
    ['Name & Note__c', 'Acme Corp'],
    ['Note__c + Name', 'Acme Corp'],
    ['IF(ISBLANK(Note__c + Note__c), "none", "some")', 'none', 'inferred from a public suite'],
    ['"say \\"hi\\""', 'say "hi"'],
    ['$Label.Greeting & ", " & $User.LastName', 'Hello, Administrator', 'Global Variables'],
    ['$Profile.Name', 'System Administrator', 'Global Variables'],
    ['$Organization.Name', 'Test Org', 'Global Variables'],
    ['LEFT($Api.Partner_Server_URL_260, 36)', 'http://localhost/services/Soap/u/26.', 'Global Variables']
  ]),
  // Date and time functions
  ...of('Date', [
    ['ADDMONTHS(Close__c, 1)', '2026-02-28'],
    ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'],
    ['ADDMONTHS(DATE(2026, 3, 15), -2)', '2026-01-15'],
    ['ADDMONTHS(None__c, 1)', null],
    ['DATE(2026, 12, 24)', '2026-12-24'],
    ['DATE(2026, 2, 29)', null, `${page}: an error for an invalid date`],
    ['DATEVALUE(At__c)', '2026-01-31'],
    ['DATEVALUE("2025-11-15")', '2025-11-15'],
    ['DATEVALUE("15 Nov")', null, `${page}: an error for what is no date`],
    ['DATEVALUE(Note__c)', null],
    ['TODAY()', '2026-03-10'],
    ['TODAY() + 7', '2026-03-17'],
    ['Close__c - 31', '2025-12-31'],
    ['IF(Flag__c, None__c, TODAY())', null]
  ]),
  ...of('Number', [
    ['DATE(2026, 3, 1) - Close__c', '29.0000'],
    ['DAY(Close__c)', '31.0000'],
    ['DAY(None__c)', null],
    ['DAYOFYEAR(Close__c)', '31.0000'],
    ['DAYOFYEAR(DATE(2024, 12, 31))', '366.0000'],
    ['HOUR(Slot__c)', '13.0000'],
    ['HOUR(TIMEVALUE("00:10:00.000"))', '0.0000'],
    ['ISOWEEK(DATE(2026, 1, 1))', '1.0000', 'ISO 8601'],
    ['ISOWEEK(DATE(2027, 1, 1))', '53.0000', 'ISO 8601'],
    ['ISOYEAR(DATE(2027, 1, 1))', '2026.0000', 'ISO 8601'],
    ['ISOYEAR(DATE(2024, 12, 30))', '2025.0000', 'ISO 8601'],
    ['MILLISECOND(Slot__c)', '250.0000'],
    ['MILLISECOND(TIMEVALUE("10:00:00.001"))', '1.0000'],
    ['MINUTE(Slot__c)', '45.0000'],
    ['MINUTE(TIMEVALUE(At__c))', '45.0000'],
    ['MONTH(Close__c)', '1.0000'],
    ['MONTH(DATE(2026, 12, 1))', '12.0000'],
    ['SECOND(Slot__c)', '30.0000'],
    ['SECOND(TIMEVALUE("10:00:59.000"))', '59.0000'],
    ['UNIXTIMESTAMP(DATE(1970, 1, 2))', '86400.0000'],
    ['UNIXTIMESTAMP(At__c)', '1769867130.0000'],
    ['WEEKDAY(DATE(2026, 3, 8))', '1.0000'],
    ['WEEKDAY(Close__c)', '7.0000'],
    ['YEAR(Close__c)', '2026.0000'],
    ['YEAR(ADDMONTHS(Close__c, -1))', '2025.0000'],
    ['NOW() - DATETIMEVALUE("2026-03-10 06:30:00")', '0.5000'],
    ['At__c - DATETIMEVALUE(Close__c)', '0.5733']
  ]),
  ...of('DateTime', [
    ['DATETIMEVALUE("2026-01-31 10:20:30")', '2026-01-31T10:20:30.000Z'],
    ['DATETIMEVALUE(Close__c)', '2026-01-31T00:00:00.000Z'],
    ['DATETIMEVALUE(Note__c)', null],
    ['FROMUNIXTIME(86400)', '1970-01-02T00:00:00.000Z'],
    ['FROMUNIXTIME(Empty__c)', null],
    ['NOW()', '2026-03-10T18:30:00.000Z'],
    ['At__c + 0.5', '2026-02-01T01:45:30.000Z']
  ]),
  ...of('Time', [
    ['TIMEVALUE("17:30:45.125")', '17:30:45.125'],
    ['TIMEVALUE(At__c)', '13:45:30.000'],
    ['TIMENOW()', '18:30:00.000'],
    ['TIMEVALUE("late")', null]
  ]),
  ...of('Text', [
    ['FORMATDURATION(3725)', '01:02:05', `${page}: HH:MI:SS`],
    ['FORMATDURATION(90061, TRUE)', '1:01:01:01', `${page}: optional days`],
    ['FORMATDURATION(At__c, At__c + 1.5)', '1:12:00:00', `${page}: differences of moments`],
    ['FORMATDURATION(TIMEVALUE("10:00:00.000"), TIMEVALUE("10:30:00.000"))', '00:30:00'],
    ['TEXT(Close__c)', '2026-01-31'],
    ['TEXT(At__c)', '2026-01-31 13:45:30Z'],
    ['TEXT(DATE(2026, 5, 1) + 1)', '2026-05-02']
  ]),
  // Logical functions
  ...of('Checkbox', [
    ['AND(TRUE, Flag__c)', true],
    ['AND(Flag__c, Amount__c > 100)', false],
    ['Flag__c && Amount__c > 10', true],
    ['OR(FALSE, Amount__c = 12.5)', true],
    ['OR(FALSE, NOT(Flag__c))', false],
    ['!Flag__c || FALSE', false],
    ['NOT(FALSE)', true],
    ['NOT(Flag__c)', false],
    ['ISBLANK(Note__c)', true],
    ['ISBLANK(Name)', false],
    ['ISNULL(None__c)', true],
    ['ISNULL(Close__c)', false],
    ['ISNUMBER("12.5")', true],
    ['ISNUMBER("12,5")', false],
    ['ISNUMBER(Note__c)', false],
    ['ISCLONE()', false],
    ['Name = "Acme Corp"', true],
    ['Name == "ACME CORP"', false, `${memory}: text compares with regard to case`],
    ['Name <> "x"', true],
    ['Note__c = ""', true],
    ['Amount__c < 12.51', true],
    ['Amount__c >= 12.50', true],
    ['Amount__c <= 12', false],
    ['Amount__c > 12', true],
    ['Close__c < TODAY()', true],
    ['None__c > TODAY()', false],
    ['At__c > DATETIMEVALUE("2026-01-31 13:45:29")', true]
  ]),
  ...of('Text', [
    ['IF(Amount__c > 10, "big", "small")', 'big'],
    ['IF(ISBLANK(Crate__c), "loose", "packed")', 'packed'],
    ['BLANKVALUE(Note__c, "none")', 'none'],
    ['BLANKVALUE(Name, "none")', 'Acme Corp'],
    ['NULLVALUE(TEXT(None__c), "none")', 'none', memory],
    ['TEXT(NULLVALUE(None__c, TODAY()))', '2026-03-10'],
    ['CASE(Stage__c, "Won", "yes", "Lost", "no", "?")', 'yes'],
    ['CASE(MONTH(Close__c), 2, "Feb", 1, "Jan", "?")', 'Jan'],
    ['CASE(Note__c, "a", "b", "else")', 'else']
  ]),
  // Math functions
  ...of('Number', [
    ['ABS(-4.5)', '4.5000'],
    ['ABS(Amount__c)', '12.5000'],
    ['ACOS(1)', '0.0000'],
    ['ACOS(0)', '1.5708'],
    ['ASIN(1)', '1.5708'],
    ['ASIN(2)', null, `${memory}: an error outside of -1 to 1`],
    ['ATAN(1)', '0.7854'],
    ['ATAN(0)', '0.0000'],
    ['ATAN2(1, 1)', '0.7854'],
    ['ATAN2(0, -1)', '3.1416'],
    ['CEILING(2.1)', '3.0000'],
    ['CEILING(-2.1)', '-3.0000', `${page}: away from zero`],
    ['COS(0)', '1.0000'],
    ['COS(PI())', '-1.0000'],
    ['EXP(0)', '1.0000'],
    ['EXP(1)', '2.7183'],
    ['FLOOR(2.9)', '2.0000'],
    ['FLOOR(-2.9)', '-2.0000', `${page}: towards zero`],
    ['LN(EXP(2))', '2.0000'],
    ['LN(0)', null, `${memory}: an error`],
    ['LOG(1000)', '3.0000'],
    ['LOG(1)', '0.0000'],
    ['MAX(1, 3, 2)', '3.0000'],
    ['MAX(Amount__c, 100)', '100.0000'],
    ['MCEILING(2.1)', '3.0000'],
    ['MCEILING(-2.9)', '-2.0000', `${page}: towards zero`],
    ['MFLOOR(2.9)', '2.0000'],
    ['MFLOOR(-2.1)', '-3.0000', `${page}: away from zero`],
    ['MIN(1, 3, 2)', '1.0000'],
    ['MIN(Amount__c, 100)', '12.5000'],
    ['MOD(7, 4)', '3.0000'],
    ['MOD(Amount__c, 5)', '2.5000'],
    ['MOD(7, 0)', null, `${memory}: an error`],
    ['PI()', '3.1416'],
    ['SIN(PI() / 2)', '1.0000'],
    ['PICKLISTCOUNT(Colors__c)', '2.0000'],
    ['PICKLISTCOUNT("")', '0.0000'],
    ['ROUND(1.5, 0)', '2.0000'],
    ['ROUND(2.345, 2)', '2.3500'],
    ['ROUND(225.49, -2)', '200.0000'],
    ['ROUND(-2.5, 0)', '-3.0000'],
    ['SIN(0)', '0.0000'],
    ['SQRT(16)', '4.0000'],
    ['SQRT(-1)', null, `${memory}: an error`],
    ['TAN(0)', '0.0000'],
    ['TAN(PI() / 4)', '1.0000'],
    ['TRUNC(2.567, 2)', '2.5600'],
    ['TRUNC(-2.567)', '-2.0000'],
    ['ROUND(DISTANCE(Place__c, GEOLOCATION(40.71, -74.01), "km"), -1)', '4130.0000'],
    ['ROUND(DISTANCE(Place__c, GEOLOCATION(37.775, -122.418), "mi"), 0)', '0.0000'],
    ['CURRENCYRATE("XXX")', '1.0000', `${page}: 1.0 for an invalid currency`],
    ['CURRENCYRATE("USD")', '1.0000']
  ]),
  // Text functions
  ...of('Number', [
    ['ASCII("A")', '65.0000'],
    ['ASCII(Name)', '65.0000'],
    ['FIND("m", Name)', '3.0000'],
    ['FIND("c", Name, 3)', '0.0000', `${page}: case counts`],
    ['FIND("z", Name)', '0.0000'],
    ['LEN("The Spot")', '8.0000'],
    ['LEN(Note__c)', '0.0000'],
    ['VALUE("12.50")', '12.5000'],
    ['VALUE("-3") + 1', '-2.0000'],
    ['VALUE("1,234")', null, `${memory}: an error`],
    ['VALUE(Note__c)', null, memory]
  ]),
  ...of('Checkbox', [
    ['BEGINS(Name, "Acme")', true],
    ['BEGINS(Name, "acme")', false, `${page}: case counts`],
    ['CONTAINS(Name, "me C")', true],
    ['CONTAINS(Name, "corp")', false, `${page}: case counts`],
    ['INCLUDES(Colors__c, "Blue")', true],
    ['INCLUDES(Colors__c, "Green")', false],
    ['ISPICKVAL(Stage__c, "Won")', true],
    ['ISPICKVAL(Stage__c, "")', false],
    ['REGEX("AB-12", "[A-Z]{2}-\\\\d+")', true],
    ['REGEX("xAB-12", "[A-Z]{2}-\\\\d+")', false, `${memory}: the whole text must match`]
  ]),
  ...of('Text', [
    ['"a" & BR() & "b"', 'a<br>b', 'inferred from a public suite'],
    ['BR()', '<br>', 'inferred from a public suite'],
    ['CASESAFEID("001000000000001")', '001000000000001AAA'],
    ['CASESAFEID("001000000000001AAA")', '001000000000001AAA'],
    ['CHR(65)', 'A'],
    ['CHR(233)', 'é'],
    ['HTMLENCODE("<a & b>")', '&lt;a &amp; b&gt;'],
    ['HTMLENCODE("it\'s")', 'it&#39;s', memory],
    ['HYPERLINK("/x", "go")', '<a href="/x" target="_blank">go</a>', memory],
    ['HYPERLINK("/x", "go", "_self")', '<a href="/x" target="_self">go</a>', memory],
    ['IMAGE("/f.gif", "flag")', '<img src="/f.gif" alt="flag" border="0"/>', memory],
    [
      'IMAGE("/f.gif", "flag", 30, 20)',
      '<img src="/f.gif" alt="flag" style="height:30px; width:20px;" border="0"/>',
      memory
    ],
    ['INITCAP("hello big WORLD")', 'Hello Big World'],
    ['INITCAP(Name)', 'Acme Corp'],
    ['JSENCODE("it\'s")', "it\\'s"],
    ['JSENCODE("plain")', 'plain'],
    ['JSINHTMLENCODE("<b>")', '&lt;b&gt;'],
    ['JSINHTMLENCODE("a&b")', 'a&amp;b'],
    ['LEFT(Name, 4)', 'Acme'],
    ['LEFT(Name, 0)', null, 'empty text is none'],
    ['LOWER(Name)', 'acme corp'],
    ['LOWER("ÀB", "en")', 'àb'],
    ['LPAD("7", 3, "0")', '007'],
    ['LPAD("12345", 3)', '123', `${page}: cut to the length`],
    ['LPAD("ab", 6, "xyz")', 'xyzxab', memory],
    ['MID(Name, 6, 2)', 'Co'],
    ['MID(Name, 6, 100)', 'Corp'],
    ['REVERSE("abc")', 'cba'],
    ['REVERSE(Note__c)', null],
    ['RIGHT(Name, 4)', 'Corp'],
    ['RIGHT("ab", 5)', 'ab'],
    ['RPAD("a", 3, "-")', 'a--'],
    ['RPAD("abc", 2)', 'ab'],
    ['SUBSTITUTE(Name, "Corp", "Ltd")', 'Acme Ltd'],
    ['SUBSTITUTE("a-b-c", "-", "")', 'abc'],
    ['TEXT(Amount__c)', '12.5', memory],
    ['TEXT(3)', '3'],
    ['TEXT(Stage__c)', 'Won'],
    ['TEXT(Rate__c)', '0.25', 'Tips for Using Number Formula Fields'],
    ['TEXT(Empty__c)', null, memory],
    ['TRIM("  a b ")', 'a b'],
    ['TRIM(Note__c)', null],
    ['UPPER(Name)', 'ACME CORP'],
    ['UPPER("straße", "de")', 'STRASSE'],
    ['URLENCODE("a b!")', 'a%20b%21'],
    ['URLENCODE("x=1&y")', 'x%3D1%26y']
  ]),
  // Empty numbers
  ...of('Number', [
    ['Empty__c + 1', '1.0000', `${blankPage}: zero is the default`],
    ['Empty__c * 5', '0.0000', `${blankPage}: zero is the default`]
  ]),
  ...blank('BlankAsZero', 'Number', [
    ['Empty__c + 1', '1.0000'],
    ['Amount__c + Empty__c', '12.5000'],
    ['Empty__c', '0.0000'],
    ['IF(Empty__c = 0, 1, 2)', '1.0000'],
    ['BLANKVALUE(Empty__c, 7)', '0.0000']
  ]),
  ...blank('BlankAsZero', 'Checkbox', [
    ['ISBLANK(Empty__c)', false],
    ['Empty__c < 1', true],
    ['ISBLANK(None__c)', true]
  ]),
  ...blank('BlankAsBlank', 'Number', [
    ['Empty__c + 1', null],
    ['Amount__c * Empty__c', null],
    ['Empty__c', null],
    ['BLANKVALUE(Empty__c, 7)', '7.0000'],
    ['IF(ISBLANK(Empty__c), 1, 2)', '1.0000']
  ]),
  ...blank('BlankAsBlank', 'Checkbox', [
    ['ISBLANK(Empty__c)', true],
    ['Empty__c = 0', false],
    ['Empty__c < 1', false]
  ]),
  ...blank('BlankAsBlank', 'Text', [['"n" & TEXT(Empty__c)', 'n', memory]])
];
