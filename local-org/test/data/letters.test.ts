import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from './world.js';

/** "For English locales, SOQL uses the UTF-8 values of the uppercase character to create a sort order" (SOQL reference, "ORDER BY"). */
let world: World;

beforeAll(() => {
  world = new World({}, { cleanUp: (work) => afterAll(work) });
  const cities = ['école', 'Zebra', 'École', 'eclair', 'ärger', 'ÄRGER', 'Жук', 'жук', 'Ωmega', 'ωmega', 'straße', 'ÿ'];
  world.insert('Account', ...cities.map((city, at) => ({ Name: `a${at}`, BillingCity: city })));
});

describe('letters beyond ASCII', () => {
  it('sort by their capitals', () => {
    expect(world.rows('SELECT BillingCity FROM Account ORDER BY BillingCity, Name')).toEqual([
      ...['eclair', 'straße', 'Zebra', 'ärger', 'ÄRGER', 'école', 'École', 'ÿ', 'Ωmega', 'ωmega', 'Жук', 'жук']
    ]);
  });

  it('make one group whatever their case', () => {
    const groups = world.rows('SELECT MIN(Name) n, COUNT(Id) c FROM Account GROUP BY BillingCity ORDER BY MIN(Name)');
    expect(groups).toEqual([
      ...[
        ['a0', 2],
        ['a1', 1],
        ['a10', 1],
        ['a11', 1],
        ['a3', 1],
        ['a4', 2],
        ['a6', 2],
        ['a8', 2]
      ]
    ]);
  });

  it('count once whatever their case', () => {
    expect(world.rows('SELECT COUNT_DISTINCT(BillingCity) c FROM Account')).toEqual([8]);
  });

  it('group like that in ROLLUP too', () => {
    const groups = world.rows('SELECT BillingCity, COUNT(Id) c FROM Account GROUP BY ROLLUP(BillingCity)');
    expect(groups).toHaveLength(9);
    expect(groups).toContainEqual([null, 12]);
  });
});
