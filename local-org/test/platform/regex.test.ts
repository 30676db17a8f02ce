import { table } from './table.js';

const raw = String.raw;
const java = 'java.util.regex.Pattern';

const classes = {
  Find: `public class Find {
    public static List<String> all(String regex, String text) {
      Matcher m = Pattern.compile(regex).matcher(text);
      List<String> found = new List<String>();
      while (m.find()) found.add(m.group() + '@' + m.start() + '-' + m.end());
      return found;
    }
    public static List<String> groups(String regex, String text) {
      Matcher m = Pattern.compile(regex).matcher(text);
      List<String> found = new List<String>();
      if (m.matches()) for (Integer i = 0; i <= m.groupCount(); i++) found.add(m.group(i));
      return found;
    }
    public static Boolean looks(String regex, String text) { return Pattern.compile(regex).matcher(text).lookingAt(); }
  }`
};

table(
  'Pattern and Matcher',
  [
    [`Find.all('a+', 'baaac a')`, '(aaa@1-4, a@6-7)', java],
    [`Find.all('\\\\G\\\\d', '12a3')`, '(1@0-1, 2@1-2)', java],
    [`Find.all('(?i)\\\\Gx|b', 'XxbaXb')`, '(X@0-1, x@1-2, b@2-3, b@5-6)', java],
    [`'abaa'.replaceAll('\\\\Ga', 'x')`, 'xbaa', java],
    [`'abcdefgh'.split('(?<=\\\\G.{3})')`, '(abc, def, gh)', java],
    [`'abcdefgh'.replaceAll('\\\\G(..)(.)', '$2$1')`, 'cabfdegh', java],
    [`Find.all('', 'ab')`, '(@0-0, @1-1, @2-2)', java],
    [`Find.groups('(\\\\w+)@(\\\\w+)\\\\.com', 'joe@acme.com')`, '(joe@acme.com, joe, acme)', java],
    [`Find.groups('(?<user>\\\\w+)(x)?', 'joe')`, '(joe, joe, null)', java],
    [`Pattern.matches('a|ab', 'ab')`, 'true', java],
    [`Pattern.matches('(?i)ABC', 'abc')`, 'true', java],
    [`Find.groups('^(?i)[\\\\s]*([\\\\w]+)', 'Bad')`, '(Bad, Bad)', java],
    [`Pattern.matches('a(?i)bc', 'aBC')`, 'true', java],
    [`Pattern.matches('a(?i)bc', 'ABC')`, 'false', java],
    [`Pattern.matches('(?s).+', 'a\\nb')`, 'true', java],
    [`Pattern.matches('.+', 'a\\nb')`, 'false', java],
    [`Find.all('(?m)^b$', 'a\\nb\\nc')`, '(b@2-3)', java],
    [`Pattern.matches('\\\\Qa.b\\\\E+', 'a.bbb')`, 'true', java],
    [`Pattern.matches('[a-z&&[^bc]]+', 'adz')`, 'true', java],
    [`Pattern.matches('[a-z&&[^bc]]+', 'abz')`, 'false', java],
    [`Pattern.matches('[\\\\w-]+', 'a-b')`, 'true', java],
    [`Pattern.matches('\\\\p{Alpha}+\\\\p{Punct}', 'abc!')`, 'true', java],
    [`Pattern.matches('\\\\p{L}+', 'é')`, 'true', java],
    [`Pattern.matches('\\\\d{3}-\\\\d{4}', '555-1234')`, 'true', java],
    [`Pattern.matches('(?<=a)b', 'b')`, 'false', java],
    [`Find.all('(?<=a)b', 'ab')`, '(b@1-2)', java],
    [`Find.looks('ab', 'abc')`, 'true', java],
    [`'a1b22'.replaceAll('(?<d>\\\\d+)', '<\${d}>')`, 'a<1>b<22>', java],
    [`Pattern.quote('a.b')`, raw`\Qa.b\E`, java],
    [`Matcher.quoteReplacement('$1\\\\')`, raw`\$1\\`, java],
    [`Pattern.compile('a,b').split('xa,by')`, '(x, y)', java],
    [`Find.all('\\\\b+a', 'a ba')`, '(a@0-1)', `${java}: what matches no text may be repeated`],
    [`Pattern.matches('^*a$+', 'a')`, 'true', java],
    [`Pattern.matches('a++b', 'aaab')`, 'true', java],
    [`Pattern.matches('a++ab', 'aaab')`, 'false', `${java}: possessive quantifiers give nothing back`],
    [`Pattern.matches('a?+a', 'a')`, 'false', java],
    [`Pattern.matches('(?>a|ab)c', 'abc')`, 'false', `${java}: an atomic group takes its first choice`],
    [`Pattern.matches('(?>ab|a)c', 'abc')`, 'true', java],
    [`Find.groups('(x)(?>a+)(b)\\\\2', 'xaabb')`, '(xaabb, x, b)', java],
    [`Find.groups('(?:(a)|b)*+(c)', 'abac')`, '(abac, a, c)', java],
    [`'aab'.replaceAll('(a)a*+(b)', '$2$1')`, 'ba', java],
    [`Find.groups('(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)\\\\11', 'abcdefghijkk').size()`, '12', `${java}: back references`],
    [`Find.groups('(a)\\\\11', 'aa1').size()`, '2', `${java}: \\\\11 is group 1 and a 1 where there is no group 11`],
    [`Pattern.compile('x').matcher('y').pattern().pattern()`, 'x', 'Apex Reference Guide, "Matcher Class"'],
    [`Pattern.matches('[', 'x')`, 'System.StringException: Invalid regex: Unclosed character class near index 1\n['],
    [`Pattern.matches('(a', 'x')`, 'System.StringException: Invalid regex: Unclosed group near index 2\n(a'],
    [
      `Pattern.matches('*a', 'x')`,
      "System.StringException: Invalid regex: Dangling meta character '*' near index 0\n*a"
    ]
  ],
  { classes }
);
