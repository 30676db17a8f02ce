import { ApexDate } from '../../kernel/scalars.js';
import { Big } from 'bigdecimal.js';
import { children, text } from '../../schema/xml.js';
import type { SystemRows } from '../store/system-rows.js';
import type { SeedParts } from './seed.js';

/** What an organization shares by default, by the field that says so: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_organization.htm */
const defaultAccess = {
  DefaultAccountAccess: 'Edit',
  DefaultCalendarAccess: 'HideDetailsInsert',
  DefaultCampaignAccess: 'All',
  DefaultCaseAccess: 'ReadEditTransfer',
  DefaultContactAccess: 'ControlledByParent',
  DefaultLeadAccess: 'ReadEditTransfer',
  DefaultOpportunityAccess: 'Edit',
  DefaultPricebookAccess: 'ReadSelect'
};

/** The organization's row carries the id that the org was given, so it is written once and then changed. */
export function seedOrganization(rows: SystemRows, { info }: SeedParts, now: number): void {
  rows.defineWithId(
    'Organization',
    info.id,
    {
      Name: info.name,
      IsSandbox: info.sandbox,
      IsReadOnly: false,
      OrganizationType: 'Developer Edition',
      InstanceName: 'LOCAL',
      LanguageLocaleKey: 'en_US',
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: 'America/Los_Angeles',
      FiscalYearStartMonth: 1,
      UsesStartDateAsFiscalYearName: false,
      UiSkin: 'Theme3',
      PrimaryContact: 'Org Administrator',
      NamespacePrefix: info.namespace || null,
      Country: 'US',
      ...defaultAccess
    },
    now
  );
}

const dayOf = (year: number, month: number, day: number): ApexDate =>
  new ApexDate(Date.UTC(year, month, day) / 86_400_000);

/** Standard fiscal years around the current one, with their quarters and months. */
export function seedFiscalYears({ once }: SeedParts, now: number): void {
  const current = new Date(now).getUTCFullYear();
  for (let year = current - 1; year <= current + 1; year++) {
    const fiscal = once('FiscalYearSettings', String(year), {
      Name: `${year}`,
      StartDate: dayOf(year, 0, 1),
      EndDate: dayOf(year, 11, 31),
      IsStandardYear: true,
      YearType: 'Standard',
      WeekStartDay: 1
    });
    const period = (type: string, number: number, first: number, last: number) =>
      once('Period', `${year}.${type}.${number}`, {
        FiscalYearSettingsId: fiscal,
        Type: type,
        Number: number,
        StartDate: dayOf(year, first, 1),
        EndDate: dayOf(year, last + 1, 0),
        IsForecastPeriod: false
      });
    period('Year', 1, 0, 11);
    for (let quarter = 0; quarter < 4; quarter++) period('Quarter', quarter + 1, quarter * 3, quarter * 3 + 2);
    for (let month = 0; month < 12; month++) period('Month', month + 1, month, month);
  }
}

/** The org's currencies: its own, and in a multi-currency org those that the project's settings name nowhere stay out. */
export function seedCurrencies({ info, once, metadata }: SeedParts): void {
  if (!info.multiCurrency) return;
  once('CurrencyType', info.currency, {
    IsoCode: info.currency,
    ConversionRate: Big(1),
    DecimalPlaces: 2,
    IsActive: true,
    IsCorporate: true
  });
  for (const node of children(metadata.component('settings', 'Currency')?.xml, 'currencies')) {
    const code = text(node, 'isoCode');
    if (code !== undefined && code !== info.currency)
      once('CurrencyType', code, { IsoCode: code, ConversionRate: Big(1), DecimalPlaces: 2, IsActive: true });
  }
}
