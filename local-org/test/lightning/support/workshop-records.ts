import type { FieldValue, RecordRepresentation } from '../../../src/lightning/protocol.js';

type Values = Readonly<Record<string, string | number | boolean | null>>;

/** A record of the fixture's data as the UI API gives it; `parents` are put under their relationship names. */
export function record(
  apiName: string,
  id: string,
  values: Values,
  parents: Readonly<Record<string, RecordRepresentation>> = {}
): RecordRepresentation {
  const fields: Record<string, FieldValue> = { Id: { value: id, displayValue: null } };
  for (const [name, value] of Object.entries(values)) {
    const shown = typeof value === 'number' ? `€${value.toFixed(2)}` : null;
    fields[name] = { value, displayValue: shown };
  }
  for (const [name, parent] of Object.entries(parents)) fields[name] = { value: parent, displayValue: null };
  return {
    id,
    apiName,
    fields,
    childRelationships: {},
    eTag: id,
    lastModifiedById: null,
    lastModifiedDate: '2026-11-21T09:00:00.000Z',
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: '2026-11-21T09:00:00.000Z',
    weakEtag: 1
  };
}

export const accountId = '001000000000001AAA';
export const repairId = 'a00000000000001AAA';

/** One customer with two repairs. */
export function workshopRecords(): Map<string, RecordRepresentation> {
  const account = record('Account', accountId, {
    Name: 'Velo Verein',
    Phone: '+49 30 1234',
    Industry: 'Sports',
    Website: 'https://velo.example'
  });
  const owner = record('User', '005000000000001AAA', { Name: 'Mona Mechanic' });
  const repair = (id: string, values: Values) =>
    record(
      'Repair__c',
      id,
      { Customer__c: accountId, OwnerId: owner.id, ...values },
      { Customer__r: account, Owner: owner }
    );
  const records = [
    account,
    repair(repairId, { Name: 'Tandem gears', Status__c: 'New', Fee__c: 89.5, Due__c: '2026-12-01', Urgent__c: true }),
    repair('a00000000000002AAA', { Name: 'Brake pads', Status__c: 'Done', Fee__c: 24, Due__c: null, Urgent__c: false })
  ];
  return new Map(records.map((item) => [item.id, item]));
}
