import { expect, it, vi } from 'vitest';
import { openOrg } from '../async/harness.js';

/** Apex Developer Guide, "Implementation in Apex Triggers": DML of a trigger in user mode or from a class with sharing. */
it.each([
  ['insert as user new Contact(LastName = a.Name);', true],
  ['insert as system new Contact(LastName = a.Name);', false],
  ['Saver.save(a);', true],
  ['Loose.save(a);', false]
])('a trigger fired by "%s" of another one follows sharing: %s', async (statement, expected) => {
  const save = 'public static void save(Account a) { insert as system new Contact(LastName = a.Name); }';
  const opened = await openOrg({
    'Saver.cls': `public with sharing class Saver { ${save} }`,
    'Loose.cls': `public without sharing class Loose { ${save} }`,
    'AccountTrigger.trigger': `trigger AccountTrigger on Account (before insert) { for (Account a : Trigger.new) { ${statement} } }`,
    'ContactTrigger.trigger':
      'trigger ContactTrigger on Contact (before insert) { List<Case> all = [SELECT Id FROM Case]; }'
  });
  try {
    expect(opened.org.code.compileErrors).toEqual([]);
    const queries = vi.spyOn(opened.org.data, 'query');

    await opened.run(`insert new Contact(LastName = 'first'); insert new Account(Name = 'a');`);

    const sharing = queries.mock.calls.flatMap(([, query, , access]) =>
      query.from.object === 'Case' ? [access.sharing] : []
    );
    expect(sharing).toEqual([false, expected]);
  } finally {
    opened.close();
  }
});
