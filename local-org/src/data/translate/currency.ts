import type { FieldModel } from '../../schema/model.js';
import { quote, type TranslationContext } from './context.js';
import { scaleOf, type Shape } from './encoding.js';
import { refuse } from './errors.js';
import type { Source } from './scope.js';

/**
 * Amounts in an org with several currencies: each record says its own, and CurrencyType has how many of a currency one of the
 * corporate currency is. https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_querying_currency_fields.htm
 */
export const hasCurrencies = (context: TranslationContext): boolean =>
  context.schema.field('Account', 'CurrencyIsoCode') !== undefined;

/** The rate of a record's currency where the field is an amount; undefined for other fields and in an org with one currency. */
export function rateOf(context: TranslationContext, source: Source, field: FieldModel): string | undefined {
  if (field.type !== 'currency' || !source.object.fields.has('CurrencyIsoCode')) return undefined;
  if (!hasCurrencies(context)) return undefined;
  return rateSql(context, source.column('CurrencyIsoCode'), dayOf(context, source));
}

/** The rate of a currency. With advanced currency management the day decides; a currency that nobody knows has the rate 1. */
export function rateSql(context: TranslationContext, code: string, day?: string): string {
  const unit = (object: string): number =>
    10 ** scaleOf(context.schema.field(object, 'ConversionRate') ?? { type: 'double' });
  const rates = [
    `(SELECT r."ConversionRate" / ${unit('CurrencyType')}.0 FROM "CurrencyType" AS r WHERE r."IsoCode" = ${code})`,
    '1.0'
  ];
  if (day !== undefined) {
    rates.unshift(
      `(SELECT r."ConversionRate" / ${unit('DatedConversionRate')}.0 FROM "DatedConversionRate" AS r WHERE r."IsoCode" = ${code} ` +
        `AND r."StartDate" <= ${day} AND (r."NextStartDate" IS NULL OR r."NextStartDate" > ${day}))`
    );
  }
  return `COALESCE(${rates.join(', ')})`;
}

/** "Dated exchange rates are used when converting currency fields on opportunities, opportunity line items, and opportunity history." */
function dayOf(context: TranslationContext, { object, column }: Source): string | undefined {
  if (!context.schema.object('DatedConversionRate')) return undefined;
  if (object.name === 'Opportunity' || object.name === 'OpportunityHistory') return column('CloseDate');
  if (object.name !== 'OpportunityLineItem') return undefined;
  return `(SELECT o."CloseDate" FROM ${quote('Opportunity')} AS o WHERE o."Id" = ${column('OpportunityId')})`;
}

/** An amount in the corporate currency, or in another one when its rate is given; rounded to the smallest unit that the field keeps. */
export function converted(sql: string, rate: string, to = '1.0'): string {
  return `CAST(round((${sql}) / ${rate} * ${to}) AS INTEGER)`;
}

/** `USD5000` for a field: its number of the smallest unit, in the corporate currency. */
export function corporateAmount(context: TranslationContext, shape: Shape, code: string, text: string): string {
  if (!hasCurrencies(context)) throw refuse(`unexpected token: '${code}${text}'`);
  return `(${text} * ${10 ** scaleOf(shape)}.0 / ${rateSql(context, context.param(code))})`;
}
