// 10,000 rows found by an indexed field out of a million: SOQL, as Apex sees it, against the same SQL on the same connection.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataService } from '../dist/data/index.js';
import { ApexId } from '../dist/kernel/scalars.js';
import { createTransaction } from '../dist/runtime/transaction.js';
import { loadSchema } from '../dist/schema/load.js';

const rows = 1_000_000;
const found = 10_000;
const rounds = 15;

const field = (name, body) => [
  `fields/${name}.field-meta.xml`,
  `<CustomField><fullName>${name}</fullName><label>${name}</label>${body}</CustomField>`
];

const object = [
  [
    'Item__c.object-meta.xml',
    '<CustomObject><label>Item</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>'
  ],
  field('Lot__c', '<type>Text</type><length>20</length><externalId>true</externalId>'),
  field('Amount__c', '<type>Number</type><precision>12</precision><scale>2</scale>')
];

const fill = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows - 1})
  INSERT INTO "Item__c" ("Id", "Name", "Lot__c", "Amount__c", "IsDeleted")
  SELECT printf('a00Lo0%09dAAA', i), 'Item ' || i, 'L' || (i % ${rows / found}), i, 0 FROM n`;

const middle = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

function time(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'query-bench-'));
  const source = join(folder, 'objects', 'Item__c');
  mkdirSync(join(source, 'fields'), { recursive: true });
  for (const [name, text] of object) writeFileSync(join(source, name), `<?xml version="1.0"?>${text}`);
  const { schema, metadata } = loadSchema([folder]);
  const info = {
    id: ApexId.parse('00DLo0000000001'),
    name: 'Bench',
    baseUrl: '',
    currency: 'USD',
    multiCurrency: false,
    sandbox: true,
    namespace: ''
  };
  const data = createDataService({ schema, metadata, info, file: join(folder, 'org.db') });
  try {
    data.connection.exec(fill);
    const org = { schema, metadata, info, code: { triggers: () => [] } };
    const begin = () =>
      createTransaction({ org, user: data.runningUser(data.administratorId), data, origin: { kind: 'sync' } });
    const query = data.parse(undefined, 'SELECT Id, Name, Amount__c FROM Item__c WHERE Lot__c = :lot');
    const bySoql = (lot) => data.query(begin(), query, () => lot, { mode: 'system', sharing: false });
    const sql = 'SELECT "Id", "Name", "Amount__c" FROM "Item__c" WHERE "Lot__c" = ? AND "IsDeleted" = 0 ORDER BY rowid';
    const bySql = (lot) => data.connection.all(sql, [lot]);
    const soqlTimes = [];
    const sqlTimes = [];
    for (let i = 0; i < rounds; i++) {
      const lot = `L${i * 3}`;
      // Each lot is read once before, so that neither way pays for what is not in memory yet.
      if (bySql(lot).length !== found || bySoql(lot).length !== found) throw new Error('The query found other rows.');
      sqlTimes.push(time(() => bySql(lot)));
      soqlTimes.push(time(() => bySoql(lot)));
    }
    const [raw, own] = [middle(sqlTimes), middle(soqlTimes)];
    return [
      {
        what: '10,000 rows by an indexed field out of a million, against raw SQLite',
        value: round(own / raw),
        unit: 'times',
        bound: 3
      },
      { what: '10,000 rows by an indexed field out of a million', value: round(own), unit: 'ms' }
    ];
  } finally {
    data.close();
    rmSync(folder, { recursive: true });
  }
}

const round = (value) => Math.round(value * 100) / 100;
