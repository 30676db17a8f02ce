import { ApexParserFactory } from '@apexdevtools/apex-parser';
import { describe, expect, test } from 'vitest';
import { buildQuery, parseQuery } from '../../src/soql/parse.js';

describe('parseQuery', () => {
  test('reads fields, functions, child queries, TYPEOF and FIELDS', () => {
    expect(
      parseQuery(
        'SELECT Name, COUNT(Id) n, (SELECT Id FROM Contacts LIMIT 1), TYPEOF What WHEN Account THEN Name, Phone ELSE Id END, FIELDS(ALL) FROM Account a'
      ).select
    ).toEqual([
      { kind: 'field', path: ['Name'] },
      { kind: 'function', name: 'COUNT', args: [{ kind: 'field', path: ['Id'] }], alias: 'n' },
      {
        kind: 'subquery',
        query: {
          select: [{ kind: 'field', path: ['Id'] }],
          from: { object: 'Contacts', aliases: [] },
          orderBy: [],
          limit: { kind: 'number', text: '1' },
          allRows: false,
          forUpdate: false
        }
      },
      {
        kind: 'typeof',
        path: ['What'],
        whens: [{ object: 'Account', fields: [['Name'], ['Phone']] }],
        otherwise: [['Id']]
      },
      { kind: 'fields', set: 'all' }
    ]);
  });

  test('reads all clauses in their order', () => {
    const query = parseQuery(
      "select Type, count(Id) from Order o where Status = 'Draft' with user_mode group by rollup(Type) having count(Id) > 1 " +
        'order by Type desc nulls last, count(Id) limit :n offset 5 all rows'
    );
    expect(query).toMatchObject({
      from: { object: 'Order', alias: 'o' },
      access: 'user',
      groupBy: { mode: 'rollup', operands: [{ kind: 'field', path: ['Type'] }] },
      having: { operator: '>' },
      orderBy: [{ descending: true, nulls: 'last' }, { descending: false }],
      limit: { kind: 'bind', name: 'n' },
      offset: { kind: 'number', text: '5' },
      allRows: true
    });
  });

  test('binds aliases of parent paths', () => {
    expect(parseQuery('SELECT c.Id FROM Contact c, c.Account a').from).toEqual({
      object: 'Contact',
      alias: 'c',
      aliases: [{ path: ['c', 'Account'], alias: 'a' }]
    });
  });

  test.each([
    ["'it\\'s'", { kind: 'string', value: "it's" }],
    ["'a\\n\\u0041'", { kind: 'string', value: 'a\nA' }],
    ['-1.50', { kind: 'number', text: '-1.50' }],
    ['2026-01-05', { kind: 'date', text: '2026-01-05' }],
    ['2026-01-05T10:00:00Z', { kind: 'datetime', text: '2026-01-05T10:00:00Z' }],
    ['2026-01-05T10:00:00.000+02:00', { kind: 'datetime', text: '2026-01-05T10:00:00.000+02:00' }],
    ['LAST_N_DAYS:30', { kind: 'dateLiteral', name: 'LAST_N_DAYS', n: 30 }],
    ['n_weeks_ago:2', { kind: 'dateLiteral', name: 'N_WEEKS_AGO', n: 2 }],
    ['today', { kind: 'dateLiteral', name: 'TODAY' }],
    ['USD5000', { kind: 'currency', code: 'USD', text: '5000' }],
    ['null', { kind: 'null' }],
    ['TRUE', { kind: 'boolean', value: true }],
    [':x', { kind: 'bind', name: 'x' }]
  ])('reads the value %s', (text, value) => {
    expect(parseQuery(`SELECT Id FROM A WHERE B = ${text}`).where).toEqual({
      kind: 'compare',
      left: { kind: 'field', path: ['B'] },
      operator: '=',
      right: { kind: 'value', value }
    });
  });

  test('keeps the escapes of a LIKE pattern', () => {
    expect(parseQuery("SELECT Id FROM A WHERE B LIKE '50\\%\\\\%'").where).toMatchObject({
      right: { value: { value: '50\\%\\\\%' } }
    });
  });

  /** What the platform's own compiler accepts and refuses; texts as Database.query gives them. */
  test.each([
    ['SELECT Id FROM', "unexpected token: '<EOF>'"],
    ['SELECT * FROM A', "unexpected token: '*'"],
    ['SELECT Id, FROM A', "unexpected token: 'FROM'"],
    ["SELECT Id FROM A WHERE B = 'x", "line 1:29 mismatched character '<EOF>' expecting '''"],
    ['SELECT Id FROM A WHERE B = x', "unexpected token: 'x'"],
    ['SELECT Id FROM A WHERE B IN {x}', "expecting a colon, found '{'"],
    ["SELECT Id FROM A WHERE B = ('x')", "unexpected token: '('"],
    ["SELECT Id FROM A WHERE B LIKE ('x')", "unexpected token: '('"],
    ["SELECT Id FROM A WHERE B NOT LIKE 'x'", "unexpected token: 'NOT'"],
    ["SELECT Id FROM A WHERE NOT B = 'x' AND C = 1", "unexpected token: 'AND'"],
    ["SELECT Id FROM A WHERE B = 'x' AND NOT C = 1", "unexpected token: 'NOT'"],
    ["SELECT Id FROM A WHERE B = :f('x')", 'Only variable references are allowed in dynamic SOQL/SOSL.'],
    ["SELECT Id FROM A WHERE B = :'x'", 'Only variable references are allowed in dynamic SOQL/SOSL.'],
    ['SELECT Id FROM A WHERE B IN (SELECT C FROM D LIMIT 1)', "unexpected token: 'LIMIT'"],
    ['SELECT Id FROM A WHERE B = 2020-13-41', "unexpected token: '2020-13-41'"],
    ['SELECT Id FROM A HAVING COUNT(Id) > 1', "unexpected token: 'HAVING'"],
    ['SELECT Id FROM A LIMIT 1.5', "unexpected token: '1.5'"],
    ['SELECT Id FROM A LIMIT 1 ORDER BY B', "unexpected token: 'ORDER'"],
    ['SELECT Id FROM A FOR UPDATE ALL ROWS', "unexpected token: 'ALL'"],
    ['SELECT Id, (SELECT Id FROM Bs ALL ROWS) FROM A', "unexpected token: 'ALL'"],
    ['SELECT COUNT() n FROM A', "unexpected token: 'n'"],
    ["SELECT Id FROM A WHERE B = 'x' AND C = 1 OR D = 2", "unexpected token: 'OR'"],
    ['SELECT Id FROM A WHERE B # 1', "line 1:25 no viable alternative at character '#'"],
    ['SELECT Id FROM A LIMIT 1 x', "unexpected token: 'x'"]
  ])('refuses %s', (text, message) => {
    expect(() => parseQuery(text)).toThrow(message);
  });
});

describe('buildQuery', () => {
  const build = (soql: string) => {
    const seen: string[] = [];
    const literal = ApexParserFactory.createParser(`[${soql}]`).soqlLiteral();
    const query = buildQuery(literal.query(), (expression) => {
      seen.push(expression.getText());
      return `$${seen.length - 1}`;
    });
    return { query, seen };
  };

  test('numbers the bind expressions and leaves the rest to the text parser', () => {
    const { query, seen } = build(
      "SELECT Id, /* 😀 */ (SELECT Id FROM Contacts WHERE Email IN :mails.get('a')) FROM Account WHERE Name = :f(1, 'x') AND Type = ':no' LIMIT :n + 1"
    );

    expect(seen).toEqual(["mails.get('a')", "f(1,'x')", 'n+1']);
    expect(query.limit).toEqual({ kind: 'bind', name: '$2' });
    expect(query.where).toMatchObject({
      items: [{ right: { value: { kind: 'bind', name: '$1' } } }, { right: { value: { value: ':no' } } }]
    });
  });

  test('does not see the binds of a query inside a bind expression', () => {
    const { query, seen } = build(
      'SELECT Id FROM Contact WHERE AccountId IN :new Map<Id, Account>([SELECT Id FROM Account WHERE Name = :x]).keySet()'
    );

    expect(seen).toHaveLength(1);
    expect(query.where).toMatchObject({ right: { value: { name: '$0' } } });
  });
});
