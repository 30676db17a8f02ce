import { ApexList } from '../kernel/collections.js';
import { T } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { split } from '../runtime/regex.js';
import { platformClass } from './define.js';
import { MatcherObject } from './matcher.js';
import { PatternObject } from './pattern-object.js';

type S = string | null;

export const patternClass = platformClass({
  name: 'System.Pattern',
  members: {
    'static Pattern compile(String regExp)': (_tx, source: S) => new PatternObject(required(source, 1)),
    'static Boolean matches(String regExp, String stringToMatch)': (_tx, source: S, text: S) =>
      new MatcherObject(required(source, 1), required(text, 2)).matches(),
    'static String quote(String yourString)': (_tx, text: S) =>
      `\\Q${required(text, 1).replaceAll('\\E', '\\E\\\\E\\Q')}\\E`,
    'Matcher matcher(String regExp)': (_tx, self: PatternObject, text: S) =>
      new MatcherObject(self.source, required(text, 1)),
    'String pattern()': (_tx, self: PatternObject) => self.source,
    'List<String> split(String regExp)': (_tx, self: PatternObject, text: S) =>
      new ApexList(T.String, split(required(text, 1), self.source, 0)),
    'List<String> split(String regExp, Integer limit)': (_tx, self: PatternObject, text: S, limit: number | null) =>
      new ApexList(T.String, split(required(text, 1), self.source, required(limit, 2)))
  }
});
