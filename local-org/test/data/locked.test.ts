import { expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { recordLocks } from '../../src/runtime/record-locks.js';
import { id, record, World } from './world.js';

function outcome(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    if (error instanceof ApexThrow) return error.exception.message ?? '';
    throw error;
  }
}

/** A world with a locked account of a standard user, who runs; the administrator may modify all. */
function locked(profile: string): World {
  const world = new World();
  const [found] = world.query('SELECT Id FROM Profile WHERE Name = :name', { name: profile });
  const user = world.one('User', {
    LastName: 'u',
    Username: 'u@example.com',
    Email: 'u@example.com',
    Alias: 'u',
    ProfileId: id(found)
  });
  world.data.commit(world.tx);
  world.tx = world.begin(id(user));
  recordLocks(world.tx).add(id(world.one('Account', { Name: 'a' })).value);
  return world;
}

// Apex Developer Guide, "Locking Records": only administrators and who may modify all records change a locked one.
test.each([
  ['update', 'Standard User', /^Update failed.*ENTITY_IS_LOCKED, the entity is locked for editing: \[\]$/],
  ['delete', 'Standard User', /^Delete failed.*ENTITY_IS_LOCKED/],
  ['update', 'System Administrator', /^done$/],
  ['delete', 'System Administrator', /^done$/]
] as const)('%s of a locked record as %s', (operation, profile, expected) => {
  const world = locked(profile);
  const [account] = world.query('SELECT Id FROM Account');

  expect(outcome(() => world.dml(operation, record('Account', { Id: id(account) })))).toMatch(expected);
});
