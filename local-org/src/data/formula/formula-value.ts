import { Big, BigDecimal, MathContext, RoundingMode } from 'bigdecimal.js';
import { FormulaError } from '../../formula/ast.js';
import { evaluate, numberOf, textOf, type FormulaContext } from '../../formula/evaluate.js';
import type { ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId, ApexTime } from '../../kernel/scalars.js';
import { todayIn } from '../../runtime/time-zone.js';
import type { FieldModel, ObjectModel } from '../../schema/model.js';
import { familyOf, scaleOf } from '../translate/encoding.js';
import { found, variable } from './variables.js';
import { fieldAt, isForeignAmount, nodeOf } from './parsed.js';
import type { FormulaWorld } from './world.js';

/** Reads a stored field or roll-up at a path from the record. */
export type ReadStored = (path: readonly string[]) => ApexValue;

/**
 * The value of a formula field over stored values. Formula fields inside are evaluated, each once. What goes wrong while it is
 * computed (`#Error!` on pages) leaves the field empty.
 */
export function formulaValue(
  world: FormulaWorld,
  object: ObjectModel,
  field: FieldModel,
  stored: ReadStored
): ApexValue {
  return inContext(world, object, field, stored, new Map());
}

function inContext(
  world: FormulaWorld,
  object: ObjectModel,
  field: FieldModel,
  stored: ReadStored,
  known: Map<FieldModel, ApexValue>
): ApexValue {
  const read = (path: readonly string[]): ApexValue => {
    const at = fieldAt(world.schema, object, path);
    if (at?.field.formula === undefined) return stored(path);
    const before = path.slice(0, -1);
    if (before.length > 0)
      return inContext(world, at.object, at.field, (inner) => stored([...before, ...inner]), new Map());
    let value = known.get(at.field);
    if (value === undefined) known.set(at.field, (value = inContext(world, object, at.field, stored, known)));
    return value;
  };
  const context = contextOf(world, object, read, field.treatBlanksAs);
  try {
    return asFieldValue(field, evaluate(nodeOf(field), context));
  } catch (error) {
    if (error instanceof FormulaError && error.isUnsupported) throw error;
    return null;
  }
}

/**
 * What formulas see of a record that `read` reads, and of the world. Percents are fractions: 90 % is 0.9 ("Tips for Using Number
 * Formula Fields").
 */
export function contextOf(
  world: FormulaWorld,
  object: ObjectModel,
  read: ReadStored,
  blanks?: FormulaContext['blanks']
): FormulaContext {
  const { tx, schema } = world;
  const field = (path: readonly string[]): ApexValue => {
    const [head = '', ...rest] = path;
    if (head.startsWith('$')) return variable(world, head.toLowerCase(), rest, read);
    const value = read(path);
    if (!(value instanceof BigDecimal)) return value;
    if (isForeignAmount(schema, object, path)) return inOwnCurrency(world, value, read, path);
    return fieldAt(schema, object, path)?.field.type === 'percent' ? value.movePointLeft(2) : value;
  };
  return {
    field,
    prior: field,
    blanks,
    isNumber: (path) => /^(int|double|currency|percent)$/.test(fieldAt(schema, object, path)?.field.type ?? ''),
    isText: (path) => {
      const found = fieldAt(schema, object, path)?.field;
      return found !== undefined && familyOf(found) === 'text';
    },
    currencyRate: (code) => rateOf(world, code),
    find: (searched, key, value, wanted) => found(world, searched, key, value, wanted),
    isNew: false,
    get today() {
      return todayIn(tx.user.timeZone, tx.now());
    },
    get now() {
      return tx.now();
    }
  };
}

/** An amount of a parent in the currency of the record that the formula is about. */
function inOwnCurrency(world: FormulaWorld, amount: BigDecimal, read: ReadStored, path: readonly string[]): BigDecimal {
  const [from, to] = [[...path.slice(0, -1), 'CurrencyIsoCode'], ['CurrencyIsoCode']].map((one) =>
    String(read(one) ?? '')
  );
  if (from === to) return amount;
  const factor = rateOf(world, to ?? '') / rateOf(world, from ?? '');
  return amount.multiply(Big(factor), MathContext.DECIMAL128);
}

/** How many of a currency one of the corporate currency is; 1 for a currency that the org does not have. */
function rateOf({ schema, connection }: FormulaWorld, code: string): number {
  const field = schema.field('CurrencyType', 'ConversionRate');
  if (!field || !schema.field('Account', 'CurrencyIsoCode')) return 1;
  const [rate] = connection.get('SELECT "ConversionRate" FROM "CurrencyType" WHERE "IsoCode" = ?', [code]) ?? [];
  return rate === undefined || rate === null ? 1 : Number(rate) / 10 ** scaleOf(field);
}

/** A result in the type and scale of the field, a fraction in percent; what cannot be that is empty. */
export function asFieldValue(field: FieldModel, value: ApexValue): ApexValue {
  if (value === null) return field.type === 'boolean' ? false : null;
  switch (familyOf(field)) {
    case 'decimal':
      return (field.type === 'percent' ? numberOf(value).movePointRight(2) : numberOf(value)).setScale(
        scaleOf(field),
        RoundingMode.HALF_UP
      );
    case 'integer':
      return numberOf(value).setScale(0, RoundingMode.HALF_UP).numberValue();
    case 'boolean':
      return value === true;
    case 'date':
      return value instanceof ApexDate ? value : null;
    case 'datetime':
      return value instanceof ApexDatetime ? value : null;
    case 'time':
      return value instanceof ApexTime ? value : null;
    case 'id':
      return typeof value === 'string' ? (ApexId.parse(value) ?? null) : value;
    default:
      return textOf(value).trimEnd() || null;
  }
}
