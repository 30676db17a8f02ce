import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { World } from './world.js';

const type = {
  'objects/Rule__mdt/Rule__mdt.object-meta.xml':
    '<CustomObject><label>Rule</label><fields><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>20</length></fields></CustomObject>'
};
const filed = (name: string) => ({
  [`customMetadata/Rule.${name}.md-meta.xml`]: `<CustomMetadata><label>${name}</label></CustomMetadata>`
});

test('deployed records of custom metadata stay when the files of the project change', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'deployed-')), 'org.sqlite');
  const first = new World({ ...type, ...filed('Old') }, { file });
  first.data.deployRecord(first.tx, 'Rule__mdt', 'Deployed', null, new Map([['Text__c', 'kept']]));
  first.data.commit(first.tx);

  const second = new World({ ...type, ...filed('New') }, { file });

  expect(second.rows('SELECT DeveloperName, Text__c FROM Rule__mdt ORDER BY DeveloperName')).toEqual([
    ['Deployed', 'kept'],
    ['New', null]
  ]);
});
