import { expect, test } from 'vitest';
import { runner } from './apex-runner.js';
import { id, World } from './world.js';

test('Apex searches with literals and texts, and casts what it finds', async () => {
  const world = new World();
  const account = world.one('Account', { Name: 'Acme' });
  const run = await runner(
    world,
    `String word = 'Zz';
     List<List<SObject>> found = [FIND :word + '*' IN ALL FIELDS RETURNING Account(Id, Name WHERE Name = :'Ac' + 'me' LIMIT 1), Contact];
     List<Account> accounts = (List<Account>) found[0];
     String second = ((List<Account>) Search.query('FIND \\'Zzz*\\' RETURNING Account(Name)')[0])[0].Name;
     Object third = Search.find('FIND {Zzz} RETURNING Account(Name)').get('Account')[0].getSObject().get('Name');
     return found.size() + accounts[0].Name + second + third + Limits.getSoslQueries();`
  );
  Object.assign(world.tx, {
    test: { running: false, mocks: new Map(), seeAllData: false, fixedSearchResults: [id(account)] }
  });

  expect(run()).toBe('2AcmeAcmeAcme3');
});
