import { orgTable } from './org-table.js';

const meta =
  '<DataWeaveResource xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></DataWeaveResource>';
const scripts: Readonly<Record<string, string>> = {
  hello: '%dw 2.0\n---\nlog("Hello")',
  broken: '%dw 2.0\noutput application/json\n---\n1/0',
  excel: '%dw 2.0\noutput application/xlsx\n---\n1',
  toContacts:
    '%dw 2.0\ninput rows application/csv\noutput application/apex\n---\nrows map { LastName: $.last, Birthdate: $.born, DoNotCall: $.quiet } as Object { class: "Contact" }',
  toShapes:
    '%dw 2.0\ninput rows application/json\noutput application/apex\n---\nrows map $ as Object { class: "Shape" }',
  plain: '%dw 2.0\noutput application/apex\n---\n{ a: [1, 2.5, "x"], b: |2020-02-01|, c: 3000000000 }',
  describe:
    '%dw 2.0\ninput rows application/java\noutput application/json indent=false\n---\nrows map { n: $.LastName, a: $.Account.Name, day: $.Birthdate as String { format: "dd.MM.uuuu" } }',
  shapes: '%dw 2.0\ninput shape application/apex\noutput application/json indent=false\n---\nshape'
};

const run = (script: string, inputs = ''): string =>
  `new DataWeaveScriptResource.${script}().execute(new Map<String, Object>{ ${inputs} })`;

/** Apex Developer Guide, "DataWeave in Apex"; Apex Reference Guide, "DataWeave Namespace". */
orgTable(
  'DataWeave in Apex',
  [
    [`${run('hello')}.getValueAsString()`, '"Hello"'],
    ["DataWeave.Script.createScript('HELLO').execute().getValue()", '"Hello"'],
    ["DataWeave.Script.createScript('nope')", 'System.DataWeaveScriptException: Could not find DataWeave script: nope'],
    [
      `${run('broken')}.getValue()`,
      'System.DataWeaveScriptException: Division by zero\n\n4| 1/0\n    ^\nTrace:\n  at anonymous::main (line: 4, column: 2)'
    ],
    [run('excel'), 'System.DataWeaveScriptException: Unknown content type `application/xlsx`.\nat line 2, column 8'],
    [
      `((List<Contact>) ${run('toContacts', "'rows' => 'last,born,quiet\\nDoe,2000-01-31,true'")}.getValue())[0]`,
      'Contact:{LastName=Doe, Birthdate=2000-01-31 00:00:00, DoNotCall=true}'
    ],
    [
      `((List<Shape>) ${run('toShapes', `'rows' => '[{"name":"a","sides":"3","kind":"FLAT","part":{"name":"b"},"tags":["x"]}]'`)}.getValue())[0].text()`,
      'a 3 FLAT b (x)'
    ],
    [
      `(Object) ${run('toShapes', `'rows' => '[{"nope":1}]'`)}`,
      'System.DataWeaveScriptException: Unable to find property nope in Shape'
    ],
    [`${run('plain')}.getValue()`, '{a=(1, 2.5, x), b=2020-02-01 00:00:00, c=3000000000}'],
    [
      `${run('describe', "'rows' => new List<Contact>{ new Contact(LastName = 'D', Account = new Account(Name = 'A'), Birthdate = Date.newInstance(2000, 1, 31)) }")}.getValueAsString()`,
      '[{"n":"D","a":"A","day":"31.01.2000"}]'
    ],
    [
      `${run('shapes', "'shape' => Shape.of('s', 2)")}.getValueAsString()`,
      '{"name":"s","sides":2,"kind":"SOLID","part":null,"tags":["t"]}'
    ]
  ],
  {
    classes: {
      Shape: `public class Shape {
        public enum Kind { FLAT, SOLID }
        public String name; public Integer sides; public Kind kind; public Shape part; public List<String> tags;
        public String text() { return name + ' ' + sides + ' ' + kind + ' ' + part?.name + ' ' + tags; }
        public static Shape of(String name, Integer sides) {
          Shape made = new Shape();
          made.name = name; made.sides = sides; made.kind = Kind.SOLID; made.tags = new List<String>{ 't' };
          return made;
        }
      }`
    },
    files: Object.fromEntries(
      Object.entries(scripts).flatMap(([name, text]) => [
        [`dw/${name}.dwl`, text],
        [`dw/${name}.dwl-meta.xml`, meta]
      ])
    )
  }
);
