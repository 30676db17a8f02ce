import type { SoqlOperand } from '../../soql/ast.js';
import type { FiscalYear, TranslationContext } from './context.js';
import { converted, hasCurrencies, rateSql } from './currency.js';
import { dateShape, familyOf, integerShape, textShape, type Shape } from './encoding.js';
import { offsetSql } from './dates.js';
import { distanceSql } from './distance.js';
import { refuse } from './errors.js';
import { withoutCaseKey } from './folding.js';
import type { Expression, Scope } from './scope.js';

/** What translating an operand may need besides its scope: which fields the current grouping set leaves out. */
export interface OperandOptions {
  readonly groupedOut?: ReadonlySet<string>;
}

/** A field or function as SQL. */
export function operandSql(scope: Scope, operand: SoqlOperand, options: OperandOptions = {}): Expression {
  if (operand.kind === 'field') return scope.field(operand.path);
  if (operand.kind === 'function') return functionSql(scope, operand.name, operand.args, options);
  throw refuse('A value stands where a field or function is expected.');
}

function functionSql(scope: Scope, name: string, args: readonly SoqlOperand[], options: OperandOptions): Expression {
  const lower = name.toLowerCase();
  if (lower === 'count' && args.length === 0) return { sql: 'COUNT(*)', shape: integerShape };
  if (lower === 'distance') return distanceSql(scope, args);
  const first = args[0];
  if (!first || args.length > 1) {
    throw refuse(`unexpected token: '${name}'`);
  }
  const argument = operandSql(scope, first, options);
  const date = dateFunctions[lower];
  if (date) return date(dateSource(argument, first));
  const fiscal = fiscalFunctions[lower];
  if (fiscal)
    return integer(fiscal(scope.context.settings.fiscalYear?.() ?? calendarYear))(dateSource(argument, first));
  switch (lower) {
    case 'count':
      return { sql: `COUNT(${argument.sql})`, shape: integerShape };
    case 'count_distinct':
      return { sql: `COUNT(DISTINCT ${withoutCaseKey(argument.shape, argument.sql)})`, shape: integerShape };
    case 'sum':
      return { sql: `SUM(${corporate(argument)})`, shape: numeric(argument.shape, name) };
    case 'avg':
      return { sql: `AVG(${corporate(argument)})`, shape: numeric(argument.shape, name) };
    case 'min':
    case 'max':
      return { sql: `${lower.toUpperCase()}(${corporate(argument)})`, shape: argument.shape };
    case 'grouping':
      return { sql: options.groupedOut?.has(argument.sql) ? '1' : '0', shape: integerShape };
    case 'tolabel':
      return { sql: labelSql(argument), shape: textShape };
    case 'format':
      return argument;
    case 'convertcurrency':
      return inUserCurrency(scope.context, argument);
    case 'converttimezone':
      return {
        sql: `(${argument.sql} + ${offsetSql(scope.context.settings.user.timeZone, argument.sql)})`,
        shape: argument.shape
      };
    default:
      throw refuse(`unexpected token: '${name}'`);
  }
}

/** Aggregates are in the corporate currency. */
const corporate = ({ sql, rate }: Expression): string => (rate === undefined ? sql : converted(sql, rate));

/** The text of the refusal in an org with one currency is ours. */
function inUserCurrency(context: TranslationContext, { sql, shape, rate }: Expression): Expression {
  if (!hasCurrencies(context)) throw refuse('convertCurrency() needs an org with several currencies.');
  if (rate === undefined) throw refuse('convertCurrency() needs a currency field.');
  return { sql: converted(sql, rate, rateSql(context, context.param(context.settings.user.currency))), shape };
}

/** SUM and AVG of an Integer field are Decimals on the platform. */
function numeric(shape: Shape, name: string): Shape {
  const family = familyOf(shape);
  if (family === 'decimal') return shape;
  if (family === 'integer') return { type: 'double', scale: 0 };
  throw refuse(`field must be of type number for aggregate function ${name.toUpperCase()}`);
}

function labelSql({ sql, shape }: Expression): string {
  const renamed = (shape.picklist ?? []).filter(({ value, label }) => value !== label);
  if (renamed.length === 0) return sql;
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  return `(CASE ${sql} ${renamed.map(({ value, label }) => `WHEN ${text(value)} THEN ${text(label)}`).join(' ')} ELSE ${sql} END)`;
}

interface DateSource {
  /** Seconds since 1970. */
  readonly seconds: string;
  readonly days: string;
}

function dateSource({ sql, shape }: Expression, operand: SoqlOperand): DateSource {
  switch (familyOf(shape)) {
    case 'date':
      return { seconds: `(${sql} * 86400)`, days: sql };
    case 'datetime':
      return {
        seconds: `(${sql} / 1000)`,
        days: `((${sql} - ((${sql} % 86400000) + 86400000) % 86400000) / 86400000)`
      };
    default:
      throw refuse(`field ${operand.kind === 'field' ? operand.path.join('.') : ''} must be a date or datetime`);
  }
}

const part = (format: string) => (source: DateSource) =>
  `CAST(strftime('${format}', ${source.seconds}, 'unixepoch') AS INTEGER)`;
const integer =
  (sql: (source: DateSource) => string) =>
  (source: DateSource): Expression => ({ sql: sql(source), shape: integerShape });
const month = part('%m');
const quarter = (source: DateSource) => `((${month(source)} + 2) / 3)`;
const day = part('%d');
const dayOfYear = part('%j');

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_date_functions.htm */
const dateFunctions: Readonly<Record<string, (source: DateSource) => Expression>> = {
  calendar_month: integer(month),
  calendar_quarter: integer(quarter),
  calendar_year: integer(part('%Y')),
  day_in_month: integer(day),
  day_in_week: integer((source) => `(${part('%w')(source)} + 1)`),
  day_in_year: integer(dayOfYear),
  day_only: (source) => ({ sql: source.days, shape: dateShape }),
  hour_in_day: integer(part('%H')),
  week_in_month: integer((source) => `((${day(source)} + 6) / 7)`),
  week_in_year: integer((source) => `((${dayOfYear(source)} + 6) / 7)`)
};

const calendarYear: FiscalYear = { firstMonth: 1, namedByStart: true };

const fiscalMonth = (firstMonth: number) => (source: DateSource) =>
  `((${month(source)} + ${12 - firstMonth}) % 12 + 1)`;

const fiscalFunctions: Readonly<Record<string, (year: FiscalYear) => (source: DateSource) => string>> = {
  fiscal_month: ({ firstMonth }) => fiscalMonth(firstMonth),
  fiscal_quarter:
    ({ firstMonth }) =>
    (source) =>
      `((${fiscalMonth(firstMonth)(source)} + 2) / 3)`,
  fiscal_year:
    ({ firstMonth, namedByStart }) =>
    (source) => {
      const later = firstMonth > 1 && !namedByStart ? 1 : 0;
      return `(${part('%Y')(source)} + ${later} - (${month(source)} < ${firstMonth}))`;
    }
};
