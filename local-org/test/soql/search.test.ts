import { ApexParserFactory } from '@apexdevtools/apex-parser';
import { describe, expect, test } from 'vitest';
import { buildSearch, parseSearch } from '../../src/soql/parse.js';

describe('parseSearch', () => {
  test('reads all clauses', () => {
    expect(
      parseSearch(
        "find {a OR \\} b} in name fields returning Account(Id, toLabel(Type) WHERE Name LIKE 'A%' ORDER BY Name DESC LIMIT 5 OFFSET 1), Contact with user_mode with spell_correction = false limit 7"
      )
    ).toMatchObject({
      search: { kind: 'string', value: 'a OR \\} b' },
      fields: 'name',
      returning: [
        {
          from: { object: 'Account' },
          select: [{ path: ['Id'] }, { kind: 'function', name: 'toLabel' }],
          where: { operator: 'like' },
          orderBy: [{ descending: true }],
          limit: { text: '5' },
          offset: { text: '1' }
        },
        { from: { object: 'Contact' }, select: [{ path: ['Id'] }] }
      ],
      access: 'user',
      limit: { text: '7' }
    });
  });

  test.each([
    ["FIND 'it\\'s'", "it's"],
    ["FIND 'a\\-b'", 'a\\-b'],
    ['FIND {joe}', 'joe']
  ])('%s seeks %s', (sosl, value) => {
    expect(parseSearch(sosl).search).toEqual({ kind: 'string', value });
  });

  test.each([
    ['FIND', "unexpected token: '<EOF>'"],
    ['FIND {a} IN SOME FIELDS', "unexpected token: 'SOME'"],
    ['FIND {a} RETURNING Account(Name', "unexpected token: '<EOF>'"],
    ["FIND {a} WITH DIVISION = 'x'", 'WITH DIVISION is not supported by the local org']
  ])('refuses %s', (sosl, message) => {
    expect(() => parseSearch(sosl)).toThrow(message);
  });
});

test('buildSearch numbers the bind expressions', () => {
  const seen: string[] = [];
  const text = "[FIND :word + '*' IN ALL FIELDS RETURNING Account(Name WHERE Type = :kind LIMIT 1), Contact]";
  const query = buildSearch(ApexParserFactory.createParser(text).soslLiteral(), (expression) => {
    seen.push(expression.getText());
    return `$${seen.length - 1}`;
  });

  expect(seen).toEqual(["word+'*'", 'kind']);
  expect(query.search).toEqual({ kind: 'bind', name: '$0' });
  expect(query.returning.map(({ from }) => from.object)).toEqual(['Account', 'Contact']);
});
