import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Connection, LockTimeout } from '../../src/data/store/connection.js';
import { temporaryFolder } from '../support/cli.js';

describe('a connection that met the lock of another', () => {
  let one: Connection;
  let other: Connection;
  beforeAll(() => {
    const file = join(temporaryFolder(), 'data.db');
    [one, other] = [new Connection(file, 50), new Connection(file, 50)];
    one.exec('CREATE TABLE t (x INTEGER PRIMARY KEY)');
  });
  beforeEach(() => {
    one.run('DELETE FROM t');
    one.run('INSERT INTO t VALUES (1)');
  });
  afterAll(() => {
    one.close();
    other.close();
  });
  const seen = () => other.all('SELECT x FROM t ORDER BY x').flat();

  it.each([
    ['a change', () => other.run('UPDATE t SET x = x + 100')],
    ['a change that answers rows', () => other.all('UPDATE t SET x = x + 100 RETURNING x')],
    ['a transaction', () => other.begin()]
  ])('by %s sees what is committed afterwards, and may change it', (_, meet) => {
    expect(seen()).toEqual([1]);
    one.begin();
    one.run('INSERT INTO t VALUES (2)');
    expect(meet).toThrow(LockTimeout);
    one.commit();

    expect(seen()).toEqual([1, 2]);
    one.run('INSERT INTO t VALUES (3)');
    expect(seen()).toEqual([1, 2, 3]);
    other.begin();
    other.run('DELETE FROM t WHERE x = 1');
    other.commit();
    expect(one.all('SELECT x FROM t').flat()).toEqual([2, 3]);
  });

  it('undoes a change that was refused', () => {
    expect(() => other.run('INSERT INTO t VALUES (2), (1)')).toThrow(/UNIQUE/);

    expect(one.all('SELECT x FROM t').flat()).toEqual([1]);
    one.run('INSERT INTO t VALUES (2)');
    expect(seen()).toEqual([1, 2]);
  });
});
