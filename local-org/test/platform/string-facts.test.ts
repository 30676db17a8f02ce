import { table } from './table.js';

const page = 'Apex Reference Guide, "String Class"';
const lang = 'org.apache.commons.lang.StringUtils';
const java = 'java.lang.String';
const org = 'seen on an org';
const raw = String.raw;
const strings = (...items: string[]) => `new List<String>{${items.map((item) => `'${item}'`).join(', ')}}`;

table('String: abbreviate, center, pad', [
  ["'abcdefghijklmno'.abbreviate(6)", 'abc...', lang],
  ["'abcdefg'.abbreviate(7)", 'abcdefg', lang],
  ["'abcdefg'.abbreviate(4)", 'a...', lang],
  ["'abcdefghijklmno'.abbreviate(10, 0)", 'abcdefg...', lang],
  ["'abcdefghijklmno'.abbreviate(10, 4)", 'abcdefg...', lang],
  ["'abcdefghijklmno'.abbreviate(10, 5)", '...fghi...', lang],
  ["'abcdefghijklmno'.abbreviate(10, 8)", '...ijklmno', lang],
  ["'abcdefghijklmno'.abbreviate(10, 99)", '...ijklmno', lang],
  ["'abcdefghij'.abbreviate(6, 5)", 'System.StringException: Minimum abbreviation width with offset is 7', lang],
  ["'ab'.center(4)", ' ab ', lang],
  ["'abcd'.center(2)", 'abcd', lang],
  ["'a'.center(4)", ' a  ', lang],
  ["'a'.center(4, 'yz')", 'yayz', lang],
  ["'abc'.center(7, '')", '  abc  ', org],
  ["'ab'.center(-1)", 'ab', lang],
  ["'bat'.leftPad(5, 'yz')", 'yzbat', lang],
  ["'bat'.leftPad(8, 'yz')", 'yzyzybat', lang],
  ["'bat'.leftPad(1, 'yz')", 'bat', lang],
  ["'bat'.leftPad(5, '')", '  bat', org],
  ["'bat'.leftPad(5, null)", 'System.NullPointerException: Argument cannot be null.', org],
  ["'bat'.rightPad(8, 'yz')", 'batyzyzy', lang],
  ["'bat'.rightPad(5)", 'bat  ', lang],
  ["'bat'.rightPad(-1)", 'bat', lang]
]);

table('String: case and trimming', [
  ["''.capitalize()", '', lang],
  ["'cAt'.capitalize()", 'CAt', lang],
  ["'CAT'.uncapitalize()", 'cAT', lang],
  ["'The dog has a BONE'.swapCase()", 'tHE DOG HAS A bone', lang],
  ["'straße'.toUpperCase()", 'STRASSE', `${java}.toUpperCase`],
  ["'TITLE'.toLowerCase('tr')", 'tıtle', `${java}.toLowerCase(Locale): no dot in Turkish`],
  [raw`' \t abc \n'.trim()`, 'abc', `${java}.trim`],
  [raw`'   ab  c\td '.normalizeSpace()`, 'ab c d', page],
  [raw`'ab  c\td'.deleteWhitespace()`, 'abcd', lang],
  ["'<p>a<br/>b</p>'.stripHtmlTags()", 'ab', page],
  ["'bat'.reverse()", 'tab', lang],
  ["'a😀b'.reverse()", 'b😀a', 'java.lang.StringBuilder.reverse keeps surrogate pairs']
]);

table('String: difference and distance', [
  ["'abc'.difference('')", '', lang],
  ["''.difference('abc')", 'abc', lang],
  ["'abc'.difference('abc')", '', lang],
  ["'abcde'.difference('abxyz')", 'xyz', lang],
  ["'i am a machine'.indexOfDifference('i am a robot')", '7', lang],
  ["'abc'.indexOfDifference('abc')", '-1', lang],
  ["'abc'.indexOfDifference('')", '0', lang],
  ["'frog'.getLevenshteinDistance('fog')", '1', lang],
  ["'fly'.getLevenshteinDistance('ant')", '3', lang],
  ["'elephant'.getLevenshteinDistance('hippo')", '7', lang],
  ["'hippo'.getLevenshteinDistance('zzzzzzzz')", '8', lang],
  ["'hello'.getLevenshteinDistance('hallo')", '1', lang],
  ["'elephant'.getLevenshteinDistance('hippo', 7)", '7', lang],
  ["'elephant'.getLevenshteinDistance('hippo', 6)", '-1', lang],
  [`String.getCommonPrefix(${strings('i am a machine', 'i am a robot')})`, 'i am a ', lang],
  [`String.getCommonPrefix(${strings('abc', '')})`, '', lang],
  [`String.getCommonPrefix(${strings('abc')})`, 'abc', lang],
  ['String.getCommonPrefix(new List<String>())', '', lang]
]);

table('String: what it holds', [
  ["'abc'.containsAny('')", 'false', lang],
  ["'zzabyycdxx'.containsAny('za')", 'true', lang],
  ["'aba'.containsAny('z')", 'false', lang],
  ["'abab'.containsNone('xyz')", 'true', lang],
  ["'abz'.containsNone('xyz')", 'false', lang],
  ["'ab'.containsOnly('')", 'false', lang],
  ["''.containsOnly('')", 'true', lang],
  ["'abz'.containsOnly('abc')", 'false', lang],
  ["'abc'.containsWhitespace()", 'false', page],
  ["'abba'.countMatches('a')", '2', lang],
  ["'abba'.countMatches('')", '0', lang],
  ["'abba'.countMatches('xxx')", '0', lang],
  ["'Abc'.isAllUpperCase()", 'false', lang],
  ["'aB C'.isAllUpperCase()", 'false', lang],
  ["'ab2c'.isAlpha()", 'false', lang],
  ["''.isAlpha()", 'false', `${lang} 2`],
  ["'日本'.isAlpha()", 'true', lang],
  ["'ab c'.isAlphaSpace()", 'true', lang],
  ["''.isAlphaSpace()", 'true', lang],
  ["'ab-c'.isAlphanumeric()", 'false', lang],
  ["'ab2 c'.isAlphanumericSpace()", 'true', lang],
  ["'Ceki'.isAsciiPrintable()", 'true', lang],
  ["'é'.isAsciiPrintable()", 'false', lang],
  ["'12-3'.isNumeric()", 'false', lang],
  ["'१२'.isNumeric()", 'true', `${lang}: digits of any script`],
  ["'-1'.isNumeric()", 'false', lang],
  ["'12 3'.isNumericSpace()", 'true', lang],
  ["'ab'.isWhitespace()", 'false', lang],
  ['String.isEmpty(null)', 'true', page],
  ["String.isBlank('\\n\\t')", 'true', page],
  ['String.isNotEmpty(null)', 'false', page],
  ["'a'.equals('a')", 'true', page],
  ["'a'.equals(null)", 'false', page],
  ["'a'.equalsIgnoreCase(null)", 'false', page],
  ["'Ä'.equalsIgnoreCase('ä')", 'true', page]
]);

table('String: finding', [
  ["'aabaabaa'.indexOf('a', 9)", '-1', java],
  ["'aabaabaa'.indexOf('', 2)", '2', java],
  ["'aabaabaa'.indexOf('b', -1)", '2', java],
  ["'zzabyycdxx'.indexOfAny('za')", '0', lang],
  ["'zzabyycdxx'.indexOfAny('by')", '3', lang],
  ["'aba'.indexOfAny('z')", '-1', lang],
  ["'zzabyycdxx'.indexOfAnyBut('za')", '3', lang],
  ["'aba'.indexOfAnyBut('ab')", '-1', lang],
  ["'aabaabaa'.indexOfIgnoreCase('B', 3)", '5', lang],
  ["'aabaabaa'.indexOfIgnoreCase('B', 9)", '-1', lang],
  ["'aabaabaa'.lastIndexOf('b')", '5', java],
  ["'aabaabaa'.lastIndexOf('b', 4)", '2', java],
  ["'aabaabaa'.lastIndexOf('b', -1)", '-1', java],
  ["'aabaabaa'.lastIndexOf('')", '8', java],
  ["'aabaabaa'.lastIndexOfIgnoreCase('AB')", '4', lang],
  ["'a😀b'.indexOfChar(98)", '3', org],
  ["'a😀B'.indexOfIgnoreCase('b')", '3', org],
  ["'abc'.indexOf(null)", 'System.NullPointerException: Argument cannot be null.', org],
  ["'abc'.startsWith('')", 'true', java],
  ["'abc'.endsWith('')", 'true', java],
  ["'ABCDEF'.startsWithIgnoreCase('abc')", 'true', lang],
  ["'ABCDEF'.endsWithIgnoreCase('cde')", 'false', lang]
]);

table('String: parts', [
  ["'abc'.left(-1)", '', lang],
  ["'abc'.left(0)", '', lang],
  ["'abc'.left(4)", 'abc', lang],
  ["'abc'.right(2)", 'bc', lang],
  ["'abc'.right(4)", 'abc', lang],
  ["'abc'.mid(2, 2)", 'c', lang],
  ["'abc'.mid(4, 2)", '', lang],
  ["'abc'.mid(-2, 2)", 'ab', lang],
  ["'abc'.mid(0, -1)", '', lang],
  ["'abc'.substring(3)", '', java],
  ["'abc'.substring(0, 0)", '', java],
  ["'abc'.substring(-1)", 'System.StringException: Starting position out of bounds: -1'],
  ["'abc'.substring(2, 1)", 'System.StringException: Ending position out of bounds: 1'],
  ["'abc'.substringAfter('a')", 'bc', lang],
  ["'abcba'.substringAfter('b')", 'cba', lang],
  ["'abc'.substringAfter('d')", '', lang],
  ["'abc'.substringAfter('')", 'abc', lang],
  ["'abcba'.substringAfterLast('b')", 'a', lang],
  ["'a'.substringAfterLast('a')", '', lang],
  ["'abcba'.substringBefore('b')", 'a', lang],
  ["'abc'.substringBefore('d')", 'abc', lang],
  ["'abc'.substringBefore('')", '', lang],
  ["'abcba'.substringBeforeLast('b')", 'abc', lang],
  ["'a'.substringBeforeLast('z')", 'a', lang],
  ["'wx[b]yz'.substringBetween('[', ']')", 'b', lang],
  ["'yabczyabcz'.substringBetween('y', 'z')", 'abc', lang],
  ["'tagabc'.substringBetween('tag')", 'null', lang],
  ["''.substringBetween('')", '', lang],
  ["'abc'.getChars()", '(97, 98, 99)', page],
  ["'😀'.codePointAt(0)", '128512', java],
  ["'😀'.codePointAt(1)", '56832', java],
  ["'a😀'.codePointBefore(3)", '128512', java],
  ["'a😀b'.codePointCount(0, 4)", '3', java],
  ["'a😀b'.offsetByCodePoints(0, 2)", '3', java]
]);

table('String: split and join', [
  ["'a,b,,c,,'.split(',')", '(a, b, , c)', `${java}.split: empty parts at the end go`],
  ["'a,b,,c,,'.split(',', -1).size()", '6', `${java}.split`],
  ["',a'.split(',').size()", '2', `${java}.split`],
  ["'abc'.split('x')", '(abc)', `${java}.split`],
  ["'a1b22c'.split('\\\\d+')", '(a, b, c)', `${java}.split`],
  ["'a1b22c'.split('(?<=\\\\d)')", '(a1, b2, 2, c)', `${java}.split`],
  ["'a|b'.split('|')", '(a, |, b)', `${java}.split: an empty alternative`],
  ["'a|b'.split('\\\\|')", '(a, b)', `${java}.split`],
  ["'abc'.split('', 2)", '(a, bc)', `${java}.split`],
  ["'  a  b'.split('\\\\s+').size()", '3', `${java}.split: an empty first part`],
  ["','.split(',').size()", '0', `${java}.split`],
  ["''.split(',').size()", '1', `${java}.split`],
  ["'ab\\ncd'.split('\\n')", '(ab, cd)', `${java}.split`],
  ["'ab de fg'.splitByCharacterType()", '(ab,  , de,  , fg)', lang],
  ["'ab   de fg'.splitByCharacterType().size()", '5', lang],
  ["'number5'.splitByCharacterType()", '(number, 5)', lang],
  ["'fooBar'.splitByCharacterType()", '(foo, B, ar)', lang],
  ["'fooBar'.splitByCharacterTypeCamelCase()", '(foo, Bar)', lang],
  ["'foo200Bar'.splitByCharacterTypeCamelCase()", '(foo, 200, Bar)', lang],
  [`String.join(${strings('a', 'b', 'c')}, '')`, 'abc', page],
  ["String.join(new List<String>(), ',')", '', page],
  ["String.join(new List<Object>{1, true, 'x'}, ';')", '1;true;x', page],
  ["String.join(new Set<Integer>{3, 1}, ',')", '3,1', page],
  ["String.join((List<String>) null, ',')", 'System.NullPointerException: Argument cannot be null.', org]
]);

table('String: replacing', [
  ["'aba'.replace('a', '')", 'b', java],
  ["'a.b.c'.replace('.', '-')", 'a-b-c', `${java}.replace takes no expression`],
  ["'abc'.replace('', '-')", '-a-b-c-', `${java}.replace`],
  ["'a.b.c'.replaceAll('.', '-')", '-----', `${java}.replaceAll takes an expression`],
  ["'a.b.c'.replaceFirst('\\\\.', '-')", 'a-b.c', java],
  ["'abc'.replaceAll('(b)', '[$1]')", 'a[b]c', java],
  ["'abc'.replaceAll('b', '\\\\$')", 'a$c', java],
  ["'abc'.replaceAll('x*', '-')", '-a-b-c-', java],
  ["'Hello'.replaceAll('(?i)h', 'J')", 'Jello', java],
  ["'abc'.replaceAll('(?<mid>b)', '${mid}${mid}')", 'abbc', java],
  ["'abc'.replaceAll('b', '$1')", 'System.StringException: No group 1', java],
  ["'queued'.remove('ue')", 'qd', lang],
  ["'www.domain.com'.removeStart('www.')", 'domain.com', lang],
  ["'www.domain.com'.removeStart('domain')", 'www.domain.com', lang],
  ["'www.domain.com'.removeEnd('.com')", 'www.domain', lang],
  ["'www.domain.COM'.removeEndIgnoreCase('.com')", 'www.domain', lang],
  ["'WWW.domain.com'.removeStartIgnoreCase('www.')", 'domain.com', lang],
  ["'ab'.repeat(0)", '', lang],
  ["'ab'.repeat(-2)", '', lang],
  ["'ab'.repeat(', ', 3)", 'ab, ab, ab', lang],
  ["'a'.repeat(6000001)", 'System.LimitException: String is too long.', org]
]);

const format = 'java.text.MessageFormat';
table('String.format', [
  ["String.format('{0} {1} {0}', new List<Object>{'a', 'b'})", 'a b a', format],
  ["String.format('{1}', new List<Object>{'a'})", '{1}', format],
  [raw`String.format('\'{0}\'', new List<Object>{'a'})`, '{0}', format],
  [raw`String.format('\'\'{0}\'\'', new List<Object>{'a'})`, "'a'", format],
  [raw`String.format('don\'t {0}', new List<Object>{'a'})`, 'dont {0}', format],
  ["String.format('{0}', new List<Object>{null})", 'null', format],
  ["String.format('{0}', new List<Object>{1234567})", '1234567', `${page}: arguments become texts first`],
  ["String.format('{0}', new List<Object>{Date.newInstance(2026, 1, 5)})", '2026-01-05 00:00:00', page],
  [
    "String.format('{0,number}', new List<Object>{5})",
    'System.StringException: Cannot format given Object as a Number',
    org
  ],
  ["String.format('none', new List<Object>())", 'none', format],
  ["String.format('{0', new List<Object>{'a'})", 'System.StringException: Unmatched braces in the pattern.', format],
  ["String.format('{a}', new List<Object>{'a'})", "System.StringException: can't parse argument number: a", format],
  ['String.format(null, new List<Object>())', 'System.NullPointerException: Argument cannot be null.', org]
]);

const escape = 'org.apache.commons.lang.StringEscapeUtils';
table('String: escapes', [
  ["'a,b'.escapeCsv()", '"a,b"', escape],
  ["'plain'.escapeCsv()", 'plain', escape],
  [`'say "x"'.escapeCsv()`, '"say ""x"""', escape],
  [`'"a,b"'.unescapeCsv()`, 'a,b', escape],
  [`'"plain"'.unescapeCsv()`, '"plain"', escape],
  [raw`'it\'s \n'.escapeEcmaScript()`, raw`it\'s \n`, escape],
  ["'é/'.escapeEcmaScript()", raw`\u00E9\/`, escape],
  [raw`'\\x41'.unescapeEcmaScript()`, 'x41', org],
  [raw`'\\v'.unescapeEcmaScript()`, 'v', org],
  [raw`'\\u0041\\n'.unescapeJava()`, 'A\n', escape],
  [raw`'it\'s "q" é'.escapeJava()`, raw`it's \"q\" \u00E9`, escape],
  ['\'<a href="x">é & ü</a>\'.escapeHtml4()', '&lt;a href=&quot;x&quot;&gt;&eacute; &amp; &uuml;&lt;/a&gt;', escape],
  ["'©™α'.escapeHtml3()", '&copy;™α', escape],
  ["'©™α'.escapeHtml4()", '&copy;&trade;&alpha;', escape],
  ["'&OElig;'.unescapeHtml3()", '&OElig;', org],
  ["'&OElig;'.unescapeHtml4()", 'Œ', org],
  ["'&amp;lt;'.unescapeHtml4()", '&lt;', `${escape}: once`],
  ["'&notarealentity;&apos;'.unescapeHtml4()", '&notarealentity;&apos;', org],
  ["'&#233;&#xe9;'.unescapeXml()", 'éé', escape],
  ["'a<b>\"c\\'&'.escapeXml()", 'a&lt;b&gt;&quot;c&apos;&amp;', escape],
  ["'tab\\té'.escapeUnicode()", raw`tab\u0009\u00E9`, escape],
  [raw`'a\\u00e9b'.unescapeUnicode()`, 'aéb', escape],
  [raw`String.escapeSingleQuotes('a\\b\'c')`, raw`a\\b\'c`, org]
]);

const operators = 'Apex Developer Guide, "Expression Operators"';
table('String: comparing and joining', [
  ["'a'.compareTo('b')", '-1', `${java}.compareTo`],
  ["'b'.compareTo('a')", '1', `${java}.compareTo`],
  ["'abc'.compareTo('ab')", '1', `${java}.compareTo`],
  ["'a'.compareTo('C')", '30', `${java}.compareTo: the distance of the codes`],
  ["'a' == 'A'", 'true', operators],
  ["'a' != 'A'", 'false', operators],
  ["'b' > 'A'", 'true', operators],
  ["'B' > 'a'", 'true', operators],
  ["'1' < 'a'", 'true', operators],
  ["'a' < (String) null", 'false', operators],
  ["(String) null < 'a'", 'true', operators],
  ["'x' + null", 'xnull', operators],
  ["'x' + 1 + 2", 'x12', operators],
  ["1 + 2 + 'x'", '3x', operators],
  ["'x' + true + 1.50 + 2L", 'xtrue1.502', operators],
  ["'x' + new List<Integer>{1, 2}", 'x(1, 2)', operators]
]);
