import type { Family } from '../translate/encoding.js';

/** A piece of SQL and what kind of value it gives. Numbers are plain, dates are days, moments and times milliseconds. */
export interface Compiled {
  readonly sql: string;
  readonly family: Family;
}
type Compile = (args: readonly Compiled[]) => Compiled;

const result =
  (family: Family, sql: (...args: string[]) => string): Compile =>
  (args) => ({ family, sql: sql(...args.map((arg) => arg.sql)) });

/** The family of the first value that has one: NULL has none of its own. */
const common = (...values: readonly (Compiled | undefined)[]): Family =>
  values.find((value) => value !== undefined && value.sql !== 'NULL')?.family ?? 'text';

const dayMs = 86_400_000;
const blank = (value = '') => `((${value}) IS NULL OR (${value}) = '')`;
const day = (days: string) => `date((${days}) * 86400, 'unixepoch')`;
const days = (text: string) => `CAST(julianday(${text}) - 2440587.5 AS INTEGER)`;
const datePart = (format: string) =>
  result('decimal', (value = '') => `CAST(strftime('${format}', (${value}) * 86400, 'unixepoch') AS INTEGER)`);
const timePart = (unit: number, count: number) =>
  result('decimal', (value = '') => `(CAST((${value}) / ${unit} AS INTEGER) % ${count})`);
const truncated = (value = '') => `CAST(${value} AS INTEGER)`;
const padding = (length: string, pad: string) => `replace(hex(zeroblob(max(${length}, 0))), '00', ${pad})`;

/** The last day of a month stays the last: https://help.salesforce.com/s/articleView?id=sf.customize_functions_addmonths.htm */
function addMonths(date = '', months = ''): string {
  const start = `date(${day(date)}, 'start of month', (${truncated(months)}) || ' months')`;
  const end = days(`date(${start}, '+1 month', '-1 day')`);
  const isLast = `strftime('%d', ${day(date)}, '+1 day') = '01'`;
  const wanted = `${days(start)} + CAST(strftime('%d', ${day(date)}) AS INTEGER) - 1`;
  return `(CASE WHEN ${isLast} THEN ${end} ELSE min(${wanted}, ${end}) END)`;
}

function textOf({ sql, family }: Compiled): string {
  switch (family) {
    case 'date':
      return `strftime('%Y-%m-%d', ${sql} * 86400, 'unixepoch')`;
    case 'datetime':
      return `strftime('%Y-%m-%d %H:%M:%SZ', ${sql} / 1000, 'unixepoch')`;
    case 'time':
      return `strftime('%H:%M:%f', ${sql} / 1000.0, 'unixepoch')`;
    case 'decimal':
      return `(CASE WHEN ${sql} = ${truncated(sql)} THEN CAST(${truncated(sql)} AS TEXT) ELSE CAST(${sql} AS TEXT) END)`;
    default:
      return `CAST(${sql} AS TEXT)`;
  }
}

/** The functions of formula fields: https://help.salesforce.com/s/articleView?id=sf.customize_functions.htm */
export const sqlFunctions: Readonly<Record<string, Compile>> = {
  IF: ([condition, yes, no]) => ({
    family: common(yes, no),
    sql: `(CASE WHEN ${condition?.sql} THEN ${yes?.sql} ELSE ${no?.sql} END)`
  }),
  AND: (args) => ({ family: 'boolean', sql: `(${args.map(({ sql }) => `COALESCE(${sql}, 0)`).join(' AND ')})` }),
  OR: (args) => ({ family: 'boolean', sql: `(${args.map(({ sql }) => `COALESCE(${sql}, 0)`).join(' OR ')})` }),
  NOT: result('boolean', (value = '') => `(NOT COALESCE(${value}, 0))`),
  CASE: ([subject, ...rest]) => {
    const whens: string[] = [];
    const values: Compiled[] = [];
    for (let i = 0; i + 1 < rest.length; i += 2) {
      const [when, then] = [rest[i] as Compiled, rest[i + 1] as Compiled];
      whens.push(`WHEN ${subject?.sql} IS ${when.sql} THEN ${then.sql}`);
      values.push(then);
    }
    return { family: common(...values, rest.at(-1)), sql: `(CASE ${whens.join(' ')} ELSE ${rest.at(-1)?.sql} END)` };
  },
  ISBLANK: result('boolean', blank),
  ISNULL: result('boolean', blank),
  BLANKVALUE: ([value, other]) => ({
    family: common(value, other),
    sql: `(CASE WHEN ${blank(value?.sql)} THEN ${other?.sql} ELSE ${value?.sql} END)`
  }),
  NULLVALUE: ([value, other]) => ({ family: common(value, other), sql: `COALESCE(${value?.sql}, ${other?.sql})` }),
  ISPICKVAL: result('boolean', (value, wanted) => `(COALESCE(${value}, '') = COALESCE(${wanted}, ''))`),
  INCLUDES: result('boolean', (value, wanted) => `(instr(';' || ${value} || ';', ';' || ${wanted} || ';') > 0)`),
  PICKLISTCOUNT: result(
    'decimal',
    (value) => `(CASE WHEN ${blank(value)} THEN 0 ELSE length(${value}) - length(replace(${value}, ';', '')) + 1 END)`
  ),
  TEXT: ([value]) => ({ family: 'text', sql: value ? textOf(value) : 'NULL' }),
  VALUE: result('decimal', (value) => `CAST(${value} AS REAL)`),
  ISNUMBER: result('boolean', (value) => `(trim(${value}) GLOB '*[0-9]*' AND trim(${value}) NOT GLOB '*[^-0-9.+]*')`),
  LEN: result('decimal', (value) => `length(COALESCE(${value}, ''))`),
  LEFT: result('text', (value, count) => `substr(${value}, 1, ${count})`),
  RIGHT: result('text', (value, count) => `substr(${value}, -(${count}))`),
  MID: result('text', (value, start, count) => `substr(${value}, ${start}, ${count})`),
  UPPER: result('text', (value) => `upper(${value})`),
  LOWER: result('text', (value) => `lower(${value})`),
  TRIM: result('text', (value) => `trim(${value})`),
  LPAD: result(
    'text',
    (value, length = '', pad = "' '") =>
      `(CASE WHEN length(${value}) >= ${length} THEN substr(${value}, 1, ${length}) ELSE substr(${padding(length, pad)}, 1, ${length} - length(${value})) || ${value} END)`
  ),
  RPAD: result(
    'text',
    (value, length = '', pad = "' '") => `substr(${value} || ${padding(length, pad)}, 1, ${length})`
  ),
  CONTAINS: result('boolean', (value, part) => `(instr(COALESCE(${value}, ''), ${part}) > 0)`),
  BEGINS: result('boolean', (value, part) => `(instr(COALESCE(${value}, ''), ${part}) = 1)`),
  FIND: result('decimal', (part, value, start) =>
    start === undefined
      ? `instr(COALESCE(${value}, ''), ${part})`
      : `(CASE WHEN instr(substr(${value}, ${start}), ${part}) > 0 THEN instr(substr(${value}, ${start}), ${part}) + ${start} - 1 ELSE 0 END)`
  ),
  SUBSTITUTE: result('text', (value, old, fresh) => `replace(${value}, ${old}, ${fresh})`),
  BR: result('text', () => "'<br>'"),
  ASCII: result('decimal', (value) => `unicode(${value})`),
  CHR: result('text', (value) => `char(${value})`),
  HTMLENCODE: result(
    'text',
    (value) =>
      `replace(replace(replace(replace(replace(${value}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;')`
  ),
  CASESAFEID: result('text', (value = '') => value),
  HYPERLINK: result('text', (_url, label = '') => label),
  IMAGE: result('text', (_url, label = '') => label),
  ABS: result('decimal', (value) => `abs(${value})`),
  MAX: result('decimal', (...values) => (values.length > 1 ? `max(${values.join(', ')})` : (values[0] ?? 'NULL'))),
  MIN: result('decimal', (...values) => (values.length > 1 ? `min(${values.join(', ')})` : (values[0] ?? 'NULL'))),
  ROUND: result('decimal', (value, digits) => `round(${value}, ${digits})`),
  FLOOR: result('decimal', truncated),
  CEILING: result(
    'decimal',
    (value) => `(${truncated(value)} + ((${value}) > ${truncated(value)}) - ((${value}) < ${truncated(value)}))`
  ),
  MFLOOR: result('decimal', (value) => `(${truncated(value)} - ((${value}) < ${truncated(value)}))`),
  MCEILING: result('decimal', (value) => `(${truncated(value)} + ((${value}) > ${truncated(value)}))`),
  TRUNC: result('decimal', (value, digits = '0') => {
    const scale = `CAST('1e' || CAST(${digits} AS INTEGER) AS REAL)`;
    return `(CAST((${value}) * ${scale} AS INTEGER) / ${scale})`;
  }),
  MOD: result(
    'decimal',
    (value, divisor) => `(${value} - ${divisor} * CAST(${value} / (${divisor} * 1.0) AS INTEGER))`
  ),
  SQRT: result('decimal', (value) => `sqrt(${value})`),
  EXP: result('decimal', (value) => `exp(${value})`),
  LN: result('decimal', (value) => `ln(${value})`),
  LOG: result('decimal', (value) => `log10(${value})`),
  PI: result('decimal', () => 'pi()'),
  YEAR: datePart('%Y'),
  MONTH: datePart('%m'),
  DAY: datePart('%d'),
  DAYOFYEAR: datePart('%j'),
  WEEKDAY: result('decimal', (value) => `(((((${value}) + 4) % 7) + 7) % 7 + 1)`),
  HOUR: timePart(3_600_000, 24),
  MINUTE: timePart(60_000, 60),
  SECOND: timePart(1000, 60),
  MILLISECOND: timePart(1, 1000),
  DATE: result('date', (year, month, date) => days(`printf('%04d-%02d-%02d', ${year}, ${month}, ${date})`)),
  ADDMONTHS: ([value, months]) =>
    value?.family === 'datetime'
      ? {
          family: 'datetime',
          sql: `(${addMonths(`(${value.sql} / ${dayMs})`, months?.sql)} * ${dayMs} + ${value.sql} % ${dayMs})`
        }
      : { family: 'date', sql: addMonths(value?.sql, months?.sql) },
  DATEVALUE: ([value]) => ({
    family: 'date',
    sql:
      value?.family === 'datetime'
        ? `(${value.sql} / ${dayMs})`
        : value?.family === 'text'
          ? days(value.sql)
          : (value?.sql ?? 'NULL')
  }),
  DATETIMEVALUE: ([value]) => ({
    family: 'datetime',
    sql:
      value?.family === 'date'
        ? `(${value.sql} * ${dayMs})`
        : value?.family === 'text'
          ? `CAST(round((julianday(rtrim(${value.sql}, 'Z')) - 2440587.5) * ${dayMs}) AS INTEGER)`
          : (value?.sql ?? 'NULL')
  }),
  TIMEVALUE: ([value]) => ({
    family: 'time',
    sql:
      value?.family === 'datetime'
        ? `(${value.sql} % ${dayMs})`
        : value?.family === 'text'
          ? `CAST(round((julianday('1970-01-01 ' || ${value.sql}) - 2440587.5) * ${dayMs}) AS INTEGER)`
          : (value?.sql ?? 'NULL')
  }),
  UNIXTIMESTAMP: ([value]) => ({
    family: 'decimal',
    sql: value?.family === 'date' ? `(${value.sql} * 86400)` : `(${value?.sql} / 1000)`
  }),
  FROMUNIXTIME: result('datetime', (value) => `CAST((${value}) * 1000 AS INTEGER)`)
};
