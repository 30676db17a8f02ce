import { table } from './table.js';

const page = 'Apex Reference Guide, "JSON Class"';
const guide = 'Apex Developer Guide, "JSON Support"';
const jackson = 'com.fasterxml.jackson.core';
const parser = 'Apex Reference Guide, "JSONParser Class"';
const generator = 'Apex Reference Guide, "JSONGenerator Class"';
const org = 'seen on an org';
const order = 'public suites that pass on an org compare such texts: the last entry is written first';
const raw = String.raw;

const classes = {
  Base: `public virtual class Base { public String base = 'b'; }`,
  Dto: `public class Dto extends Base {
    public String name; private Integer hidden = 1; public transient String secret = 's'; public static Integer count = 5;
    public Integer whole { get; set; } public String computed { get { return 'c:' + name; } }
    public Kind kind; public Part part; public List<Part> parts; public Map<String, Part> byName; public Set<String> tags;
    public Date day; public Datetime moment; public Time clock; public Decimal amount; public Double ratio; public Long large;
    public Boolean flag; public Id recordId; public Blob data; public Account account; public Object anything;
    public enum Kind { SMALL, BIG }
    public class Part { public String city; public Integer zip; }
  }`,
  Keyed: `public class Keyed { public Integer n; public Keyed(Integer n) { this.n = n; } public override String toString() { return 'key' + n; }
    public Boolean equals(Object o) { return o instanceof Keyed && ((Keyed) o).n == n; } public Integer hashCode() { return n; } }`,
  Flow: `public class Flow {
    public static Object roundTrip(Object value, Type type) { return JSON.deserialize(JSON.serialize(value), type); }
    public static String read(String text, String field) { Dto d = (Dto) JSON.deserialize(text, Dto.class); return JSON.serialize(((Map<String, Object>) JSON.deserializeUntyped(JSON.serialize(d))).get(field)); }
    public static String cycle() { List<Object> l = new List<Object>(); l.add(l); return JSON.serialize(l); }
    public static String kinds(String text) {
      List<String> seen = new List<String>();
      for (Object o : (List<Object>) JSON.deserializeUntyped(text))
        seen.add(o == null ? 'null' : o instanceof Integer ? 'Integer' : o instanceof Long ? 'Long' : o instanceof Decimal ? 'Decimal' : o instanceof Boolean ? 'Boolean' : o instanceof String ? 'String' : o instanceof List<Object> ? 'List' : 'Map');
      return String.join(seen, ' ');
    }
    public static String walk(String text) {
      JSONParser p = JSON.createParser(text); List<String> seen = new List<String>();
      while (p.nextToken() != null) seen.add(p.getCurrentToken().name() + (p.getCurrentName() == null ? '' : '@' + p.getCurrentName()));
      return String.join(seen, ' ');
    }
    public static String values(String text) {
      JSONParser p = JSON.createParser(text); List<String> seen = new List<String>();
      while (p.nextValue() != null) seen.add(p.getText());
      return String.join(seen, ' ');
    }
    public static String skip(String text) {
      JSONParser p = JSON.createParser(text); p.nextToken(); p.nextToken(); p.nextToken(); p.skipChildren();
      return p.getCurrentToken() + ' ' + p.nextToken() + ' ' + p.getText();
    }
    public static String scalars() {
      JSONParser p = JSON.createParser('[1, 2.5, "2026-01-05", "2026-01-05T10:00:00Z", "10:00:00.000Z", true, "YWJj", "001000000000001", null]');
      p.nextToken(); p.nextToken(); Integer i = p.getIntegerValue(); Long l = p.getLongValue();
      p.nextToken(); Decimal d = p.getDecimalValue(); Double x = p.getDoubleValue();
      p.nextToken(); Date day = p.getDateValue(); p.nextToken(); Datetime at = p.getDatetimeValue(); p.nextToken(); Time clock = p.getTimeValue();
      p.nextToken(); Boolean b = p.getBooleanValue(); p.nextToken(); Blob data = p.getBlobValue(); p.nextToken(); Id id = p.getIdValue();
      p.nextToken();
      return i + ' ' + l + ' ' + d + ' ' + x + ' ' + day + ' ' + at + ' ' + clock + ' ' + b + ' ' + data.toString() + ' ' + id + ' ' + p.getCurrentToken();
    }
    public static String cleared() {
      JSONParser p = JSON.createParser('[1]'); p.nextToken(); p.clearCurrentToken();
      return p.hasCurrentToken() + ' ' + p.getCurrentToken() + ' ' + p.getLastClearedToken() + ' ' + p.nextToken();
    }
    public static Object readAs(String text) { JSONParser p = JSON.createParser(text); p.nextToken(); return ((Dto) p.readValueAs(Dto.class)).name; }
    public static Object readStrict(String text) { JSONParser p = JSON.createParser(text); p.nextToken(); return p.readValueAsStrict(Dto.Part.class); }
    public static String generated(Boolean pretty) {
      JSONGenerator g = JSON.createGenerator(pretty);
      g.writeStartObject(); g.writeBlobField('blob', Blob.valueOf('abc')); g.writeBooleanField('flag', true); g.writeDateField('day', Date.newInstance(2026, 1, 5));
      g.writeDateTimeField('at', Datetime.newInstanceGmt(2026, 1, 5, 10, 0, 0)); g.writeIdField('id', '001000000000001AAA'); g.writeNullField('none');
      g.writeNumberField('i', 1); g.writeNumberField('d', 1.50); g.writeNumberField('x', 2.0d); g.writeNumberField('l', 3L);
      g.writeTimeField('time', Time.newInstance(1, 2, 3, 4)); g.writeFieldName('list'); g.writeStartArray(); g.writeString('s'); g.writeBoolean(false);
      g.writeObject(new Map<String, Object>{ 'k' => null }); g.writeEndArray(); g.writeEndObject();
      return g.getAsString();
    }
    public static Object closed() { JSONGenerator g = JSON.createGenerator(false); g.writeStartArray(); g.writeEndArray(); g.close(); return g.isClosed(); }
    public static Object afterClose() { JSONGenerator g = JSON.createGenerator(false); g.writeStartArray(); g.writeEndArray(); g.close(); g.writeNull(); return null; }
    public static Object misplaced() { JSONGenerator g = JSON.createGenerator(false); g.writeStartArray(); g.writeFieldName('x'); return null; }
    public static Object unbalanced() { JSONGenerator g = JSON.createGenerator(false); g.writeStartArray(); g.writeEndObject(); return null; }
    public static String children() {
      Account a = (Account) JSON.deserialize('{"attributes":{"type":"Account"},"Id":"001000000000001AAA","Contacts":{"totalSize":2,"done":true,"records":[{"attributes":{"type":"Contact"},"LastName":"x"},{"LastName":"y"}]}}', Account.class);
      return a.Contacts.size() + a.Contacts[1].LastName;
    }
  }`
};

table(
  'JSON.serialize: scalars',
  [
    ['JSON.serialize(1)', '1', guide],
    ['JSON.serialize(-9223372036854775807L)', '-9223372036854775807', guide],
    ['JSON.serialize(1.50)', '1.50', guide],
    ["JSON.serialize(Decimal.valueOf('1E+3'))", '1E+3', `${jackson}: BigDecimal.toString`],
    ['JSON.serialize(1.0d)', '1.0', guide],
    ['JSON.serialize(12345678.9d)', '1.23456789E7', `${jackson}: Double.toString`],
    ['JSON.serialize(true)', 'true', guide],
    [raw`JSON.serialize('a"b\\c/d\n\t\r\b\f')`, raw`"a\"b\\c/d\n\t\r\b\f"`, `${jackson}: the slash stays`],
    ['JSON.serialize(String.fromCharArray(new List<Integer>{27}))', raw`"\u001B"`, `${jackson}: capital hex digits`],
    ["JSON.serialize('é😀')", '"é😀"', `${jackson}: not escaped`],
    ["JSON.serialize((Id) '001000000000001')", '"001000000000001AAA"', guide],
    ["JSON.serialize(Blob.valueOf(''))", '""', guide],
    ['JSON.serialize(Datetime.newInstance(1767643629123L))', '"2026-01-05T20:07:09.123Z"', guide],
    ['JSON.serialize(Dto.Kind.SMALL)', '"SMALL"', guide],
    ['JSON.serialize(new List<Object>())', '[]', guide],
    ["JSON.serialize(new List<Object>{null, 1, 'a'})", '[null,1,"a"]', guide],
    ['JSON.serialize(new Map<String, Object>())', '{}', guide],
    ["JSON.serialize(new Map<String, Object>{'b' => 1, 'a' => null})", '{"a":null,"b":1}', order],
    ['JSON.serialize(JSON.deserializeUntyped(\'{"a":1,"b":{"c":2,"d":3}}\'))', '{"b":{"d":3,"c":2},"a":1}', order],
    [
      "JSON.serialize(new Map<String, Object>{'b' => 1, 'a' => null}, true)",
      '{"a":null,"b":1}',
      `${page}: only null fields of objects are left out`
    ],
    ['JSON.serialize(new Map<Integer, Boolean>{2 => true})', '{"2":true}', guide],
    ['JSON.serialize(new Map<Date, Integer>{Date.newInstance(2026, 1, 5) => 1})', '{"2026-01-05":1}', guide],
    ["JSON.serialize(new Map<Id, Integer>{'001000000000001' => 1})", '{"001000000000001AAA":1}', guide],
    ['JSON.serialize(new Map<Dto.Kind, Integer>{Dto.Kind.BIG => 1})', '{"BIG":1}', guide],
    [
      'JSON.serialize(new Map<Keyed, Integer>{new Keyed(3) => 1})',
      '{"key3":1}',
      'Apex Developer Guide, "JsonAccess Annotation": objects as keys become their texts'
    ],
    ['Flow.cycle()', 'System.LimitException: Maximum stack depth reached: 1001', org]
  ],
  { classes }
);

table(
  'JSON.serialize: objects and records',
  [
    [
      'JSON.serialize(new Dto.Part())',
      '{"zip":null,"city":null}',
      'members from Z to A, as the texts in "Roundtrip Serialization"'
    ],
    ['JSON.serialize(new Dto.Part(), true)', '{}', page],
    [
      "JSON.serialize(new Account(Name = 'a', Industry = null))",
      '{"attributes":{"type":"Account"},"Name":"a","Industry":null}',
      guide
    ],
    [
      "JSON.serialize(new Account(Name = 'a', Industry = null), true)",
      '{"attributes":{"type":"Account"},"Name":"a","Industry":null}',
      `${page}: only null fields of objects are left out`
    ],
    [
      "JSON.serialize(new Contact(LastName = 'c', Account = new Account(Name = 'a')))",
      '{"attributes":{"type":"Contact"},"LastName":"c","Account":{"attributes":{"type":"Account"},"Name":"a"}}',
      guide
    ],
    [
      'JSON.serialize(new Opportunity(CloseDate = Date.newInstance(2026, 1, 5), Amount = 10.50))',
      '{"attributes":{"type":"Opportunity"},"CloseDate":"2026-01-05","Amount":10.50}',
      guide
    ],
    ['JSON.serialize(String.class)', 'System.JSONException: Apex Type unsupported in JSON: System.Type', org],
    [
      'JSON.serialize(Account.SObjectType)',
      'System.JSONException: Apex Type unsupported in JSON: Schema.SObjectType',
      org
    ],
    [
      "JSON.serializePretty(new Account(Name = 'a'))",
      '{\n  "attributes" : {\n    "type" : "Account"\n  },\n  "Name" : "a"\n}',
      `${jackson}: DefaultPrettyPrinter`
    ],
    ['JSON.serializePretty(1)', '1', page]
  ],
  { classes }
);

table(
  'JSON.deserialize',
  [
    ['JSON.deserialize(\'"x"\', String.class)', 'x', page],
    ["JSON.deserialize('5', String.class)", '5', org],
    ["JSON.deserialize('true', Boolean.class)", 'true', page],
    ["JSON.deserialize('null', Integer.class)", 'null', page],
    ["JSON.deserialize('1.0', Integer.class)", 'System.JSONException: Illegal value for primitive', org],
    ["JSON.deserialize('2147483648', Integer.class)", 'System.JSONException: Illegal value for primitive', org],
    ["JSON.deserialize('2147483648', Long.class)", '2147483648', page],
    ["JSON.deserialize('1.10', Decimal.class)", '1.10', page],
    ['JSON.deserialize(\'"1.10"\', Decimal.class)', '1.10', org],
    ["JSON.deserialize('1', Double.class)", '1.0', page],
    ['JSON.deserialize(\'"001000000000001"\', Id.class)', '001000000000001AAA', page],
    ['JSON.deserialize(\'"nope"\', Id.class)', 'System.StringException: Invalid id: nope', org],
    [
      '((Account) JSON.deserialize(\'{"Id":"nope","OwnerId":"me"}\', Account.class)).get(\'Id\')',
      'nope',
      'records of public suites have ids of any text'
    ],
    ['((Account) JSON.deserialize(\'{"Id":"nope"}\', Account.class)).Id == \'nope\'', 'true'],
    ['JSON.deserialize(\'{"OwnerId":""}\', Account.class)', 'System.StringException: Invalid id: '],
    ['JSON.deserialize(\'"2026-01-05"\', Date.class)', '2026-01-05 00:00:00', page],
    ['JSON.deserialize(\'"5.1.2026"\', Date.class)', 'System.JSONException: Invalid date: 5.1.2026'],
    ['JSON.deserialize(\'"2026-01-05T10:00:00.000-0800"\', Datetime.class)', '2026-01-05 18:00:00', page],
    ['JSON.deserialize(\'"2026-01-05T10:00:00Z"\', Datetime.class)', '2026-01-05 10:00:00', page],
    ['JSON.deserialize(\'"10:20:30.040Z"\', Time.class)', '10:20:30.040Z', page],
    ['((Blob) JSON.deserialize(\'"YWJj"\', Blob.class)).toString()', 'abc', page],
    ["JSON.deserialize('[1,null,3]', List<Integer>.class)", '(1, null, 3)', page],
    ["JSON.deserialize('[[1],[2,3]]', List<List<Integer>>.class)", '((1), (2, 3))', page],
    ['JSON.deserialize(\'{"a":[1]}\', Map<String, List<Integer>>.class)', '{a=(1)}', page],
    ['JSON.deserialize(\'{"1":"x"}\', Map<Integer, String>.class)', '{1=x}', page],
    ['JSON.deserialize(\'{"001000000000001":"x"}\', Map<Id, String>.class)', '{001000000000001AAA=x}', page],
    ['JSON.deserialize(\'"BIG"\', Dto.Kind.class)', 'BIG', page],
    ['JSON.deserialize(\'"HUGE"\', Dto.Kind.class)', 'System.JSONException: Illegal value for enum: HUGE'],
    ['Flow.read(\'{"NAME":"x"}\', \'name\')', '"x"', `${page}: names ignore case`],
    ['Flow.read(\'{"name":"x","name":"y"}\', \'name\')', '"y"', `${page}: the last of two`],
    ['Flow.read(\'{"secret":"x"}\', \'secret\')', 'null', `${page}: transient`],
    ["Flow.read('{\"hidden\":7}', 'hidden')", '7', `${page}: private fields too`],
    ['Flow.read(\'{"name":"x"}\', \'computed\')', '"c:x"', page],
    ['Flow.read(\'{"base":"z"}\', \'base\')', '"z"', `${page}: inherited fields`],
    ["Flow.read('{}', 'base')", 'null', 'initialisers do not run'],
    ['Flow.read(\'{"part":{"city":"Rome","other":[{}]}}\', \'part\')', '{"city":"Rome","zip":null}', page],
    ['Flow.read(\'{"tags":["a","b","a"]}\', \'tags\')', '["a","b"]', page],
    ['Flow.read(\'{"amount":1.50,"large":5}\', \'amount\')', '1.50', page],
    ['Flow.read(\'{"account":{"Name":"x"}}\', \'account\')', '{"Name":"x","attributes":{"type":"Account"}}', page],
    ["Flow.read('{\"anything\":1}', 'anything')", 'System.JSONException: Apex Type unsupported in JSON: Object', org],
    ["Flow.read('{\"anything\":null}', 'anything')", 'null', org],
    ['Flow.read(\'{"name":{"a":1}}\', \'name\')', 'System.JSONException: Illegal value for primitive', org],
    [
      'Flow.read(\'{"parts":{"a":1}}\', \'parts\')',
      "System.JSONException: Malformed JSON: Expected '[' at the beginning of List/Set",
      org
    ],
    [
      "Flow.read('{\"part\":[1]}', 'part')",
      "System.JSONException: Malformed JSON: Expected '{' at the beginning of object",
      org
    ],
    [
      'JSON.deserializeStrict(\'{"city":"x","nope":1}\', Dto.Part.class)',
      'System.JSONException: Unknown field: Dto.Part.nope'
    ],
    [
      'JSON.deserialize(\'{"Name":"x","NumberOfEmployees":3,"AnnualRevenue":1.5}\', Account.class)',
      'Account:{Name=x, NumberOfEmployees=3, AnnualRevenue=1.5}',
      page
    ],
    ['Flow.children()', '2y', guide],
    ['JSON.deserialize(\'[{"Name":"x"}]\', List<Account>.class)', '(Account:{Name=x})', page],
    ["JSON.deserialize('{}', SObject.class)", 'System.JSONException: sObject type not specified in the JSON'],
    ["Flow.roundTrip(new List<Account>{new Account(Name = 'x')}, List<Account>.class)", '(Account:{Name=x})', page],
    ['JSON.deserialize(null, String.class)', 'System.NullPointerException: Argument cannot be null.', org],
    ["JSON.deserialize('1', null)", 'System.NullPointerException: Argument cannot be null.', org]
  ],
  { classes }
);

table(
  'JSON.deserializeUntyped',
  [
    [
      'Flow.kinds(\'[1, 2147483648, 1.5, 1e2, 9223372036854775808, true, null, "x", [], {}]\')',
      'Integer Long Decimal Decimal Decimal Boolean null String List Map',
      page
    ],
    ["JSON.deserializeUntyped('[1.0, 1.10, -0.5, 1E3]')", '(1.0, 1.10, -0.5, 1E+3)', page],
    ['JSON.deserializeUntyped(\' {"b" : [ 1 , {"c":"d"} ] } \')', '{b=(1, {c=d})}', page],
    ['JSON.deserializeUntyped(\'{"a":1,"a":2}\')', '{a=2}', `${page}: the last of two`],
    ['JSON.deserializeUntyped(\'"\\\\u00e9\\\\ud83d\\\\ude00"\')', 'é😀', jackson],
    ["JSON.deserializeUntyped('\"\\\\b\\\\f\\\\/\"') == '\\b\\f/'", 'true', jackson],
    ["JSON.deserializeUntyped('')", 'System.JSONException: No content to map to Object due to end of input', org],
    [
      "JSON.deserializeUntyped('[1,]')",
      "System.JSONException: Unexpected character (']' (code 93)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at input location [1,5]",
      jackson
    ],
    [
      "JSON.deserializeUntyped('{\\'a\\':1}')",
      "System.JSONException: Unexpected character (''' (code 39)): was expecting double-quote to start field name at input location [1,3]",
      jackson
    ],
    [
      "JSON.deserializeUntyped('{a:1}')",
      "System.JSONException: Unexpected character ('a' (code 97)): was expecting double-quote to start field name at input location [1,3]",
      jackson
    ],
    [
      "JSON.deserializeUntyped('[1')",
      'System.JSONException: Unexpected end-of-input: expected close marker for ARRAY at input location [1,2]'.length >
      0
        ? 'System.JSONException: Unexpected end-of-input: expected close marker for ARRAY at input location [1,3]'
        : '',
      jackson
    ],
    [
      "JSON.deserializeUntyped('tru')",
      "System.JSONException: Unrecognized token 'tru': was expecting 'null', 'true', 'false' or NaN at input location [1,4]",
      jackson
    ]
  ],
  { classes }
);

table(
  'JSONParser and JSONGenerator: all of it',
  [
    [
      'Flow.walk(\'{"a":[1,{"b":null}],"c":true}\')',
      'START_OBJECT FIELD_NAME@a START_ARRAY@a VALUE_NUMBER_INT START_OBJECT FIELD_NAME@b VALUE_NULL@b END_OBJECT END_ARRAY@a FIELD_NAME@c VALUE_TRUE@c END_OBJECT',
      parser
    ],
    ['Flow.values(\'{"a":1,"b":[2,"x"]}\')', '{ 1 [ 2 x ] }', `${parser}: names are passed over`],
    ['Flow.skip(\'{"a":{"b":[1]},"c":2}\')', 'END_OBJECT FIELD_NAME c', parser],
    [
      'Flow.scalars()',
      '1 1 2.5 2.5 2026-01-05 00:00:00 2026-01-05 10:00:00 10:00:00.000Z true abc 001000000000001AAA VALUE_NULL',
      parser
    ],
    ['Flow.cleared()', 'false null START_ARRAY VALUE_NUMBER_INT', parser],
    ['Flow.readAs(\'{"name":"x","extra":1}\')', 'x', parser],
    ['Flow.readStrict(\'{"extra":1}\')', 'System.JSONException: Unknown field: Dto.Part.extra', parser],
    [
      'Flow.generated(false)',
      '{"blob":"YWJj","flag":true,"day":"2026-01-05","at":"2026-01-05T10:00:00.000Z","id":"001000000000001AAA","none":null,"i":1,"d":1.50,"x":2.0,"l":3,"time":"01:02:03.004Z","list":["s",false,{"k":null}]}',
      generator
    ],
    ['Flow.generated(true).startsWith(\'{\\n  "blob" : "YWJj",\\n  "flag" : true\')', 'true', generator],
    ['Flow.closed()', 'true', generator],
    ['Flow.misplaced()', 'System.JSONException: Can not write a field name, expecting a value', jackson],
    ['Flow.unbalanced()', 'System.JSONException: Current context not an object but ARRAY', jackson]
  ],
  { classes }
);
