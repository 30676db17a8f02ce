import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataFolder } from '../../src/server/data-folder.js';

const temporary = () => mkdtempSync(join(tmpdir(), 'data-'));

describe('the data folder', () => {
  it('is new until it was filled, and then keeps its data', () => {
    const root = join(temporary(), 'deep', 'org');
    const first = openDataFolder(root, false);
    writeFileSync(first.database, '');
    first.markFilled();
    first.release();

    const second = openDataFolder(root, false);
    second.release();

    expect([first.isNew, second.isNew, existsSync(second.database)]).toEqual([true, false, true]);
  });

  it('drops what a first start left that did not end', () => {
    const root = temporary();
    writeFileSync(join(root, 'org.sqlite'), 'half');

    const folder = openDataFolder(root, false);
    folder.release();

    expect([folder.isNew, existsSync(folder.database)]).toEqual([true, false]);
  });

  it('starts over with fresh, but keeps the credentials', () => {
    const root = temporary();
    const first = openDataFolder(root, false);
    writeFileSync(first.database, '');
    writeFileSync(first.credentials, '{}');
    first.markFilled();
    first.release();

    const second = openDataFolder(root, true);
    second.release();

    expect([second.isNew, existsSync(second.database), existsSync(second.credentials)]).toEqual([true, false, true]);
  });

  it('says that its database is broken', () => {
    const root = temporary();
    writeFileSync(join(root, 'filled'), '');
    writeFileSync(join(root, 'org.sqlite'), 'this is no database at all');

    expect(() => openDataFolder(root, false)).toThrow(
      `${root}/org.sqlite is no database of a local org. Start over with --fresh, or name another folder with --data.`
    );
  });

  it('says that it is a file', () => {
    const file = join(temporary(), 'file');
    writeFileSync(file, '');

    expect(() => openDataFolder(file, false)).toThrow(`The data folder ${file} cannot be used: it is a file.`);
  });

  it('belongs to one process, and is free again when that has ended', () => {
    const root = temporary();
    writeFileSync(join(root, 'pid'), '1');
    expect(() => openDataFolder(root, false)).toThrow(/is in use by another local org \(process 1\)/);

    writeFileSync(join(root, 'pid'), '999999999');
    openDataFolder(root, false).release();

    expect(existsSync(join(root, 'pid'))).toBe(false);
  });
});
