import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectXml, openOrg, type TestOrg } from './harness.js';

/** Apex Developer Guide, "Retrieving and Deploying Metadata", and the class page of Metadata.Operations. */
const md = (label: string, ...values: readonly string[]) =>
  `<CustomMetadata xmlns:xsi="x" xmlns:xsd="y"><label>${label}</label><protected>false</protected>${values
    .map((pair) => pair.split('='))
    .map(([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`)
    .join('')}</CustomMetadata>`;

const layout = `<Layout>
  <layoutSections><customLabel>true</customLabel><detailHeading>true</detailHeading><label>Main</label><style>TwoColumnsTopToBottom</style>
    <layoutColumns>
      <layoutItems><behavior>Required</behavior><field>Name</field></layoutItems>
      <layoutItems><emptySpace>true</emptySpace></layoutItems>
    </layoutColumns><layoutColumns/>
  </layoutSections>
  <relatedLists><fields>FULL_NAME</fields><fields>CONTACT.TITLE</fields><relatedList>RelatedContactList</relatedList><sortOrder>Asc</sortOrder></relatedLists>
  <showEmailCheckbox>false</showEmailCheckbox>
</Layout>`;

const rate =
  `<fields><fullName>Rate__c</fullName><label>Rate</label><type>Number</type><precision>6</precision><scale>2</scale></fields>` +
  `<fields><fullName>Active__c</fullName><label>Active</label><type>Checkbox</type><defaultValue>false</defaultValue></fields>` +
  `<fields><fullName>Parent__c</fullName><label>Parent</label><type>MetadataRelationship</type><referenceTo>Rule__mdt</referenceTo><relationshipName>Children</relationshipName></fields>`;

const heard = `public class Heard implements Metadata.DeployCallback {
  private String word;
  public Heard(String word) { this.word = word; }
  public void handleResult(Metadata.DeployResult result, Metadata.DeployCallbackContext context) {
    Metadata.DeployMessage first = result.success ? result.details.componentSuccesses[0] : result.details.componentFailures[0];
    insert new Task(
      Subject = word + ' ' + result.status + ' ' + result.numberComponentsDeployed + ' of ' + result.numberComponentsTotal,
      Description = first.fullName + ' created ' + first.created + ' ' + first.problem + ' ' + (context.getCallbackJobId() == result.id)
    );
  }
  public static Metadata.CustomMetadata rule(String name, Map<String, Object> given) {
    Metadata.CustomMetadata made = new Metadata.CustomMetadata();
    made.fullName = 'Rule.' + name;
    made.label = 'Rule ' + name;
    for (String field : given.keySet()) {
      Metadata.CustomMetadataValue value = new Metadata.CustomMetadataValue();
      value.field = field;
      value.value = given.get(field);
      made.values.add(value);
    }
    return made;
  }
  public static void deploy(String word, List<Metadata.CustomMetadata> all) {
    Metadata.DeployContainer container = new Metadata.DeployContainer();
    for (Metadata.CustomMetadata one : all) container.addMetadata(one);
    System.assertEquals('0Af', String.valueOf(Metadata.Operations.enqueueDeployment(container, word == null ? null : new Heard(word))).left(3));
  }
}`;

let org: TestOrg;

beforeAll(async () => {
  org = await openOrg({
    'Heard.cls': heard,
    'objects/Rule__mdt/Rule__mdt.object-meta.xml': objectXml(
      '<label>Rule</label><pluralLabel>Rules</pluralLabel>' + rate,
      'Text__c'
    ),
    'customMetadata/Rule.First.md-meta.xml': md('The first', 'Text__c=one', 'Rate__c=1.5', 'Active__c=true'),
    'customMetadata/Rule.Second.md-meta.xml': md('The second', 'Parent__c=First'),
    'layouts/Account-Sales %28new%29.layout-meta.xml': layout
  });
}, 60_000);
afterAll(() => org.close());

describe('Metadata.Operations.retrieve', () => {
  it.each([
    [
      'records, those that there are',
      `String.join(new List<String>{ String.valueOf(Metadata.Operations.retrieve(Metadata.MetadataType.CustomMetadata, new List<String>{ 'Rule.First', 'Rule__mdt.Second', 'Rule.None', 'Nothing.First' }).size()) }, '')`,
      '2'
    ],
    [
      'a record with its label',
      `((Metadata.CustomMetadata) Metadata.Operations.retrieve(Metadata.MetadataType.CustomMetadata, new List<String>{ 'Rule.First' })[0]).label`,
      'The first'
    ]
  ])('%s', async (_, expression, expected) => {
    expect(await org.rows(expression)).toBe(expected);
  });

  const seen = async (lines: string): Promise<string> => {
    await org.run(`${lines} insert new Task(Subject = 'seen', Description = seen);`);
    const text = await org.rows(`[SELECT Description FROM Task WHERE Subject = 'seen'].Description`);
    await org.run(`delete [SELECT Id FROM Task WHERE Subject = 'seen'];`);
    return text;
  };

  it('gives the values of a record in the types of their fields', async () => {
    const values = await seen(`String seen = '';
      for (Metadata.Metadata each : Metadata.Operations.retrieve(Metadata.MetadataType.CustomMetadata, new List<String>{ 'Rule.First', 'Rule.Second' }))
        for (Metadata.CustomMetadataValue one : ((Metadata.CustomMetadata) each).values) seen += one.field + '=' + one.value + (one.value instanceof Decimal ? 'd' : '') + ';';`);
    expect(values.split(';').sort()).toEqual([
      ...['', 'Active__c=false', 'Active__c=true', 'Parent__c=First', 'Parent__c=null'],
      ...['Rate__c=1.50d', 'Rate__c=null', 'Text__c=null', 'Text__c=one']
    ]);
  });

  it('gives a page layout with its sections, items and related lists', async () => {
    const parts =
      await seen(`Metadata.Layout sales = (Metadata.Layout) Metadata.Operations.retrieve(Metadata.MetadataType.Layout, new List<String>{ 'Account-Sales %28new%29' })[0];
      Metadata.LayoutSection section = sales.layoutSections[0];
      Metadata.LayoutItem item = section.layoutColumns[0].layoutItems[0];
      String seen = String.join(new List<Object>{
        sales.fullName, section.label, section.style, section.customLabel, item.field, item.behavior == Metadata.UiBehavior.Required,
        section.layoutColumns[0].layoutItems[1].emptySpace, sales.relatedLists[0].fields, sales.relatedLists[0].sortOrder, sales.showEmailCheckbox, sales.customButtons.size()
      }, ' ');`);
    expect(parts).toBe(
      'Account-Sales (new) Main TwoColumnsTopToBottom true Name true true (FULL_NAME, CONTACT.TITLE) Asc_x false 0'
    );
  });
});

describe('Metadata.Operations.enqueueDeployment', () => {
  const told = (word: string) =>
    org.rows(
      `[SELECT Subject, Description FROM Task WHERE Subject LIKE '${word}%'][0].Subject + ' / ' + [SELECT Description FROM Task WHERE Subject LIKE '${word}%'].Description`
    );

  it('makes and changes records when the transaction has ended, and tells the callback', async () => {
    await org.run(`Heard.deploy('made', new List<Metadata.CustomMetadata>{
      Heard.rule('Third', new Map<String, Object>{ 'Text__c' => 'three', 'Rate__c' => 3.25, 'Active__c' => true, 'Parent__c' => 'First' }),
      Heard.rule('First', new Map<String, Object>{ 'Text__c' => 'changed' })
    });
    System.assertEquals(2, [SELECT COUNT() FROM Rule__mdt]);`);
    org.settle();

    expect(await told('made')).toBe('made Succeeded 2 of 2 / Rule.Third created true null true');
    expect(
      await org.rows(
        `[SELECT MasterLabel, Text__c, Rate__c, Active__c, Parent__r.DeveloperName FROM Rule__mdt WHERE DeveloperName = 'Third'].Parent__r.DeveloperName + ' ' + Rule__mdt.getInstance('Third').Rate__c + ' ' + Rule__mdt.getInstance('Third').MasterLabel + ' ' + Rule__mdt.getInstance('First').Text__c + ' ' + Rule__mdt.getInstance('First').Rate__c`
      )
    ).toBe('First 3.25 Rule Third changed 1.50');
  });

  it('deploys nothing when one record cannot be', async () => {
    await org.run(`Heard.deploy('refused', new List<Metadata.CustomMetadata>{
      Heard.rule('Fourth', new Map<String, Object>{ 'Text__c' => 'four' }),
      Heard.rule('Fifth', new Map<String, Object>{ 'Nothing__c' => 1 })
    });`);
    org.settle();

    expect(await told('refused')).toBe(
      'refused Failed 0 of 2 / Rule.Fifth created false There is no field Nothing__c on Rule__mdt. true'
    );
    expect(await org.rows(`[SELECT COUNT() FROM Rule__mdt WHERE DeveloperName = 'Fourth']`)).toBe('0');
  });

  it('needs no callback', async () => {
    await org.run(
      `Heard.deploy(null, new List<Metadata.CustomMetadata>{ Heard.rule('Quiet', new Map<String, Object>()) });`
    );
    org.settle();

    expect(org.reports).toEqual([]);
    expect(await org.rows(`Rule__mdt.getInstance('Quiet').MasterLabel`)).toBe('Rule Quiet');
  });
});
