import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allTests, select } from '../../src/testing/select.js';
import { shardOf } from '../../src/testing/shard.js';
import { shuffle } from '../../src/testing/shuffle.js';
import type { TestClass } from '../../src/testing/results.js';

const classNamed = (name: string, tests: number): TestClass => ({
  name,
  methods: Array.from({ length: tests }, (_, index) => `test${index}`),
  broken: null
});
const classes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name, index) => classNamed(name, index + 1));
const names = (of: readonly TestClass[]) => of.map((one) => one.name);
const projects = fc
  .array(fc.nat({ max: 30 }), { maxLength: 40 })
  .map((sizes) => sizes.map((size, index) => classNamed(`T${index}`, size)));

describe('the order of tests', () => {
  it('is the largest classes first, so that no worker is left with a large one', () => {
    expect(names(select(classes, allTests))).toEqual(['H', 'G', 'F', 'E', 'D', 'C', 'B', 'A']);
  });

  it('is the same again for the same seed, and another for another', () => {
    const order = (seed: number) => JSON.stringify(shuffle(classes, seed));

    expect(order(5)).toBe(order(5));
    expect(new Set([1, 2, 3, 4, 5].map(order)).size).toBe(5);
  });

  it('keeps every class with every method when it is shuffled', () => {
    fc.assert(
      fc.property(projects, fc.nat(), (project, seed) => {
        const sorted = (of: readonly TestClass[]) =>
          of.map((one) => `${one.name}:${[...one.methods].sort().join()}`).sort();
        expect(sorted(shuffle(project, seed))).toEqual(sorted(project));
      })
    );
  });
});

describe('shards', () => {
  it('hold each class exactly once together', () => {
    fc.assert(
      fc.property(projects, fc.integer({ min: 1, max: 9 }), (project, count) => {
        const parts = Array.from({ length: count }, (_, index) => names(shardOf(project, { index: index + 1, count })));
        expect(parts.flat().sort()).toEqual(names(project).sort());
      })
    );
  });

  it('do not depend on the order in which classes were found', () => {
    const shard = { index: 1, count: 3 };

    expect(names(shardOf([...classes].reverse(), shard)).sort()).toEqual(names(shardOf(classes, shard)).sort());
  });

  it('have about the same number of tests', () => {
    const sizes = [1, 2, 3].map((index) =>
      shardOf(classes, { index, count: 3 }).reduce((sum, one) => sum + one.methods.length, 0)
    );

    expect(sizes).toEqual([13, 12, 11]);
  });

  it('are made after the filter', () => {
    const parts = [1, 2].map((index) =>
      names(select(classes, { ...allTests, filter: 'A', shard: { index, count: 2 } }))
    );

    expect(parts.flat()).toEqual(['A']);
  });
});
