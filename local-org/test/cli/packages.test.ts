import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { built, run, temporaryFolder } from '../support/cli.js';

const object = (label: string, ...fields: readonly string[]) =>
  `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>${label}</label><pluralLabel>${label}s</pluralLabel>` +
  '<nameField><type>AutoNumber</type><displayFormat>Q-{00000}</displayFormat></nameField><deploymentStatus>Deployed</deploymentStatus>' +
  `<sharingModel>ReadWrite</sharingModel>${fields.join('')}</CustomObject>`;
const field = (xml: string) => `<fields>${xml}</fields>`;
const meta =
  '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>';

const app = {
  'classes/Quotes.cls': `public class Quotes {
    public static Id make(Id account) {
      SObject quote = Schema.getGlobalDescribe().get('acme__Quote__c').newSObject();
      quote.put('acme__Account__c', account);
      insert as system quote;
      SObject line = (SObject) Type.forName('acme__QuoteLine__c').newInstance();
      line.put('acme__Quote__c', quote.Id);
      line.put('acme__Net__c', 12.5);
      insert as system line;
      return quote.Id;
    }
  }`,
  'classes/QuotesTest.cls': `@IsTest private class QuotesTest {
    @IsTest static void readsAndWrites() {
      Account account = new Account(Name = 'a');
      insert account;
      Id quote = Quotes.make(account.Id);
      String soql = 'SELECT Name, acme__Account__r.Name, acme__Total__c, (SELECT acme__Net__c FROM acme__Lines__r) FROM acme__Quote__c';
      SObject found = Database.query(soql)[0];
      Assert.areEqual('Q-00001', found.get('Name'));
      Assert.areEqual('a', found.getSObject('acme__Account__r').get('Name'));
      Assert.areEqual(12.5, found.get('acme__Total__c'));
      Assert.areEqual(1, found.getSObjects('acme__Lines__r').size());
      update new Account(Id = account.Id, acme__Rating__c = 'A');
    }
    @IsTest static void describes() {
      Schema.DescribeSObjectResult quote = Schema.getGlobalDescribe().get('ACME__QUOTE__C').getDescribe();
      Assert.areEqual('acme__Quote__c Quote__c Quote', quote.getName() + ' ' + quote.getLocalName() + ' ' + quote.getLabel());
      Schema.DescribeFieldResult net = Schema.getGlobalDescribe().get('acme__QuoteLine__c').getDescribe().fields.getMap().get('acme__net__c').getDescribe();
      Assert.areEqual('acme__Net__c Net__c', net.getName() + ' ' + net.getLocalName());
    }
  }`
};
const acme = {
  'objects/acme__Quote__c.object': object(
    'Quote',
    field(
      '<fullName>acme__Account__c</fullName><label>Account</label><referenceTo>Account</referenceTo><relationshipName>Quotes</relationshipName><type>Lookup</type>'
    ),
    field(
      '<fullName>acme__Total__c</fullName><label>Total</label><summarizedField>acme__QuoteLine__c.acme__Net__c</summarizedField><summaryForeignKey>acme__QuoteLine__c.acme__Quote__c</summaryForeignKey><summaryOperation>sum</summaryOperation><type>Summary</type>'
    )
  ),
  'objects/acme__QuoteLine__c.object': object(
    'Quote Line',
    field(
      '<fullName>acme__Quote__c</fullName><label>Quote</label><referenceTo>acme__Quote__c</referenceTo><relationshipName>Lines</relationshipName><type>MasterDetail</type>'
    ),
    field(
      '<fullName>acme__Net__c</fullName><label>Net</label><precision>18</precision><scale>2</scale><type>Currency</type>'
    )
  ),
  'objects/Account.object':
    '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">' +
    `${field('<fullName>acme__Rating__c</fullName><label>Rating</label><length>10</length><type>Text</type>')}</CustomObject>`
};

function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body);
    if (name.endsWith('.cls')) writeFileSync(join(folder, `${name}-meta.xml`), meta);
  }
  return folder;
}

beforeAll(built, 120_000);

// A package's metadata is given beside the project's: as a second source, or by the project's own file.
it('a package is a second source', async () => {
  const folder = temporaryFolder();
  const sources = [write(join(folder, 'app'), app), write(join(folder, 'acme'), acme)];

  const ended = await run(['test', ...sources.flatMap((source) => ['--source', source])], folder);

  expect(ended.out).toContain('Tests: 2, 2 passed, 0 failed, 0 unsupported');
}, 120_000);

it('a package is named by the project file', async () => {
  const folder = write(temporaryFolder(), {
    'sfdx-project.json': JSON.stringify({
      packageDirectories: [{ path: 'app' }],
      plugins: { 'local-org': { packages: ['installed/acme'] } }
    })
  });
  write(join(folder, 'app'), app);

  const missing = await run(['test'], folder);
  write(join(folder, 'installed', 'acme'), acme);
  const ended = await run(['test'], folder);

  expect(missing.err).toContain('which');
  expect(ended.out).toContain('Tests: 2, 2 passed, 0 failed, 0 unsupported');
}, 120_000);
