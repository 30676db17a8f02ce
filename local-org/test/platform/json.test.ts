import { table } from './table.js';

const page = 'Apex Reference Guide, "JSON Class"';
const raw = String.raw;

const classes = {
  Car: `public class Car {
    public String make; public Integer year; public transient String secret = 's'; public static Integer made = 0;
    private List<Car> parts; public Decimal price { get; set; }
    public Car() {} public Car(String make, Integer year) { this.make = make; this.year = year; secret = 'x'; }
    public enum Kind { SMALL, BIG }
  }`,
  Sealed: `@JsonAccess(serializable='never' deserializable='never') public class Sealed { public Integer i; }`,
  Opened: `@JsonAccess(serializable='always' deserializable='sameNamespace') public class Opened { public Integer i; }`,
  Shape: `public abstract class Shape { public String name; }`,
  Box: `public class Box { public Car car; public Map<String, Car> cars; public Set<Integer> sizes; public Car.Kind kind; public Object whatever; public Box self; }`
};

table(
  'JSON.serialize',
  [
    [`JSON.serialize(null)`, 'null'],
    [`JSON.serialize('a"b\\\\c\\n')`, raw`"a\"b\\c\n"`],
    ['JSON.serialize(1.50)', '1.50'],
    ['JSON.serialize(2.0d)', '2.0'],
    ['JSON.serialize(Date.newInstance(2011, 3, 22))', '"2011-03-22"', page],
    ['JSON.serialize(Datetime.newInstanceGmt(2011, 3, 22, 13, 1, 23))', '"2011-03-22T13:01:23.000Z"', page],
    ['JSON.serialize(Time.newInstance(13, 1, 23, 5))', '"13:01:23.005Z"'],
    [`JSON.serialize(Blob.valueOf('abc'))`, '"YWJj"'],
    [
      `JSON.serialize(new Map<String, Object>{'a' => 1, 'b' => new List<Boolean>{true, null}})`,
      '{"b":[true,null],"a":1}'
    ],
    [`JSON.serialize(new Map<Integer, String>{1 => 'x'})`, '{"1":"x"}'],
    [`JSON.serialize(new Set<String>{'x', 'y'})`, '["x","y"]'],
    [`JSON.serialize(new Car('Audi', 2020))`, '{"year":2020,"price":null,"parts":null,"make":"Audi"}', page],
    [`JSON.serialize(new Car('Audi', null), true)`, '{"make":"Audi"}', page],
    [`JSON.serialize(Car.Kind.BIG)`, '"BIG"'],
    [
      `JSON.serialize(new Account(Name = 'Acme', NumberOfEmployees = 3))`,
      '{"attributes":{"type":"Account"},"Name":"Acme","NumberOfEmployees":3}'
    ],
    [
      `JSON.serialize(new Account(Id = '001000000000001AAA', Name = 'Acme'))`,
      '{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/001000000000001AAA"},"Id":"001000000000001AAA","Name":"Acme"}'
    ],
    [`JSON.serialize(new Map<Schema.SObjectField, Object>{Account.Name => 'x'})`, '{"Name":"x"}', 'a public suite'],
    [`JSON.serialize(Account.Name)`, 'System.JSONException: Apex Type unsupported in JSON: Schema.SObjectField'],
    [
      `JSON.serialize(new NullPointerException())`,
      'System.JSONException: Apex Type unsupported in JSON: System.NullPointerException'
    ],
    [
      `JSON.serializePretty(new Map<String, Object>{'a' => 1, 'l' => new List<Integer>{1, 2}, 'm' => new Map<String, Object>(), 'e' => new List<Integer>()})`,
      '{\n  "e" : [ ],\n  "m" : { },\n  "l" : [ 1, 2 ],\n  "a" : 1\n}',
      'com.fasterxml.jackson: DefaultPrettyPrinter'
    ],
    [
      `JSON.serializePretty(new List<Object>{new Map<String, Object>{'a' => 1}, new Map<String, Object>{'b' => 2}})`,
      '[ {\n  "a" : 1\n}, {\n  "b" : 2\n} ]',
      'com.fasterxml.jackson: DefaultPrettyPrinter'
    ]
  ],
  { classes }
);

table(
  'JSON.deserialize',
  [
    [`JSON.deserialize('5', Integer.class)`, '5'],
    [`JSON.deserialize('"2011-03-22"', Date.class)`, '2011-03-22 00:00:00'],
    [`JSON.deserialize('"2011-03-22T13:01:23.000+0100"', Datetime.class)`, '2011-03-22 12:01:23'],
    [`JSON.deserialize('1.50', Decimal.class)`, '1.50'],
    [`JSON.deserialize('"x"', Integer.class)`, 'System.JSONException: Illegal value for primitive'],
    [`JSON.deserialize('[1,2,2]', Set<Integer>.class)`, '{1, 2}'],
    [
      `JSON.deserialize('{"a":{"make":"X"}}', Map<String, Car>.class)`,
      '{a=Car:[make=X, year=null, secret=null, parts=null, price=null]}'
    ],
    [
      `JSON.deserialize('{"MAKE":"Audi","year":7,"unknown":{"x":[1]},"secret":"no","parts":[{"year":1}]}', Car.class)`,
      'Car:[make=Audi, year=7, secret=null, parts=(Car:[make=null, year=1, secret=null, parts=null, price=null]), price=null]'
    ],
    [
      `JSON.deserializeStrict('{"make":"Audi","unknown":1}', Car.class)`,
      'System.JSONException: Unknown field: Car.unknown'
    ],
    [`((Box) JSON.deserialize('{"kind":"BIG"}', Box.class)).kind`, 'BIG'],
    [`JSON.deserialize('{"whatever":1}', Box.class)`, 'System.JSONException: Apex Type unsupported in JSON: Object'],
    [`JSON.deserialize('{}', Shape.class)`, 'System.JSONException: Can not deserialize JSON as abstract type: Shape'],
    [
      `JSON.deserialize('{}', Sealed.class)`,
      'System.JSONException: Type is not deserializable: Sealed',
      'Apex Developer Guide, "JsonAccess Annotation"'
    ],
    [
      `JSON.serialize(new Sealed())`,
      'System.JSONException: Type is not serializable: Sealed',
      'Apex Developer Guide, "JsonAccess Annotation"'
    ],
    [`JSON.serialize(JSON.deserialize('{"i":1}', Opened.class))`, '{"i":1}'],
    [
      `JSON.deserialize('5', Car.class)`,
      "System.JSONException: Malformed JSON: Expected '{' at the beginning of object"
    ],
    [
      `JSON.deserialize('{}', List<Car>.class)`,
      "System.JSONException: Malformed JSON: Expected '[' at the beginning of List/Set"
    ],
    [
      `JSON.deserialize('"}]', List<Car>.class)`,
      "System.JSONException: Malformed JSON: Expected '[' at the beginning of List/Set",
      'a public suite'
    ],
    [`JSON.deserialize('', Car.class)`, 'System.JSONException: No content to map to Object due to end of input'],
    [`JSON.deserialize('{"attributes":{"type":"Account"},"name":"Acme"}', SObject.class)`, 'Account:{Name=Acme}'],
    [
      `JSON.deserialize('{"Name":"Acme","Contacts":{"totalSize":1,"done":true,"records":[{"LastName":"Z"}]}}', Account.class)`,
      'Account:{Contacts=(Contact:{LastName=Z}), Name=Acme}'
    ],
    [
      `JSON.deserialize('{"Account":{"Name":"P"},"LastName":"Z"}', Contact.class)`,
      'Contact:{Account=Account:{Name=P}, LastName=Z}'
    ],
    [`JSON.deserialize('{"Nope__c":{"a":1},"Name":"x"}', Account.class)`, 'Account:{Name=x}'],
    [
      `JSON.deserializeStrict('{"LastActivityDate":"2026-01-02","DeveloperName":"X"}', RecordType.class)`,
      'RecordType:{DeveloperName=X}'
    ],
    [
      `JSON.deserializeStrict('{"Nope__c":1}', Account.class)`,
      "System.JSONException: No such column 'Nope__c' on sobject of type Account"
    ],
    [
      `((Database.SaveResult) JSON.deserialize('{"success":false,"errors":[{"message":"no","statusCode":"DUPLICATE_VALUE"}]}', Database.SaveResult.class)).getErrors()[0].getStatusCode()`,
      'DUPLICATE_VALUE'
    ]
  ],
  { classes }
);

table('JSON.deserializeUntyped', [
  [
    `JSON.deserializeUntyped('{"a":1,"b":[true,null,"x"],"c":1.5,"d":12345678901}')`,
    '{a=1, b=(true, null, x), c=1.5, d=12345678901}'
  ],
  [`JSON.deserializeUntyped('"\\\\u00e9\\\\/\\\\n"')`, 'é/\n'],
  [
    `JSON.deserializeUntyped('<html>')`,
    "System.JSONException: Unexpected character ('<' (code 60)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at input location [1,2]"
  ],
  [
    `JSON.deserializeUntyped('{"a" 1}')`,
    "System.JSONException: Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value at input location [1,7]"
  ],
  [
    `JSON.deserializeUntyped('{"a":1')`,
    'System.JSONException: Unexpected end-of-input: expected close marker for OBJECT at input location [1,7]'
  ],
  [
    `JSON.deserializeUntyped('[1 2]')`,
    "System.JSONException: Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at input location [1,5]"
  ],
  [
    `JSON.deserializeUntyped('nul')`,
    "System.JSONException: Unrecognized token 'nul': was expecting 'null', 'true', 'false' or NaN at input location [1,4]"
  ],
  [`JSON.deserializeUntyped(null)`, 'System.NullPointerException: Argument cannot be null.', 'a public suite']
]);

const walks = {
  Walk: `public class Walk {
    public static String tokens(String text) {
      JSONParser p = JSON.createParser(text);
      List<String> found = new List<String>();
      while (p.nextToken() != null) found.add(p.getCurrentToken() + ':' + p.getText());
      return String.join(found, ' ');
    }
    public static Integer total(String text) {
      JSONParser p = JSON.createParser(text);
      Integer sum = 0;
      while (p.nextToken() != null) {
        if (p.getCurrentToken() == JSONToken.FIELD_NAME && p.getText() == 'price') { p.nextToken(); sum += p.getIntegerValue(); }
        else if (p.getCurrentName() == 'skip') p.skipChildren();
      }
      return sum;
    }
    public static String generate() {
      JSONGenerator g = JSON.createGenerator(false);
      g.writeStartObject();
      g.writeStringField('s', 'x');
      g.writeNumberField('n', 1.5);
      g.writeFieldName('list');
      g.writeStartArray(); g.writeNumber(1); g.writeNull(); g.writeEndArray();
      g.writeObjectField('o', new Map<String, Integer>{'k' => 2});
      g.writeEndObject();
      return g.getAsString();
    }
  }`
};

table(
  'JSONParser and JSONGenerator',
  [
    [
      `Walk.tokens('{"a":[1,"x"]}')`,
      'START_OBJECT:{ FIELD_NAME:a START_ARRAY:[ VALUE_NUMBER_INT:1 VALUE_STRING:x END_ARRAY:] END_OBJECT:}',
      'Apex Reference Guide, "JSONParser Class"'
    ],
    [
      `Walk.total('{"price":1,"skip":{"price":5},"items":[{"price":2}]}')`,
      '3',
      'Apex Reference Guide, "JSONParser Class"'
    ],
    ['Walk.generate()', '{"s":"x","n":1.5,"list":[1,null],"o":{"k":2}}', 'Apex Reference Guide, "JSONGenerator Class"']
  ],
  { classes: walks }
);
