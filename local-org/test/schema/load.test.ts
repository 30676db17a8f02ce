import { unzipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSchema } from '../../src/schema/load.js';
import { field, project } from './project.js';

const object = (xml: string) => `<CustomObject>${xml}</CustomObject>`;
const box = object(
  '<label>Box</label><pluralLabel>Boxes</pluralLabel><sharingModel>Private</sharingModel><nameField><label>Number</label><type>AutoNumber</type><displayFormat>B-{0000}</displayFormat></nameField>'
);

describe('loadSchema', () => {
  test('knows the standard objects without any project', () => {
    const { schema } = loadSchema([]);

    expect(schema.object('ORDER')?.keyPrefix).toBe('801');
    expect(schema.field('opportunity', 'stagename')).toMatchObject({
      name: 'StageName',
      type: 'picklist',
      required: true
    });
    expect(schema.parentRelationship('Contact', 'account')?.name).toBe('AccountId');
    expect(schema.childRelationship('Account', 'contacts')).toEqual({
      name: 'Contacts',
      childObject: 'Contact',
      field: 'AccountId'
    });
    expect(schema.objectByPrefix('001')?.name).toBe('Account');
    expect(schema.field('Account', 'CurrencyIsoCode')).toBeUndefined();
    expect(schema.field('QuickText', 'Channel')?.type).toBe('multipicklist');
  });

  test('gives no standard object two fields whose names differ only in case', () => {
    const file = new URL('../../src/schema/standard/more.json', import.meta.url);
    const texts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    const twice = texts.filter(([, text]) => {
      const words = text.slice(text.lastIndexOf('|') + 1).split(' ');
      const names = words.map((word) => /^\w*/.exec(word)?.[0].toLowerCase()).filter(Boolean);
      return new Set(names).size < names.length;
    });

    expect(texts.length).toBeGreaterThan(5000);
    expect(twice.map(([name]) => name)).toEqual([]);
  });

  test('reads characters that are written by their number', () => {
    const fault = field(
      '<fullName>Handler__c</fullName><label>It&apos;s &#60;this&#62; &amp;#39;</label><type>Text</type><length>40</length><defaultValue>&#39;Main&#39;</defaultValue>'
    );
    const { schema } = loadSchema([
      project({
        'objects/Box__c/Box__c.object-meta.xml': box,
        'objects/Box__c/fields/Handler__c.field-meta.xml': fault
      })
    ]);

    expect(schema.field('Box__c', 'Handler__c')).toMatchObject({
      label: "It's <this> &#39;",
      defaultValue: 'Main'
    });
  });

  test('every object has a key prefix of its own and every reference a known target', () => {
    const { schema } = loadSchema([]);
    const objects = [...schema.objects()];

    expect(new Set(objects.map((o) => o.keyPrefix)).size).toBe(objects.length);
    for (const o of objects)
      for (const f of o.fields.values())
        for (const target of f.referenceTo ?? []) expect(schema.object(target), `${o.name}.${f.name}`).toBeDefined();
  });

  test('takes the target of a reference without more from its name', () => {
    const { schema } = loadSchema([project({ 'classes/A.cls': 'public class A { Assessment a; }' })]);

    expect(schema.field('Assessment', 'CaseId')).toMatchObject({ referenceTo: ['Case'], relationshipName: 'Case' });
    expect(schema.childRelationship('Case', 'assessments')?.childObject).toBe('Assessment');
    expect(schema.field('Assessment', 'ApplicantId')?.referenceTo).toEqual([]);
  });

  test('has CurrencyIsoCode in a multi-currency org only', () => {
    expect(loadSchema([], { multiCurrency: true }).schema.field('Account', 'CurrencyIsoCode')).toBeDefined();
  });

  test('reads custom objects from decomposed files and from one file alike', () => {
    const fields =
      '<fullName>Kg__c</fullName><label>Weight</label><type>Number</type><precision>10</precision><scale>3</scale>';
    const decomposed = loadSchema([
      project({
        'objects/Box__c/Box__c.object-meta.xml': box,
        'objects/Box__c/fields/Kg__c.field-meta.xml': field(fields)
      })
    ]);
    const whole = loadSchema([
      project({ 'objects/Box__c.object': box.replace('</CustomObject>', `<fields>${fields}</fields></CustomObject>`) })
    ]);

    for (const { schema } of [decomposed, whole]) {
      expect(schema.object('box__c')).toMatchObject({
        label: 'Box',
        pluralLabel: 'Boxes',
        kind: 'custom',
        sharing: 'Private'
      });
      expect(schema.field('Box__c', 'Kg__c')).toMatchObject({
        type: 'double',
        precision: 10,
        scale: 3,
        label: 'Weight'
      });
      expect(schema.field('Box__c', 'Name')).toMatchObject({
        type: 'autonumber',
        autoNumberFormat: 'B-{0000}',
        label: 'Number'
      });
      expect(schema.object('Box__Share')).toBeDefined();
    }
    expect(whole.schema.object('Box__c')?.keyPrefix).toBe(decomposed.schema.object('Box__c')?.keyPrefix);
  });

  test('knows reasons for sharing from files of their own and from that of the object', () => {
    const inside = '<sharingReasons><fullName>Lead__c</fullName><label>Lead</label></sharingReasons></CustomObject>';
    const { schema } = loadSchema([
      project({
        'objects/Box__c/Box__c.object-meta.xml': box.replace('</CustomObject>', inside),
        'objects/Box__c/sharingReasons/Team__c.sharingReason-meta.xml':
          '<SharingReason><fullName>Team__c</fullName><label>Team</label></SharingReason>'
      })
    ]);

    const values = schema.field('Box__Share', 'RowCause')?.picklist?.map(({ value, label }) => `${value} ${label}`);
    expect(values).toEqual(['Owner Owner', 'Manual Manual', 'Rule Rule', 'Team__c Team', 'Lead__c Lead']);
  });

  test('adds lookups to standard objects with both relationship names', () => {
    const { schema } = loadSchema([
      project({
        'objects/Box__c/Box__c.object-meta.xml': box,
        'objects/Box__c/fields/Customer__c.field-meta.xml': field(
          '<fullName>Customer__c</fullName><label>Customer</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Boxes</relationshipName><deleteConstraint>Restrict</deleteConstraint>'
        )
      })
    ]);

    expect(schema.parentRelationship('Box__c', 'Customer__r')).toMatchObject({
      name: 'Customer__c',
      referenceTo: ['Account'],
      deleteConstraint: 'Restrict'
    });
    expect(schema.childRelationship('Account', 'Boxes__r')).toMatchObject({
      childObject: 'Box__c',
      field: 'Customer__c'
    });
  });

  test('a detail object has no owner, a custom setting its set-up owner, a metadata type its developer name, an event no id', () => {
    const { schema } = loadSchema([
      project({
        'objects/Part__c/Part__c.object-meta.xml': box,
        'objects/Part__c/fields/Box__c.field-meta.xml': field(
          '<fullName>Box__c</fullName><label>Box</label><type>MasterDetail</type><referenceTo>Account</referenceTo><relationshipName>Parts</relationshipName>'
        ),
        'objects/Limits__c/Limits__c.object-meta.xml': object(
          '<customSettingsType>Hierarchy</customSettingsType><label>Limits</label>'
        ),
        'objects/Rule__mdt/Rule__mdt.object-meta.xml': object('<label>Rule</label>'),
        'objects/Done__e/Done__e.object-meta.xml': object(
          '<label>Done</label><publishBehavior>PublishImmediately</publishBehavior>'
        )
      })
    ]);

    expect(schema.field('Part__c', 'OwnerId')).toBeUndefined();
    expect(schema.field('Part__c', 'Box__c')).toMatchObject({
      required: true,
      masterDetail: true,
      deleteConstraint: 'Cascade'
    });
    expect(schema.object('Limits__c')).toMatchObject({ kind: 'customSetting', settingsType: 'Hierarchy' });
    expect(schema.field('Limits__c', 'SetupOwnerId')).toBeDefined();
    expect(schema.field('Rule__mdt', 'DeveloperName')).toBeDefined();
    expect(schema.field('Done__e', 'Id')).toBeUndefined();
    expect(schema.object('Done__e')?.publishBehavior).toBe('PublishImmediately');
  });

  test('picklists take their values from the field or from a shared set', () => {
    const value = (name: string, extra = '') =>
      `<fullName>${name}</fullName><default>false</default>${extra}<label>${name}!</label>`;
    const { schema } = loadSchema([
      project({
        'globalValueSets/Sizes.globalValueSet-meta.xml': `<GlobalValueSet><customValue>${value('S')}</customValue></GlobalValueSet>`,
        'objects/Account/fields/Size__c.field-meta.xml': field(
          '<fullName>Size__c</fullName><type>Picklist</type><valueSet><valueSetName>Sizes</valueSetName></valueSet>'
        ),
        'objects/Account/fields/Shape__c.field-meta.xml': field(
          `<fullName>Shape__c</fullName><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value>${value('Round', '<isActive>false</isActive>')}</value></valueSetDefinition></valueSet>`
        )
      })
    ]);

    expect(schema.field('Account', 'Size__c')?.picklist).toEqual([
      { value: 'S', label: 'S!', active: true, isDefault: false }
    ]);
    expect(schema.field('Account', 'Shape__c')).toMatchObject({
      restrictedPicklist: true,
      picklist: [{ value: 'Round', active: false }]
    });
  });

  test('a shared set that the project does not hold lets any value pass', () => {
    const { schema } = loadSchema([
      project({
        'objects/Account/fields/Size__c.field-meta.xml': field(
          '<fullName>Size__c</fullName><type>Picklist</type><valueSet><restricted>true</restricted><valueSetName>Elsewhere</valueSetName></valueSet>'
        )
      })
    ]);

    expect(schema.field('Account', 'Size__c')).toMatchObject({ restrictedPicklist: false, picklist: [] });
  });

  test('an unknown field type and an unknown standard object are errors that name the file', () => {
    const odd = project({
      'objects/Account/fields/X__c.field-meta.xml': field('<fullName>X__c</fullName><type>Hologram</type>')
    });
    const strange = project({ 'objects/Spaceship/Spaceship.object-meta.xml': box });

    expect(problemsOf(odd)).toEqual([
      expect.stringMatching(
        /X__c\.field-meta\.xml: Field Account\.X__c: the local org does not know the type Hologram\.$/
      )
    ]);
    expect(problemsOf(strange)).toEqual([expect.stringMatching(/The local org has no standard object Spaceship\.$/)]);
  });

  test('truncated metadata is a problem with its place, and the rest is loaded', () => {
    const source = project({
      'objects/Box__c/Box__c.object-meta.xml': box,
      'objects/Box__c/fields/A__c.field-meta.xml': '<CustomField><fullName>A__c</fullName><type>Te',
      'objects/Box__c/fields/B__c.field-meta.xml': field('<fullName>B__c</fullName><type>Date</type>')
    });

    const { schema, problems } = loadSchema([source]);

    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/A__c\.field-meta\.xml: No valid metadata XML: line \d+, column \d+: /)
    ]);
    expect(schema.field('Box__c', 'B__c')?.type).toBe('date');
  });

  test('a file may begin with empty lines', () => {
    const name = 'objects/Account/fields/A__c.field-meta.xml';
    const source = project({ [name]: field('<fullName>A__c</fullName><type>Date</type>') });
    writeFileSync(join(source, name), `\n\n${readFileSync(join(source, name), 'utf8')}`);

    const { schema, problems } = loadSchema([source]);

    expect([schema.field('Account', 'A__c')?.type, problems]).toEqual(['date', []]);
  });

  test.each([
    ['{ "features": ["PersonAccounts", "MultiCurrency"] }', true],
    ['{ "settings": { "currencySettings": { "enableMultiCurrency": true } } }', true],
    ['{ "features": "Communities;MultiCurrency" }', true],
    ['{ "features": ["Communities"] }', false],
    ['{ "features": ', false]
  ])('several currencies are there when the scratch definition asks for them: %s', (definition, expected) => {
    const root = project({
      'sfdx-project.json': '{}',
      'config/project-scratch-def.json': definition,
      'force-app/objects/Box__c/Box__c.object-meta.xml': box
    });

    const { schema } = loadSchema([join(root, 'force-app')]);

    expect(schema.field('Box__c', 'CurrencyIsoCode') !== undefined).toBe(expected);
    expect(schema.field('Account', 'CurrencyIsoCode') !== undefined).toBe(expected);
  });

  test('several files of one object add up: fields, record types and field sets', () => {
    const type = (name: string) => `<recordTypes><fullName>${name}</fullName><label>${name}</label></recordTypes>`;
    const text = (name: string) => `<fields><fullName>${name}</fullName><type>Text</type><length>9</length></fields>`;
    const set =
      '<fieldSets><fullName>Short</fullName><label>In short</label><displayedFields><field>Name</field></displayedFields></fieldSets>';
    const source = project({
      'src/objects/Account.object': object(`${text('A__c')}${type('One')}${set}`),
      'unpackaged/objects/Account.object': object(`<label>Firm</label>${text('B__c')}${type('One')}${type('Two')}`),
      'more/objects/Account/fields/C__c.field-meta.xml': field('<fullName>C__c</fullName><type>Date</type>')
    });

    const { schema, metadata, problems } = loadSchema([source]);

    expect(problems).toEqual([]);
    expect(['A__c', 'B__c', 'C__c'].map((name) => schema.field('Account', name)?.type)).toEqual([
      'string',
      'string',
      'date'
    ]);
    expect(schema.object('Account')).toMatchObject({
      label: 'Firm',
      recordTypes: [{ developerName: 'One' }, { developerName: 'Two' }]
    });
    expect(metadata.fieldSets('account')).toEqual([
      { name: 'Short', label: 'In short', fields: [{ field: 'Name', required: false }] }
    ]);
  });

  test('of two custom objects of one name the second adds its fields only', () => {
    const source = project({
      'a/objects/Box__c/Box__c.object-meta.xml': '<CustomObject><label>First</label></CustomObject>',
      'b/objects/Box__c/Box__c.object-meta.xml':
        '<CustomObject><label>Second</label><fields><fullName>B__c</fullName><type>Date</type></fields></CustomObject>'
    });

    const { schema } = loadSchema([source]);
    expect(schema.object('Box__c')?.label).toBe('First');
    expect(schema.field('Box__c', 'B__c')?.type).toBe('date');
    expect(problemsOf(source)).toEqual([expect.stringMatching(/There is another object of the name Box__c: /)]);
  });

  test('standard objects of all clouds are there as soon as the project names them', () => {
    const plain = loadSchema([]).schema;
    const named = loadSchema([project({ 'classes/A.cls': 'class A { WebCart c; AccountChangeEvent e; }' })]).schema;

    expect(plain.object('WebCart')).toBeUndefined();
    expect(named.object('webcart')).toMatchObject({ name: 'WebCart', keyPrefix: '0a6', pluralLabel: 'Web Carts' });
    expect(named.field('WebCart', 'TotalAmount')).toMatchObject({ type: 'currency', precision: 18, createable: false });
    expect(named.field('WebCart', 'AccountId')).toMatchObject({
      referenceTo: ['Account'],
      relationshipName: 'Account',
      childRelationshipName: 'Carts'
    });
    expect(named.field('AccountChangeEvent', 'ChangeEventHeader')?.type).toBe('anyType');
  });

  test('a class of the project hides a standard object of its name', () => {
    const source = project({ 'classes/Shipment.cls': 'class Shipment {}', 'classes/B.cls': 'class B { Shipment s; }' });

    expect(loadSchema([source]).schema.object('Shipment')).toBeUndefined();
  });

  test('custom objects have the companions that the metadata asks for or the code names', () => {
    const { schema } = loadSchema([
      project({
        'objects/Box__c/Box__c.object-meta.xml':
          '<CustomObject><label>Box</label><enableHistory>true</enableHistory></CustomObject>',
        'classes/A.cls': 'class A { Box__Feed f; Box__ChangeEvent c; }'
      })
    ]);

    expect(['Share', 'History', 'Feed', 'ChangeEvent'].map((one) => schema.object(`Box__${one}`)?.name)).toEqual([
      'Box__Share',
      'Box__History',
      'Box__Feed',
      'Box__ChangeEvent'
    ]);
    expect(schema.childRelationship('Box__c', 'Histories')).toMatchObject({ childObject: 'Box__History' });
  });

  test('activities, notes and files lead to custom objects', () => {
    const { schema } = loadSchema([
      project({
        'objects/Box__c/Box__c.object-meta.xml':
          '<CustomObject><label>Box</label><enableActivities>true</enableActivities></CustomObject>'
      })
    ]);

    expect(schema.field('Task', 'WhatId')?.referenceTo).toContain('Box__c');
    expect(schema.childRelationship('Box__c', 'Tasks')).toEqual({
      name: 'Tasks',
      childObject: 'Task',
      field: 'WhatId'
    });
    expect(schema.childRelationship('Box__c', 'ContentDocumentLinks')).toMatchObject({ field: 'LinkedEntityId' });
  });

  test('what the project says about a standard field changes its label, values and requiredness only', () => {
    const { schema } = loadSchema([
      project({
        'objects/Account/fields/Industry.field-meta.xml': field(
          '<fullName>Industry</fullName><label>Trade</label><type>Picklist</type><required>true</required>'
        ),
        'objects/Account/fields/ParentId.field-meta.xml': field('<fullName>ParentId</fullName><type>Hierarchy</type>'),
        'standardValueSets/LeadSource.standardValueSet-meta.xml':
          '<StandardValueSet><standardValue><fullName>Fair</fullName><default>true</default></standardValue></StandardValueSet>'
      })
    ]);

    expect(schema.field('Account', 'Industry')).toMatchObject({ label: 'Trade', required: true, custom: false });
    expect(schema.field('Account', 'ParentId')).toMatchObject({
      custom: false,
      childRelationshipName: 'ChildAccounts'
    });
    expect(schema.field('Contact', 'LeadSource')).toMatchObject({
      defaultValue: 'Fair',
      picklist: [{ value: 'Fair', isDefault: true }]
    });
  });
});

const problemsOf = (source: string): string[] => {
  const { problems, schema } = loadSchema([source]);
  for (const object of schema.objects()) void object.fields;
  return problems.map(({ message }) => message);
};

describe('metadata', () => {
  test('answers labels, static resources and named credentials, and lists the rest by type', () => {
    const { metadata } = loadSchema([
      project({
        'labels/CustomLabels.labels-meta.xml':
          '<CustomLabels><labels><fullName>Hello</fullName><value>Hello &amp; welcome</value></labels></CustomLabels>',
        'staticresources/data.resource-meta.xml':
          '<StaticResource><contentType>application/json</contentType></StaticResource>',
        'staticresources/data.json': '{"a":1}',
        'namedCredentials/Erp.namedCredential-meta.xml':
          '<NamedCredential><label>Erp</label><generateAuthorizationHeader>true</generateAuthorizationHeader><namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>https://erp.example</parameterValue></namedCredentialParameters><namedCredentialParameters><parameterType>Authentication</parameterType><externalCredential>ErpAuth</externalCredential></namedCredentialParameters></NamedCredential>',
        'flexipages/Home.flexipage-meta.xml': '<FlexiPage><masterLabel>Home</masterLabel></FlexiPage>'
      })
    ]);

    expect(metadata.label('HELLO')).toBe('Hello & welcome');
    expect(metadata.label('None')).toBeUndefined();
    expect(metadata.label('Site.login')).toBe('Login');
    expect(Buffer.from(metadata.staticResource('Data')?.body ?? []).toString()).toBe('{"a":1}');
    expect(metadata.namedCredential('erp')).toEqual({
      name: 'Erp',
      url: 'https://erp.example',
      externalCredential: 'ErpAuth',
      generateAuthorizationHeader: true,
      allowMergeFieldsInHeader: false,
      allowMergeFieldsInBody: false
    });
    expect(metadata.components('FlexiPage').map((c) => [c.name, c.xml])).toEqual([['Home', { masterLabel: 'Home' }]]);
  });

  test('a static resource may be a folder, which is an archive unpacked; a Markdown file is no metadata', () => {
    const { metadata } = loadSchema([
      project({
        'staticresources/site.resource-meta.xml':
          '<StaticResource><contentType>application/zip</contentType></StaticResource>',
        'staticresources/site/css/a.css': 'a {}',
        'docs/Readme.md': '# Readme'
      })
    ]);

    expect(
      Buffer.from(unzipSync(metadata.staticResource('site')?.body ?? new Uint8Array())['css/a.css'] ?? []).toString()
    ).toBe('a {}');
    expect(metadata.components('CustomMetadata')).toEqual([]);
  });
});
