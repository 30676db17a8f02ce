import type { FieldModel, ObjectModel, Schema } from '../../schema/model.js';
import type { FormulaSql } from '../translate/context.js';
import { quote, type TranslationContext } from '../translate/context.js';
import { todayIn } from '../translate/dates.js';
import { familyOf, scaleOf, type Family } from '../translate/encoding.js';
import { summarySql } from '../translate/summary.js';
import { FormulaError, type FormulaNode } from './ast.js';
import { parseFormula } from './parse.js';

/**
 * A formula field as SQL, so that it can be selected, compared, grouped and sorted by like any other. Numbers are plain
 * (not scaled) inside, and scaled at the end to the scale of the field.
 */
export const formulaSql: FormulaSql = (object, name, alias, context) => {
  const field = context.schema.field(object.name, name) as FieldModel;
  const compiler = new FormulaCompiler(context);
  const { sql } = compiler.compile(parseFormula(field.formula ?? ''), object, alias);
  switch (familyOf(field)) {
    case 'decimal':
      return `CAST(round((${sql}) * ${10 ** scaleOf(field)}) AS INTEGER)`;
    case 'text':
      return `(NULLIF(${sql}, '') COLLATE NOCASE)`;
    case 'boolean':
      return `COALESCE(${sql}, 0)`;
    default:
      return `(${sql})`;
  }
};

/** Compiles a formula field once, to find at loading time what is not supported. */
export function checkFormulaSql(schema: Schema, object: ObjectModel, field: FieldModel): void {
  const settings = { schema, user: { timeZone: 'UTC', id: { value: '' } }, now: 0, touched: () => undefined };
  const context = {
    schema,
    settings,
    param: () => '?',
    alias: () => 't',
    object: (name: string) => schema.object(name)
  };
  new FormulaCompiler(context as unknown as TranslationContext).compile(parseFormula(field.formula ?? ''), object, 't');
}

interface Compiled {
  readonly sql: string;
  readonly family: Family;
}
type Compile = (args: readonly Compiled[]) => Compiled;

const result =
  (family: Family, sql: (...args: string[]) => string): Compile =>
  (args) => ({ family, sql: sql(...args.map((arg) => arg.sql)) });

const datePart = (format: string) =>
  result('decimal', (value = '') => `CAST(strftime('${format}', (${value}) * 86400, 'unixepoch') AS INTEGER)`);
const blank = (value = '') => `((${value}) IS NULL OR (${value}) = '')`;

/** The functions of formula fields; each gives the family of its result. */
const functions: Readonly<Record<string, Compile>> = {
  IF: ([condition, yes, no]) => ({
    family: (yes?.sql === 'NULL' ? no : yes)?.family ?? 'text',
    sql: `(CASE WHEN ${condition?.sql} THEN ${yes?.sql} ELSE ${no?.sql} END)`
  }),
  AND: (args) => ({ family: 'boolean', sql: `(${args.map(({ sql }) => `COALESCE(${sql}, 0)`).join(' AND ')})` }),
  OR: (args) => ({ family: 'boolean', sql: `(${args.map(({ sql }) => `COALESCE(${sql}, 0)`).join(' OR ')})` }),
  NOT: result('boolean', (value = '') => `(NOT COALESCE(${value}, 0))`),
  CASE: ([subject, ...rest]) => {
    const whens: string[] = [];
    for (let i = 0; i + 1 < rest.length; i += 2) whens.push(`WHEN ${rest[i]?.sql} THEN ${rest[i + 1]?.sql}`);
    return {
      family: rest[1]?.family ?? 'text',
      sql: `(CASE ${subject?.sql} ${whens.join(' ')} ELSE ${rest.at(-1)?.sql} END)`
    };
  },
  ISBLANK: result('boolean', blank),
  ISNULL: result('boolean', blank),
  BLANKVALUE: ([value, other]) => ({ family: value?.family ?? 'text', sql: `COALESCE(${value?.sql}, ${other?.sql})` }),
  NULLVALUE: ([value, other]) => ({ family: value?.family ?? 'text', sql: `COALESCE(${value?.sql}, ${other?.sql})` }),
  ISPICKVAL: result('boolean', (value, wanted) => `(COALESCE(${value}, '') = ${wanted})`),
  INCLUDES: result('boolean', (value, wanted) => `(instr(';' || ${value} || ';', ';' || ${wanted} || ';') > 0)`),
  TEXT: ([value]) => ({
    family: 'text',
    sql:
      value?.family === 'date'
        ? `strftime('%Y-%m-%d', ${value.sql} * 86400, 'unixepoch')`
        : `CAST(${value?.sql} AS TEXT)`
  }),
  VALUE: result('decimal', (value) => `CAST(${value} AS REAL)`),
  LEN: result('decimal', (value) => `length(COALESCE(${value}, ''))`),
  LEFT: result('text', (value, count) => `substr(${value}, 1, ${count})`),
  RIGHT: result('text', (value, count) => `substr(${value}, -(${count}))`),
  MID: result('text', (value, start, count) => `substr(${value}, ${start}, ${count})`),
  UPPER: result('text', (value) => `upper(${value})`),
  LOWER: result('text', (value) => `lower(${value})`),
  TRIM: result('text', (value) => `trim(${value})`),
  CONTAINS: result('boolean', (value, part) => `(instr(COALESCE(${value}, ''), ${part}) > 0)`),
  BEGINS: result('boolean', (value, part) => `(instr(COALESCE(${value}, ''), ${part}) = 1)`),
  FIND: result('decimal', (part, value) => `instr(COALESCE(${value}, ''), ${part})`),
  SUBSTITUTE: result('text', (value, old, fresh) => `replace(${value}, ${old}, ${fresh})`),
  CASESAFEID: result('text', (value = '') => value),
  HYPERLINK: result('text', (_url, label = '') => label),
  IMAGE: result('text', (_url, label = '') => label),
  ABS: result('decimal', (value) => `abs(${value})`),
  MAX: result('decimal', (...values) => `max(${values.join(', ')})`),
  MIN: result('decimal', (...values) => `min(${values.join(', ')})`),
  ROUND: result('decimal', (value, digits) => `round(${value}, ${digits})`),
  FLOOR: result('decimal', (value) => `CAST(${value} AS INTEGER)`),
  CEILING: result(
    'decimal',
    (value) =>
      `(CAST(${value} AS INTEGER) + ((${value}) > CAST(${value} AS INTEGER)) - ((${value}) < CAST(${value} AS INTEGER)))`
  ),
  MOD: result(
    'decimal',
    (value, divisor) => `(${value} - ${divisor} * CAST(${value} / (${divisor} * 1.0) AS INTEGER))`
  ),
  YEAR: datePart('%Y'),
  MONTH: datePart('%m'),
  DAY: datePart('%d'),
  DATEVALUE: ([value]) => ({
    family: 'date',
    sql: value?.family === 'datetime' ? `(${value.sql} / 86400000)` : (value?.sql ?? 'NULL')
  })
};

class FormulaCompiler {
  private readonly context: TranslationContext;
  constructor(context: TranslationContext) {
    this.context = context;
  }

  compile(node: FormulaNode, object: ObjectModel, alias: string): Compiled {
    switch (node.kind) {
      case 'number':
        return { family: 'decimal', sql: node.value.toPlainString() };
      case 'text':
        return { family: 'text', sql: `'${node.value.replaceAll("'", "''")}'` };
      case 'boolean':
        return { family: 'boolean', sql: node.value ? '1' : '0' };
      case 'null':
        return { family: 'text', sql: 'NULL' };
      case 'field':
        return this.field(node.path, object, alias);
      case 'unary': {
        const operand = this.compile(node.operand, object, alias);
        return node.operator === '!'
          ? { family: 'boolean', sql: `(NOT ${operand.sql})` }
          : { family: 'decimal', sql: `(-${operand.sql})` };
      }
      case 'binary':
        return binary(node.operator, this.compile(node.left, object, alias), this.compile(node.right, object, alias));
      case 'call':
        return this.call(node, object, alias);
    }
  }

  private call(node: Extract<FormulaNode, { kind: 'call' }>, object: ObjectModel, alias: string): Compiled {
    const { settings } = this.context;
    if (node.name === 'TODAY') return { family: 'date', sql: String(todayIn(settings.user.timeZone, settings.now)) };
    if (node.name === 'NOW') return { family: 'datetime', sql: String(settings.now) };
    const compile = functions[node.name];
    if (!compile)
      throw new FormulaError(`The function ${node.name} is not supported in formula fields by the local org.`);
    return compile(node.args.map((arg) => this.compile(arg, object, alias)));
  }

  /** A field of this or a parent record; parents are sub-queries. */
  private field(path: readonly string[], object: ObjectModel, alias: string): Compiled {
    const [head = '', ...rest] = path;
    const { schema } = this.context;
    if (head.toLowerCase() === '$user' && rest[0]?.toLowerCase() === 'id')
      return { family: 'text', sql: this.context.param(this.context.settings.user.id.value) };
    if (head.startsWith('$'))
      throw new FormulaError(`The variable ${path.join('.')} is not supported in formula fields by the local org.`);
    if (rest.length === 0) return this.column(head, object, alias);
    const reference = schema.parentRelationship(object.name, head);
    const target = reference?.referenceTo?.includes('User') ? 'User' : reference?.referenceTo?.[0];
    const parent = target === undefined ? undefined : schema.object(target);
    if (!reference || !parent) throw new FormulaError(`Relationship ${head} does not exist on ${object.name}.`);
    const inner = this.context.alias();
    const { sql, family } = this.field(rest, parent, inner);
    const from = `${quote(parent.name)} AS ${inner} WHERE ${inner}."Id" = ${alias}.${quote(reference.name)}`;
    return { family, sql: `(SELECT ${sql} FROM ${from})` };
  }

  private stored(field: FieldModel, object: ObjectModel, alias: string): string {
    if (field.formula !== undefined) return formulaSql(object, field.name, alias, this.context);
    return field.summary ? summarySql(this.context, { object, alias }, field) : `${alias}.${quote(field.name)}`;
  }

  private column(name: string, object: ObjectModel, alias: string): Compiled {
    const field = this.context.schema.field(object.name, name);
    if (!field) throw new FormulaError(`Field ${name} does not exist on ${object.name}.`);
    const family = familyOf(field);
    const sql = this.stored(field, object, alias);
    return family === 'decimal' ? { family, sql: `(${sql} / ${10 ** scaleOf(field)}.0)` } : { family, sql };
  }
}

function binary(operator: string, left: Compiled, right: Compiled): Compiled {
  switch (operator) {
    case '&&':
      return { family: 'boolean', sql: `(${left.sql} AND ${right.sql})` };
    case '||':
      return { family: 'boolean', sql: `(${left.sql} OR ${right.sql})` };
    case '&':
      return concatenation(left, right);
    case '=':
    case '!=':
      return { family: 'boolean', sql: `(${left.sql} ${operator === '=' ? 'IS' : 'IS NOT'} ${right.sql})` };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { family: 'boolean', sql: `(${left.sql} ${operator} ${right.sql})` };
    case '+':
      if (left.family === 'text') return concatenation(left, right);
      return arithmetic('+', left, right);
    case '/':
      return { family: 'decimal', sql: `(${left.sql} * 1.0 / NULLIF(${right.sql}, 0))` };
    case '^':
      throw new FormulaError('The operator ^ is not supported in formula fields by the local org.');
    default:
      return arithmetic(operator, left, right);
  }
}

const concatenation = (left: Compiled, right: Compiled): Compiled => ({
  family: 'text',
  sql: `(COALESCE(${left.sql}, '') || COALESCE(${right.sql}, ''))`
});

/** Days are the unit of dates and of the difference of moments. */
function arithmetic(operator: string, left: Compiled, right: Compiled): Compiled {
  const moments = [left, right].filter(({ family }) => family === 'datetime').length;
  const dates = [left, right].filter(({ family }) => family === 'date').length;
  if (moments === 2) return { family: 'decimal', sql: `((${left.sql} - ${right.sql}) / 86400000.0)` };
  if (moments === 1)
    return { family: 'datetime', sql: `(${left.sql} ${operator} CAST(${right.sql} * 86400000 AS INTEGER))` };
  if (dates === 1) return { family: 'date', sql: `CAST(${left.sql} ${operator} ${right.sql} AS INTEGER)` };
  return { family: 'decimal', sql: `(COALESCE(${left.sql}, 0) ${operator} COALESCE(${right.sql}, 0))` };
}
