import { table } from './table.js';

const assertions = 'Apex Reference Guide, "Assert Class"';

const classes = {
  Act: `public class Act {
    public static String fails(Integer which) {
      switch on which {
        when 0 { System.assertEquals(1, 2); }
        when 1 { System.assertEquals('a', 'A', 'case'); }
        when 2 { System.assertNotEquals(1, 1); }
        when 3 { System.assert(false); }
        when 4 { System.assert(false, 'why'); }
        when 5 { Assert.isTrue(false, 'no'); }
        when 6 { Assert.isNotNull(null); }
        when 7 { Assert.fail('stop'); }
      }
      return 'passed';
    }
    public static String caught() { try { Assert.fail(); } catch (Exception e) { return 'caught'; } return ''; }
    public static String plain() { return new TroubleException().getMessage(); }
    public static String told() {
      Exception cause = new TroubleException('low'); Exception e = new TroubleException('high', cause); e.setMessage('higher');
      return e.getMessage() + ' ' + e.getCause().getMessage() + ' ' + e.getTypeName() + ' ' + e.getLineNumber();
    }
    public static String aura() { return new AuraHandledException('for the page').getMessage(); }
    public static Object made(String name) { return Type.forName(name)?.newInstance(); }
    public static String locals() {
      Datetime start = System.now(); return (System.currentTimeMillis() - start.getTime()) + ' ' + Limits.getLimitQueries() + ' ' + Limits.getQueries();
    }
    public static String request() {
      HttpRequest r = new HttpRequest(); r.setEndpoint('callout:Erp/x'); r.setMethod('POST'); r.setHeader('Content-Type', 'a'); r.setBody('{}');
      return r + ' ' + r.getHeader('content-type') + ' ' + r.getBody();
    }
    public static String signature() {
      AsyncOptions o = new AsyncOptions();
      o.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('x').addInteger(1).build();
      o.MinimumQueueableDelayInMinutes = 11; return '' + o.MinimumQueueableDelayInMinutes;
    }
    public class TroubleException extends Exception {}
  }`
};

table(
  'System and Assert',
  [
    ['Act.fails(0)', 'System.AssertException: Assertion Failed: Expected: 1, Actual: 2', assertions],
    ['Act.fails(1)', 'System.AssertException: Assertion Failed: case: Expected: a, Actual: A', assertions],
    ['Act.fails(2)', 'System.AssertException: Assertion Failed: Same value: 1', assertions],
    ['Act.fails(3)', 'System.AssertException: Assertion Failed', assertions],
    ['Act.fails(4)', 'System.AssertException: Assertion Failed: why', assertions],
    ['Act.fails(5)', 'System.AssertException: Assertion Failed: no: Expected: true, Actual: false', assertions],
    ['Act.fails(6)', 'System.AssertException: Assertion Failed: Same value: null', assertions],
    ['Act.fails(7)', 'System.AssertException: Assertion Failed: stop', assertions],
    ['Act.fails(8)', 'passed'],
    [
      'Act.caught()',
      'System.AssertException: Assertion Failed',
      'Apex Developer Guide: a failed assertion cannot be caught'
    ],
    ['Act.plain()', 'Script-thrown exception'],
    ['Act.told()', 'higher low Act.TroubleException 18'],
    ['Act.aura()', 'Script-thrown exception'],
    [
      "Act.made('Act.TroubleException')",
      'Act.TroubleException: Script-thrown exception',
      'Apex Reference Guide, "Type Class"'
    ],
    ["Act.made('List<Map<String,Integer>>')", '()', 'Apex Reference Guide, "Type Class"'],
    ["Act.made('account')", 'Account:{}', 'Apex Reference Guide, "Type Class"'],
    ["Act.made('Nothing')", 'null', 'Apex Reference Guide, "Type Class"'],
    ['Map<String, List<Account>>.class.getName()', 'Map<String,List<Account>>', 'Apex Reference Guide, "Type Class"'],
    ['Exception.class.isAssignableFrom(Act.TroubleException.class)', 'true', 'Apex Reference Guide, "Type Class"'],
    ['Act.locals()', '0 100 0'],
    [
      'Act.request()',
      'System.HttpRequest[Endpoint=callout:Erp/x, Method=POST] a {}',
      'Apex Reference Guide, "HttpRequest Class"'
    ],
    ['Act.signature()', 'System.IllegalArgumentException: MinimumQueueableDelayInMinutes must be between 0 and 10'],
    ['UserInfo.getTimeZone().getID()', 'America/Los_Angeles'],
    ['UserInfo.getUserId()', '005000000000001AAA'],
    ['Request.getCurrent().getQuiddity()', 'ANONYMOUS', 'Apex Reference Guide, "Quiddity Enum"'],
    ['System.isQueueable()', 'false']
  ],
  { classes, now: Date.UTC(2026, 0, 5) }
);

table('Encoding and cryptography', [
  ["EncodingUtil.base64Encode(Blob.valueOf('Zażółć'))", 'WmHFvMOzxYLEhw=='],
  ["EncodingUtil.base64Decode('YWJj').toString()", 'abc'],
  ["EncodingUtil.urlEncode('a b&é/', 'UTF-8')", 'a+b%26%C3%A9%2F', 'java.net.URLEncoder'],
  ["EncodingUtil.urlDecode('a+b%26%C3%A9', 'UTF-8')", 'a b&é', 'java.net.URLDecoder'],
  ["EncodingUtil.convertToHex(Blob.valueOf('az'))", '617a'],
  [
    "EncodingUtil.convertToHex(Crypto.generateDigest('SHA-256', Blob.valueOf('')))",
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'FIPS 180-4'
  ],
  [
    "EncodingUtil.convertToHex(Crypto.generateMac('HmacSHA256', Blob.valueOf('what do ya want for nothing?'), Blob.valueOf('Jefe')))",
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    'RFC 4231, test case 2'
  ],
  [
    "Crypto.decryptWithManagedIV('AES128', Blob.valueOf('0123456789abcdef'), Crypto.encryptWithManagedIV('AES128', Blob.valueOf('0123456789abcdef'), Blob.valueOf('secret'))).toString()",
    'secret',
    'Apex Reference Guide, "Crypto Class"'
  ],
  [
    "Crypto.generateMac('x', Blob.valueOf(''), Blob.valueOf(''))",
    'System.InvalidParameterValueException: Invalid algorithm: x'
  ],
  [
    "Crypto.decryptWithManagedIV('AES256-GCM', Blob.valueOf('0123456789abcdef0123456789abcdef'), Crypto.encryptWithManagedIV('AES256-GCM', Blob.valueOf('0123456789abcdef0123456789abcdef'), Blob.valueOf('secret'), Blob.valueOf('tag')), Blob.valueOf('tag')).toString()",
    'secret',
    'Apex Reference Guide, "Crypto Class"'
  ],
  [
    "Crypto.encryptWithManagedIV('AES128', Blob.valueOf('0123456789abcdef'), Blob.valueOf('x'), Blob.valueOf('y'))",
    'System.InvalidParameterValueException: AAD can only be used with AESGCM algorithms.',
    'Apex Reference Guide, "Crypto Class"'
  ],
  [
    "Crypto.encrypt('AES128', Blob.valueOf('0123'), Blob.valueOf('0123456789abcdef'), Blob.valueOf('x'))",
    'System.InvalidParameterValueException: Invalid private key. Must be 16 bytes.',
    'Apex Reference Guide, "Crypto Class"'
  ],
  [
    "Crypto.encrypt('AES128', Blob.valueOf('0123456789abcdef'), Blob.valueOf('0123'), Blob.valueOf('x'))",
    'System.InvalidParameterValueException: Invalid initialization vector. Must be 16 bytes.',
    'Apex Reference Guide, "Crypto Class"'
  ],
  ['new Version(1, 2).compareTo(new Version(1, 2, 9))', '0', 'Apex Reference Guide, "Version Class"'],
  ['new Version(2, 0).compareTo(new Version(1, 9))', '1', 'Apex Reference Guide, "Version Class"'],
  ['new Version(1, 2).patch()', 'null', 'Apex Reference Guide, "Version Class"'],
  ["UUID.fromString('E3B0C442-98fc-4c14-9afb-f4c8996fb924')", 'e3b0c442-98fc-4c14-9afb-f4c8996fb924'],
  ["new URL('https://u@acme.com:8080/a/b?x=1#top').getFile()", '/a/b?x=1', 'java.net.URL'],
  ["new URL('https://acme.com').getPort()", '-1', 'java.net.URL'],
  ["Id.valueOf('001000000000001')", '001000000000001AAA', 'Apex Reference Guide, "Id Class"'],
  ["Id.valueOf('nope')", 'System.StringException: Invalid id: nope', 'Apex Reference Guide, "Id Class"'],
  ["((Id) '001000000000001').to15()", '001000000000001'],
  ["((Id) '001000000000001').getSObjectType()", 'Account']
]);
