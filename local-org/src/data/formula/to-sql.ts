import type { FieldModel, ObjectModel, Schema } from '../../schema/model.js';
import type { FormulaSql } from '../translate/context.js';
import { quote, type TranslationContext } from '../translate/context.js';
import { todayIn } from '../../runtime/time-zone.js';
import { familyOf, scaleOf } from '../translate/encoding.js';
import { summarySql } from '../translate/summary.js';
import { FormulaError, type FormulaNode } from '../../formula/ast.js';
import { parseFormula } from '../../formula/parse.js';
import { sqlFunctions, type Compiled } from './sql-functions.js';
import { variableSql } from './sql-variables.js';

/**
 * A formula field as SQL, so that it can be selected, compared, grouped and sorted by like any other. Numbers are plain
 * (not scaled) inside, and scaled at the end to the scale of the field.
 */
export const formulaSql: FormulaSql = (object, name, alias, context) => {
  const field = context.schema.field(object.name, name) as FieldModel;
  const compiler = new FormulaCompiler(context, field.treatBlanksAs);
  const { sql } = compiler.compile(parseFormula(field.formula ?? ''), object, alias);
  switch (familyOf(field)) {
    case 'decimal':
      return `CAST(round((${sql}) * ${10 ** scaleOf(field)}) AS INTEGER)`;
    case 'text':
      return `(NULLIF(rtrim(${sql}), '') COLLATE NOCASE)`;
    case 'boolean':
      return `COALESCE(${sql}, 0)`;
    default:
      return `(${sql})`;
  }
};

/** Compiles a formula field once, to find at loading time what is not supported. */
export function checkFormulaSql(schema: Schema, object: ObjectModel, field: FieldModel): void {
  const settings = {
    schema,
    user: { timeZone: 'UTC', id: { value: '' }, profileId: { value: '' } },
    label: () => '',
    customPermission: () => false,
    now: 0,
    touched: () => undefined
  };
  const context = {
    schema,
    settings,
    param: () => '?',
    alias: () => 't',
    object: (name: string) => schema.object(name)
  };
  new FormulaCompiler(context as unknown as TranslationContext).compile(parseFormula(field.formula ?? ''), object, 't');
}

class FormulaCompiler {
  private readonly context: TranslationContext;
  private readonly blanks: FieldModel['treatBlanksAs'];
  constructor(context: TranslationContext, blanks?: FieldModel['treatBlanksAs']) {
    this.context = context;
    this.blanks = blanks;
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
        return binary(
          node.operator,
          this.compile(node.left, object, alias),
          this.compile(node.right, object, alias),
          this.blanks === 'blank'
        );
      case 'call':
        return this.call(node, object, alias);
    }
  }

  private call(node: Extract<FormulaNode, { kind: 'call' }>, object: ObjectModel, alias: string): Compiled {
    const { settings } = this.context;
    if (node.name === 'TODAY') return { family: 'date', sql: String(todayIn(settings.user.timeZone, settings.now)) };
    if (node.name === 'NOW') return { family: 'datetime', sql: String(settings.now) };
    if (node.name === 'TIMENOW') return { family: 'time', sql: String(settings.now % 86_400_000) };
    if (node.name === 'GETSESSIONID') return { family: 'text', sql: 'NULL' };
    const compile = sqlFunctions[node.name];
    if (!compile)
      throw new FormulaError(`The function ${node.name} is not supported in formula fields by the local org.`);
    return compile(node.args.map((arg) => this.compile(arg, object, alias)));
  }

  /** A field of this or a parent record; parents are sub-queries. */
  private field(path: readonly string[], object: ObjectModel, alias: string): Compiled {
    const [head = '', ...rest] = path;
    const { schema } = this.context;
    if (head.startsWith('$')) {
      const found = variableSql(this.context, path, (field, of, at) => this.field(field, of, at));
      if (found) return found;
      throw new FormulaError(`The variable ${path.join('.')} is not supported in formula fields by the local org.`);
    }
    if (rest.length === 0) return this.column(head, object, alias);
    const reference = schema.parentRelationship(object.name, head);
    const target = reference?.referenceTo?.includes('User') ? 'User' : reference?.referenceTo?.[0];
    const parent = target === undefined ? undefined : schema.object(target);
    if (!reference || !parent) throw new FormulaError(`Relationship ${head} does not exist on ${object.name}.`);
    const inner = this.context.alias();
    const { sql, family } = this.field(rest, parent, inner);
    const from = `${quote(parent.name)} AS ${inner} WHERE ${inner}."Id" = ${alias}.${quote(reference.name)}`;
    return this.zeroed({ family, sql: `(SELECT ${sql} FROM ${from})` });
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
    return this.zeroed(
      family === 'decimal' ? { family, sql: `(${sql} / ${10 ** scaleOf(field)}.0)` } : { family, sql }
    );
  }

  /** Where blanks are zero, an empty number is 0 wherever it stands. */
  private zeroed(value: Compiled): Compiled {
    if (this.blanks !== 'zero' || (value.family !== 'decimal' && value.family !== 'integer')) return value;
    return { ...value, sql: `COALESCE(${value.sql}, 0)` };
  }
}

/** `keepBlank`: sums and products with an empty number are empty. */
function binary(operator: string, left: Compiled, right: Compiled, keepBlank: boolean): Compiled {
  switch (operator) {
    case '&&':
      return { family: 'boolean', sql: `(${left.sql} AND ${right.sql})` };
    case '||':
      return { family: 'boolean', sql: `(${left.sql} OR ${right.sql})` };
    case '&':
      return concatenation(left, right);
    case '=':
    case '!=':
      return { family: 'boolean', sql: equality(operator, left, right) };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { family: 'boolean', sql: `(${left.sql} ${operator} ${right.sql})` };
    case '+':
      if (left.family === 'text') return concatenation(left, right);
      return arithmetic('+', left, right, keepBlank);
    case '/':
      return { family: 'decimal', sql: `(${left.sql} * 1.0 / NULLIF(${right.sql}, 0))` };
    case '^':
      return { family: 'decimal', sql: power(left.sql, right.sql) };
    default:
      return arithmetic(operator, left, right, keepBlank);
  }
}

/** An empty number or date neither equals a value nor differs from it, so neither comparison holds; an empty text is a value. */
function equality(operator: '=' | '!=', left: Compiled, right: Compiled): string {
  const known = [left, right].filter(({ sql }) => sql !== 'NULL');
  const plain = known.length === 2 && known.every(({ family }) => unequalWhenEmpty.has(family));
  if (plain) return `(${left.sql} ${operator} ${right.sql})`;
  return `(NULLIF(${left.sql}, '') ${operator === '=' ? 'IS' : 'IS NOT'} NULLIF(${right.sql}, ''))`;
}
const unequalWhenEmpty: ReadonlySet<string> = new Set(['decimal', 'integer', 'date', 'datetime', 'time']);

/** SQLite has no power of two arguments here; whole powers of negative numbers keep their sign. */
function power(base: string, exponent: string): string {
  const size = `exp((${exponent}) * ln(abs(${base})))`;
  return `(CASE WHEN (${exponent}) = 0 THEN 1 WHEN (${base}) = 0 THEN 0 WHEN (${base}) < 0 AND (${exponent}) % 2 <> 0 THEN -${size} ELSE ${size} END)`;
}

const concatenation = (left: Compiled, right: Compiled): Compiled => ({
  family: 'text',
  sql: `(COALESCE(${left.sql}, '') || COALESCE(${right.sql}, ''))`
});

/** Days are the unit of dates and of the difference of moments. */
function arithmetic(operator: string, left: Compiled, right: Compiled, keepBlank: boolean): Compiled {
  const moments = [left, right].filter(({ family }) => family === 'datetime').length;
  const dates = [left, right].filter(({ family }) => family === 'date').length;
  if (moments === 2) return { family: 'decimal', sql: `((${left.sql} - ${right.sql}) / 86400000.0)` };
  if (moments === 1)
    return { family: 'datetime', sql: `(${left.sql} ${operator} CAST(${right.sql} * 86400000 AS INTEGER))` };
  if (dates === 1) return { family: 'date', sql: `CAST(${left.sql} ${operator} ${right.sql} AS INTEGER)` };
  if (keepBlank) return { family: 'decimal', sql: `(${left.sql} ${operator} ${right.sql})` };
  return { family: 'decimal', sql: `(COALESCE(${left.sql}, 0) ${operator} COALESCE(${right.sql}, 0))` };
}
