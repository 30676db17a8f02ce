import { describe, expect, test } from 'vitest';
import { matchesSearch, parseSearchText, wordsOf } from '../../src/soql/search-text.js';

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm */
describe('a search text finds', () => {
  test.each<[text: string, record: string[], found: boolean]>([
    ['joe', ['Joe Smith'], true],
    ['JOE', ['joe'], true],
    ['jo', ['Joe'], false],
    ['oe', ['Joe'], false],
    ['joe smith', ['Smith, Joe'], true],
    ['joe smith', ['Joe', 'Smith'], true],
    ['joe smith', ['Joe'], false],
    ['"joe smith"', ['Mr. Joe Smith'], true],
    ['"joe smith"', ['Smith Joe'], false],
    ['"joe smith"', ['Joe', 'Smith'], false],
    ['jo*', ['Joe'], true],
    ['j*e', ['Joe'], true],
    ['jo?', ['Joe'], true],
    ['jo?', ['Josh'], false],
    ['sm?th', ['Smyth'], true],
    ['"joe sm*"', ['Joe Smith'], true],
    ['joe OR ann', ['Ann'], true],
    ['joe or ann', ['Bob'], false],
    ['joe AND ann', ['Ann'], false],
    ['joe AND ann', ['Ann', 'Joe'], true],
    ['joe AND NOT ann', ['Joe'], true],
    ['joe AND NOT ann', ['Joe Ann'], false],
    ['ann OR joe AND smith', ['Ann'], true],
    ['(ann OR joe) AND smith', ['Ann'], false],
    ['(ann OR joe) AND smith', ['Ann Smith'], true],
    ['"and" OR "or"', ['this or that'], true],
    ['john.smith@x.com', ['write to john.smith@x.com'], true],
    ['a\\*b*', ['a b'], true],
    ['élan', ['ÉLAN vital'], true]
  ])('%s in %j: %s', (text, record, found) => {
    expect(matchesSearch(parseSearchText(text), record.map(wordsOf))).toBe(found);
  });

  test.each(['', 'a', 'a*', '*', '""'])('nothing for %j: it is too short', (text) => {
    expect(() => parseSearchText(text)).toThrow(`search term must be longer than one character: ${text}`);
  });
});
