import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { ApexType } from '../../kernel/types.js';
import { dataClass, type DataObject, dataObject } from '../data-class.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });
const system = { mode: 'system', sharing: false } as const;

/** Rows that the platform itself reads: they count against no limit. */
function rows(tx: Transaction, soql: string): readonly SObjectValue[] {
  tx.limits.push();
  try {
    return tx.data.query(tx, tx.data.parse(tx, soql), () => null, system);
  } finally {
    tx.limits.pop();
  }
}

const at = (row: SObjectValue, field: string): ApexValue => row.fields.get(field) ?? null;
const textAt = (row: SObjectValue, field: string): string => String(at(row, field) ?? '');

function icons(tx: Transaction, object: string): ApexList<DataObject> {
  const url = `${tx.org.info.baseUrl}/img/icon/t4v35/standard/${object.toLowerCase()}_120.png`;
  const icon = dataObject('DescribeIconResult', {
    contentType: 'image/png',
    height: 120,
    theme: 'theme4',
    url,
    width: 120
  });
  return new ApexList(named('DescribeIconResult'), object === '' || object.endsWith('__c') ? [] : [icon]);
}

function tabOf(tx: Transaction, row: SObjectValue): DataObject {
  const object = textAt(row, 'SobjectName');
  return dataObject('DescribeTabResult', {
    colors: new ApexList(named('DescribeColorResult')),
    custom: at(row, 'IsCustom') === true,
    iconUrl: `${tx.org.info.baseUrl}/img/icon/${object === '' ? 'custom' : object.toLowerCase()}32.png`,
    icons: icons(tx, object),
    label: at(row, 'Label'),
    miniIconUrl: `${tx.org.info.baseUrl}/img/icon/${object === '' ? 'custom' : object.toLowerCase()}16.png`,
    name: at(row, 'Name'),
    sobjectName: object,
    url: at(row, 'Url')
  });
}

/**
 * Schema.describeTabs: the apps with their tabs. Apps of the platform show all standard tabs. What an icon's address looks like is from
 * memory; there are no colors, and no icons for tabs of custom objects.
 */
export function describeTabs(tx: Transaction): ApexList<DataObject> {
  const tabs = new Map(
    rows(tx, 'SELECT DurableId, Name, Label, SobjectName, IsCustom, Url FROM TabDefinition').map((row) => [
      textAt(row, 'DurableId'),
      row
    ])
  );
  const members = rows(tx, 'SELECT AppDefinitionId, TabDefinitionId FROM AppTabMember ORDER BY SortOrder');
  const apps = rows(tx, 'SELECT DurableId, DeveloperName, Label, Description FROM AppDefinition');
  const sets = apps.map((app, i) => {
    const own = members.filter((member) => textAt(member, 'AppDefinitionId') === textAt(app, 'DurableId'));
    const shown = own.flatMap((member) => tabs.get(textAt(member, 'TabDefinitionId')) ?? []);
    const standard = [...tabs.values()].filter((row) => at(row, 'IsCustom') !== true);
    return dataObject('DescribeTabSetResult', {
      description: at(app, 'Description') ?? '',
      label: at(app, 'Label'),
      logoUrl: `${tx.org.info.baseUrl}/img/seasonLogos/2022_winter_aloha.png`,
      namespace: '',
      selected: i === 0,
      tabs: new ApexList(
        named('DescribeTabResult'),
        (own.length > 0 ? shown : standard).map((row) => tabOf(tx, row))
      ),
      tabSetId: at(app, 'DurableId')
    });
  });
  return new ApexList(named('DescribeTabSetResult'), sets);
}

const described = (name: string, properties: Readonly<Record<string, string>>) =>
  dataClass({ name: `Schema.${name}`, access: 'both', constructors: [], properties });

/** Apex Reference Guide, "DescribeTabSetResult Class" and the classes of its parts. */
export const tabClasses = [
  described('DescribeTabSetResult', {
    description: 'String',
    label: 'String',
    logoUrl: 'String',
    namespace: 'String',
    selected: 'Boolean',
    tabs: 'List<DescribeTabResult>',
    tabSetId: 'String'
  }),
  described('DescribeTabResult', {
    colors: 'List<DescribeColorResult>',
    custom: 'Boolean',
    iconUrl: 'String',
    icons: 'List<DescribeIconResult>',
    label: 'String',
    miniIconUrl: 'String',
    name: 'String',
    sobjectName: 'String',
    url: 'String'
  }),
  described('DescribeIconResult', {
    contentType: 'String',
    height: 'Integer',
    theme: 'String',
    url: 'String',
    width: 'Integer'
  }),
  described('DescribeColorResult', { color: 'String', context: 'String', theme: 'String' })
];
