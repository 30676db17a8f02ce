import { table } from './table.js';

const raw = String.raw;
const java = 'java.util.regex.Pattern';

const classes = {
  Find: `public class Find {
    public static List<String> all(String pattern, String text) {
      Matcher m = Pattern.compile(pattern).matcher(text);
      List<String> found = new List<String>();
      while (m.find()) found.add(m.group() + '@' + m.start() + '-' + m.end());
      return found;
    }
    public static List<String> groups(String pattern, String text) {
      Matcher m = Pattern.compile(pattern).matcher(text);
      List<String> found = new List<String>();
      if (m.matches()) for (Integer i = 0; i <= m.groupCount(); i++) found.add(m.group(i));
      return found;
    }
    public static Boolean looks(String pattern, String text) { return Pattern.compile(pattern).matcher(text).lookingAt(); }
  }`
};

table(
  'Pattern and Matcher',
  [
    [`Find.all('a+', 'baaac a')`, '(aaa@1-4, a@6-7)', java],
    [`Find.all('', 'ab')`, '(@0-0, @1-1, @2-2)', java],
    [`Find.groups('(\\\\w+)@(\\\\w+)\\\\.com', 'joe@acme.com')`, '(joe@acme.com, joe, acme)', java],
    [`Find.groups('(?<user>\\\\w+)(x)?', 'joe')`, '(joe, joe, null)', java],
    [`Pattern.matches('a|ab', 'ab')`, 'true', java],
    [`Pattern.matches('(?i)ABC', 'abc')`, 'true', java],
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
    [
      `Pattern.compile('a++b')`,
      'System.StringException: Invalid regex: possessive quantifiers are not supported by the local org: a++b'
    ],
    [`Pattern.matches('[', 'x')`, 'System.StringException: Invalid regex: Unclosed character class near index 1\n['],
    [`Pattern.matches('(a', 'x')`, 'System.StringException: Invalid regex: Unclosed group near index 2\n(a'],
    [
      `Pattern.matches('*a', 'x')`,
      "System.StringException: Invalid regex: Dangling meta character '*' near index 0\n*a"
    ]
  ],
  { classes }
);
