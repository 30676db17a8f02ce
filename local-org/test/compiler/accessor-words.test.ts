import { expect, test } from 'vitest';
import { parseSource } from '../../src/1-parse/index.js';

/** The first message of the platform's compiler (see platform-compiler.test.ts); those behind it come of the first. */
test.each([
  ['static get; set;', "Unexpected token 'static'."],
  ['final get; set;', "Unexpected token 'final'."],
  ['transient get; set;', "Unexpected token 'transient'."],
  ['override get; set;', "Unexpected token 'override'."],
  ['with sharing get; set;', "Unexpected token 'with'."],
  ['private private get; set;', "Unexpected token 'private'."],
  ['get; private static set;', "Unexpected token 'static'."],
  ['@TestVisible get; set;', "Unexpected token '@'."]
])('nothing but a scope stands before an accessor: { %s }', (accessors, message) => {
  const { errors } = parseSource(`public class A { public Integer x { ${accessors} } }`, 'A.cls', 'class');
  expect(errors.map((error) => error.message)).toEqual([message]);
});

test.each(['get; set;', 'private get; public set;', 'protected set; get;', 'global get; set;'])(
  'a scope may stand before an accessor: { %s }',
  (accessors) => {
    const { errors } = parseSource(`public class A { public Integer x { ${accessors} } }`, 'A.cls', 'class');
    expect(errors).toEqual([]);
  }
);
