// 1,000 contacts inserted through a trigger that queries three times a chunk, and what other DML of 1,000 rows costs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalOrg } from '../dist/org/local-org.js';

const trigger = `trigger ContactFill on Contact (before insert, after insert, before update) {
  if (Trigger.isBefore) {
    Set<Id> accountIds = new Set<Id>();
    for (Contact person : Trigger.new) accountIds.add(person.AccountId);
    Map<Id, Account> accounts = new Map<Id, Account>([SELECT Name, Phone FROM Account WHERE Id IN :accountIds]);
    Map<String, Contact> known = new Map<String, Contact>();
    Set<String> emails = new Set<String>();
    for (Contact person : Trigger.new) emails.add(person.Email);
    for (Contact other : [SELECT Email FROM Contact WHERE Email IN :emails]) known.put(other.Email, other);
    for (Contact person : Trigger.new) {
      person.Phone = accounts.get(person.AccountId)?.Phone;
      person.Description = known.containsKey(person.Email) ? 'again' : 'first';
    }
  } else {
    List<Contact> stored = [SELECT Id, Name, Account.Name FROM Contact WHERE Id IN :Trigger.newMap.keySet()];
    System.assertEquals(Trigger.new.size(), stored.size());
  }
}`;

const setUp = `List<Account> accounts = new List<Account>();
for (Integer i = 0; i < 20; i++) accounts.add(new Account(Name = 'Account ' + i, Phone = '0' + i));
insert accounts;`;

const insertRows = `List<Account> accounts = [SELECT Id FROM Account];
List<Contact> people = new List<Contact>();
for (Integer i = 0; i < 1000; i++) {
  people.add(new Contact(LastName = 'Person ' + i, Email = 'p' + i + '@example.com', AccountId = accounts[Math.mod(i, 20)].Id));
}
insert people;`;

const others = [
  [
    '1,000 rows updated',
    "List<Contact> rows = [SELECT Id FROM Contact]; for (Contact c : rows) c.Title = 'x'; update rows;"
  ],
  ['1,000 rows deleted', 'delete [SELECT Id FROM Contact];']
];

const middle = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
const seconds = (ms) => Math.round(ms) / 1000;

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'dml-bench-'));
  mkdirSync(join(folder, 'triggers'));
  writeFileSync(join(folder, 'triggers', 'ContactFill.trigger'), trigger);
  const options = {
    sources: [folder],
    database: ':memory:',
    cache: join(folder, 'cache'),
    finalizers: null,
    baseUrl: 'http://localhost',
    coverage: false
  };
  const nothing = () => undefined;
  const org = await LocalOrg.open(options, {}, { due: nothing, published: nothing, report: nothing });
  try {
    const start = { userId: org.data.administratorId, origin: { kind: 'anonymous' } };
    const exec = async (source) => {
      const block = await org.code.compileAnonymous(source);
      if (block.errors.length > 0) throw new Error(block.errors[0].message);
      const began = performance.now();
      org.run(start, (tx) => block.run(tx));
      return performance.now() - began;
    };
    await exec(setUp);
    const times = { insert: [], others: others.map(() => []) };
    const first = await exec(insertRows);
    await exec(others[1][1]);
    for (let round = 0; round < 7; round++) {
      times.insert.push(await exec(insertRows));
      for (const [i, [, source]] of others.entries()) times.others[i].push(await exec(source));
    }
    return [
      {
        what: '1,000 rows inserted through a trigger with 3 queries',
        value: seconds(middle(times.insert)),
        unit: 's',
        bound: 0.5
      },
      { what: 'the same for the first time in a process', value: seconds(first), unit: 's' },
      ...others.map(([what], i) => ({ what, value: seconds(middle(times.others[i])), unit: 's' }))
    ];
  } finally {
    org.close();
    rmSync(folder, { recursive: true });
  }
}
