import { describe, expect, it } from 'vitest';
import type { ApexFile } from '../../src/code/source-files.js';
import { affectedClasses } from '../../src/testing/watch/affected.js';

const file = (name: string, text: string): ApexFile => ({
  file: `/src/${name}`,
  kind: name.endsWith('.trigger') ? 'trigger' : 'class',
  name: name.replace(/\.\w+$/, ''),
  text,
  apiVersion: 67
});
const files = [
  file('Shape.cls', 'public interface Shape { Decimal area(); }'),
  file('Square.cls', 'public class Square implements Shape { public Decimal area() { return 1; } }'),
  file('Tax.cls', 'public class Tax { public Decimal of(Decimal sum) { return sum; } }'),
  file('Notes.trigger', "trigger Notes on Note (before insert) { Type.forName('Tax'); }"),
  file('SquareTest.cls', 'class SquareTest { new Square(); }'),
  file('NotesTest.cls', 'class NotesTest { insert new Note(); }'),
  file('TaxTest.cls', 'class TaxTest { new tax(); }')
];
const touched = new Map([
  ['SquareTest', ['/src/SquareTest.cls', '/src/Square.cls']],
  ['NotesTest', ['/src/NotesTest.cls', '/src/Notes.trigger', '/src/Tax.cls']],
  ['TaxTest', ['/src/TaxTest.cls', '/src/Tax.cls']]
]);

/** The test classes among what is affected. */
const affected = (changed: string[], failed: string[] = []) => {
  const found = affectedClasses(
    changed.map((name) => `/src/${name}`),
    files,
    { touched, failed: new Set(failed) }
  );
  return found && [...found].filter((name) => name.endsWith('Test')).sort();
};

describe('what a change touches', () => {
  it.each([
    ['a test class: itself', ['SquareTest.cls'], ['SquareTest']],
    ['a class: the tests that ran it, however they came to it', ['Tax.cls'], ['NotesTest', 'TaxTest']],
    ['a trigger: the tests that ran it', ['Notes.trigger'], ['NotesTest']],
    ['an interface, which leaves no trace: the tests that ran what names it', ['Shape.cls'], ['SquareTest']],
    ['two files: the tests of both', ['Square.cls', 'Tax.cls'], ['NotesTest', 'SquareTest', 'TaxTest']],
    ['a class that nothing knows yet: no test', ['Fresh.cls'], []]
  ])('%s', (_, changed, expected) => {
    expect(affected(changed)).toEqual(expected);
  });

  it.each(['Account.object-meta.xml', 'Tax.cls-meta.xml', 'Labels.labels-meta.xml'])('%s: all tests', (name) => {
    expect(affected([name])).toBeNull();
  });

  it('is joined by the tests that failed last time', () => {
    expect(affected(['SquareTest.cls'], ['TaxTest'])).toEqual(['SquareTest', 'TaxTest']);
  });
});
