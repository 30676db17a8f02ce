import type { FieldModel, FieldType, ObjectModel, Schema } from '../../schema/model.js';
import { SchemaIndex } from '../../schema/schema-index.js';
import { fieldDefaults } from '../../schema/standard/load.js';

/** What the Tooling API has beside the objects that Apex can query. Tooling API reference, a page an object. */

function field(name: string, type: FieldType, more: Partial<FieldModel> = {}): FieldModel {
  return { ...fieldDefaults, name, label: name, type, ...more };
}
const text = (name: string, length = 255): FieldModel => field(name, 'string', { length });
const whole = (name: string): FieldModel => field(name, 'int');
const moment = (name: string): FieldModel => field(name, 'datetime');
/** A value with parts, kept as JSON text: clients get it as JSON. */
const complex = (name: string): FieldModel => field(name, 'longtextarea', { length: 10_000_000 });
const reference = (name: string, relationshipName: string, ...referenceTo: string[]): FieldModel =>
  field(name, 'reference', { relationshipName, referenceTo });

const system: readonly FieldModel[] = [
  field('Id', 'id', { createable: false, updateable: false }),
  field('IsDeleted', 'boolean', { createable: false, updateable: false }),
  moment('CreatedDate'),
  reference('CreatedById', 'CreatedBy', 'User'),
  moment('LastModifiedDate'),
  reference('LastModifiedById', 'LastModifiedBy', 'User'),
  moment('SystemModstamp')
];

const levels = 'ApexCode ApexProfiling Callout Database Nba System Validation Visualforce Wave Workflow'.split(' ');
/** Log levels are required but have a default. */
const levelFields = levels.map((name) => field(name, 'picklist', { length: 40, defaultValue: 'NONE' }));

const classOrTrigger = reference('ApexClassOrTriggerId', 'ApexClassOrTrigger', 'ApexClass', 'ApexTrigger');
const lineCounts = [whole('NumLinesCovered'), whole('NumLinesUncovered'), complex('Coverage')];

function object(name: string, label: string, keyPrefix: string, fields: readonly FieldModel[]): ObjectModel {
  return {
    name,
    label,
    pluralLabel: `${label}s`,
    keyPrefix,
    kind: 'standard',
    nameField: fields.some((one) => one.name === 'DeveloperName') ? 'DeveloperName' : 'Id',
    sharing: 'ReadWrite',
    recordTypes: [],
    fields: new Map([...system, ...fields].map((one) => [one.name, one]))
  };
}

const own: readonly ObjectModel[] = [
  object('ApexCodeCoverage', 'Apex Code Coverage', '714', [
    reference('ApexTestClassId', 'ApexTestClass', 'ApexClass'),
    text('TestMethodName'),
    classOrTrigger,
    ...lineCounts
  ]),
  object('ApexCodeCoverageAggregate', 'Apex Code Coverage Aggregate', '715', [classOrTrigger, ...lineCounts]),
  object('ApexOrgWideCoverage', 'Apex Org Wide Coverage', '716', [whole('PercentCovered')]),
  object('DebugLevel', 'Debug Level', '7dl', [
    text('DeveloperName', 80),
    text('MasterLabel', 80),
    text('Language', 40),
    ...levelFields
  ]),
  object('TraceFlag', 'Trace Flag', '7tf', [
    reference('TracedEntityId', 'TracedEntity', 'User', 'ApexClass', 'ApexTrigger'),
    reference('DebugLevelId', 'DebugLevel', 'DebugLevel'),
    moment('StartDate'),
    moment('ExpirationDate'),
    field('LogType', 'picklist', { length: 40 }),
    ...levelFields
  ])
];

/** Fields that objects have in the Tooling API only. */
const more: Readonly<Record<string, readonly FieldModel[]>> = {
  ApexClass: [complex('SymbolTable')],
  ApexTrigger: [complex('SymbolTable')],
  ApexLog: [complex('Body')]
};

/** Names of the fields whose text is JSON. */
export const complexFields = new Set(['Coverage', 'SymbolTable']);

/** Objects that a client may write; the others are the platform's own. */
export const writableObjects = new Set(['DebugLevel', 'TraceFlag', 'ApexTestSuite', 'TestSuiteMembership']);

export interface ToolingSchema {
  readonly schema: Schema;
  /** Objects that are not as Apex sees them. */
  readonly added: readonly ObjectModel[];
}

export function toolingSchema(org: Schema): ToolingSchema {
  const extended = Object.entries(more).flatMap(([name, fields]) => {
    const model = org.object(name);
    if (!model) return [];
    const all = new Map([...model.fields, ...fields.map((one): [string, FieldModel] => [one.name, one])]);
    return [{ ...model, fields: all }];
  });
  const added = [...own, ...extended];
  const names = new Set(added.map((one) => one.name));
  const all = [...[...org.objects()].filter((one) => !names.has(one.name)), ...added];
  return { schema: new SchemaIndex(all, org.namespace), added };
}

/** What describeGlobal lists. */
export const listedObjects: readonly string[] = [
  ...own.map((one) => one.name),
  ...'ApexClass ApexTrigger ApexLog ApexTestResult ApexTestQueueItem ApexTestRunResult ApexTestSuite TestSuiteMembership'.split(
    ' '
  ),
  ...'EntityDefinition FieldDefinition StaticResource User'.split(' ')
];
