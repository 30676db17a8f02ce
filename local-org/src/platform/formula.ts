import { BigDecimal } from 'bigdecimal.js';
import { ApexList, ApexSet, keyOf } from '../kernel/collections.js';
import { ApexThrow } from '../kernel/exception.js';
import { ApexEnumValue, ApexObject, type ApexValue } from '../kernel/object.js';
import { ApexDate, ApexDatetime, ApexDouble, ApexId, ApexTime } from '../kernel/scalars.js';
import type { FormulaModel, Transaction } from '../kernel/services.js';
import { SObjectValue } from '../kernel/sobject.js';
import { type ApexType, T, typeName } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { apexException, sobjectException } from '../runtime/exceptions.js';
import { platformClass } from './define.js';
import { withProperties } from './schema/described-properties.js';
import type { SObjectTypeToken } from './schema/tokens.js';
import type { TypeToken } from './type-token.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** System.FormulaRecalcFieldError */
class FieldError extends ApexObject {
  readonly field: string;
  readonly message: string;
  constructor(field: string, message: string) {
    super();
    this.field = field;
    this.message = message;
  }
  override apexType(): ApexType {
    return named('FormulaRecalcFieldError');
  }
}

/** System.FormulaRecalcResult: what became of one record. */
class RecalcResult extends ApexObject {
  readonly record: SObjectValue;
  readonly errors: readonly FieldError[];
  constructor(record: SObjectValue, errors: readonly FieldError[]) {
    super();
    this.record = record;
    this.errors = errors;
  }
  override apexType(): ApexType {
    return named('FormulaRecalcResult');
  }
}

/** SObject.recalculateFormulas: the record's formula fields from what it holds now. */
export function recalculate(tx: Transaction, record: SObjectValue): void {
  const [errors] = tx.data.recalculateFormulas(tx, [record]);
  const [first] = errors ?? [];
  if (first) throw sobjectException(`Field ${first.field} could not be recalculated: ${first.message}`);
}

/** FormulaEval.FormulaBuilder: what a formula is to be. */
class Builder extends ApexObject {
  text: string | null = null;
  returns: string | null = null;
  context: ApexType | null = null;
  template = false;
  nullAsZero = false;
  override apexType(): ApexType {
    return named('FormulaEval.FormulaBuilder');
  }
}

/** FormulaEval.FormulaInstance: a formula that has been checked. */
class Instance extends ApexObject {
  readonly model: FormulaModel;
  readonly returns: string;
  readonly context: ApexType;
  constructor(model: FormulaModel, returns: string, context: ApexType) {
    super();
    this.model = model;
    this.returns = returns;
    this.context = context;
  }
  override apexType(): ApexType {
    return named('FormulaEval.FormulaInstance');
  }
}

const invalid = (message: string): ApexThrow => apexException('FormulaValidationException', message);

function build(tx: Transaction, builder: Builder): Instance {
  const { text, returns, context } = builder;
  if (text === null) throw invalid('The formula is missing: call withFormula.');
  if (returns === null) throw invalid('The return type is missing: call withReturnType.');
  if (context === null) throw invalid('The context type is missing: call withType.');
  if (builder.template && returns !== 'STRING') throw invalid('In template mode the return type must be STRING.');
  const object = context.kind === 'sobject' ? { object: context.name } : {};
  try {
    const { template, nullAsZero } = builder;
    return new Instance(tx.data.formula(tx, { text, template, nullAsZero, ...object }), returns, context);
  } catch (error) {
    if (error instanceof ApexThrow) throw error;
    throw invalid((error as Error).message);
  }
}

function evaluate(tx: Transaction, self: Instance, context: ApexValue): ApexValue {
  const given = required(context, 1);
  if (given instanceof SObjectValue) return returned(self, self.model.evaluate(given));
  if (!(given instanceof ApexObject))
    throw apexException('FormulaEvaluationException', `The context must be a ${typeName(self.context)}.`);
  return returned(
    self,
    self.model.evaluate((path) => memberAt(tx, given, path))
  );
}

/** `owner.Name` of an object of a class: members, then fields of records. */
function memberAt(tx: Transaction, start: ApexObject, path: readonly string[]): ApexValue {
  let value: ApexValue = start;
  for (const name of path) {
    if (value === null) return null;
    if (value instanceof SObjectValue) {
      const field: string | undefined = tx.org.schema.field(value.object, name)?.name;
      const parent: string | undefined = tx.org.schema.parentRelationship(value.object, name)?.relationshipName;
      value = value.fields.get(field ?? parent ?? name) ?? null;
    } else if (value instanceof ApexObject) value = tx.org.code.getMember(tx, value, name);
    else return null;
  }
  return value instanceof ApexEnumValue ? value.name : value;
}

/** The result in the type that was asked for. */
function returned({ returns }: Instance, value: ApexValue): ApexValue {
  if (value === null) return null;
  const fits = conversions[returns]?.(value);
  if (fits === undefined) throw apexException('FormulaEvaluationException', `The formula's result is no ${returns}.`);
  return fits;
}

const decimalOfNumber = (value: ApexValue): BigDecimal | undefined => (value instanceof BigDecimal ? value : undefined);
const only = (test: (value: ApexValue) => boolean) => (value: ApexValue) => (test(value) ? value : undefined);
const conversions: Readonly<Record<string, (value: ApexValue) => ApexValue | undefined>> = {
  BOOLEAN: only((value) => typeof value === 'boolean'),
  DATE: only((value) => value instanceof ApexDate),
  DATETIME: only((value) => value instanceof ApexDatetime),
  TIME: only((value) => value instanceof ApexTime),
  STRING: only((value) => typeof value === 'string'),
  ID: (value) => (typeof value === 'string' ? ApexId.parse(value) : undefined),
  DECIMAL: (value) => decimalOfNumber(value),
  DOUBLE: (value) => {
    const number = decimalOfNumber(value);
    return number && new ApexDouble(number.numberValue());
  },
  INTEGER: (value) => {
    const number = decimalOfNumber(value);
    return number && Math.trunc(number.numberValue()) | 0;
  },
  LONG: (value) => decimalOfNumber(value)?.toBigInt()
};

export const formulaClasses = [
  platformClass({
    name: 'System.Formula',
    members: {
      'static FormulaEval.FormulaBuilder builder()': () => new Builder(),
      'static List<FormulaRecalcResult> recalculateFormulas(List<SObject> sobjects)': (
        tx,
        records: ApexList<SObjectValue> | null
      ) => {
        const { items } = required(records, 1);
        const errors = tx.data.recalculateFormulas(tx, items);
        const results = items.map(
          (record, i) =>
            new RecalcResult(
              record,
              (errors[i] ?? []).map(({ field, message }) => new FieldError(field, message))
            )
        );
        return new ApexList(named('FormulaRecalcResult'), results);
      }
    }
  }),
  platformClass({
    name: 'System.FormulaRecalcFieldError',
    members: withProperties({
      'String getFieldError()': (_tx, self: FieldError) => self.message,
      'String getFieldName()': (_tx, self: FieldError) => self.field
    })
  }),
  platformClass({
    name: 'System.FormulaRecalcResult',
    members: withProperties({
      'List<FormulaRecalcFieldError> getErrors()': (_tx, self: RecalcResult) =>
        new ApexList(named('FormulaRecalcFieldError'), [...self.errors]),
      'SObject getSObject()': (_tx, self: RecalcResult) => self.record,
      'Boolean isSuccess()': (_tx, self: RecalcResult) => self.errors.length === 0
    })
  }),
  platformClass({
    name: 'FormulaEval.FormulaBuilder',
    members: {
      'FormulaEval.FormulaInstance build()': (tx, self: Builder) => build(tx, self),
      'FormulaEval.FormulaBuilder parseAsTemplate(Boolean templateMode)': (_tx, self: Builder, on: boolean | null) => {
        self.template = on ?? false;
        return self;
      },
      'FormulaEval.FormulaBuilder treatNumericNullAsZero(Boolean isNumericNullZero)': (
        _tx,
        self: Builder,
        on: boolean | null
      ) => {
        self.nullAsZero = on ?? false;
        return self;
      },
      'FormulaEval.FormulaBuilder withFormula(String formulaText)': (_tx, self: Builder, text: string | null) => {
        self.text = text;
        return self;
      },
      'FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal> formulaGlobals)': (
        _tx,
        self: Builder
      ) => self,
      'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType returnType)': (
        _tx,
        self: Builder,
        returns: ApexEnumValue | null
      ) => {
        self.returns = returns?.name ?? null;
        return self;
      },
      'FormulaEval.FormulaBuilder withType(Type contextType)': (_tx, self: Builder, type: TypeToken | null) => {
        self.context = type?.of ?? null;
        return self;
      },
      'FormulaEval.FormulaBuilder withType(SObjectType contextSObjectType)': (
        _tx,
        self: Builder,
        type: SObjectTypeToken | null
      ) => {
        self.context = type ? { kind: 'sobject', name: type.object } : null;
        return self;
      }
    }
  }),
  platformClass({
    name: 'FormulaEval.FormulaInstance',
    members: {
      'Object evaluate(Object contextObject)': (tx, self: Instance, context: ApexValue) => evaluate(tx, self, context),
      'Set<String> getReferencedFields()': (_tx, self: Instance) => {
        const set = new ApexSet<ApexValue>(T.String);
        for (const field of self.model.referencedFields) set.entries.set(keyOf(field), field);
        return set;
      }
    }
  })
];
