import { describe, expect, test } from 'vitest';
import { runScript } from './run.js';

const convert = (input: string, output: string, payload: string, body = 'payload'): string =>
  runScript(`%dw 2.0\ninput payload ${input}\noutput ${output}\n---\n${body}`, { inputs: { payload } });

/** "CSV Format", "JSON Format", "XML Format", "URL Encoded Format" of the DataWeave documentation. */
describe('formats', () => {
  test.each([
    [
      'application/csv',
      'application/json indent=false',
      'a,b\n1,"x, ""y"""\n\n2,"l1\nl2"',
      '[{"a":"1","b":"x, \\"y\\""},{"a":"2","b":"l1\\nl2"}]'
    ],
    ["application/csv separator=';'", 'application/json indent=false', 'a;b\r\n1;2', '[{"a":"1","b":"2"}]'],
    ['application/csv header=false', 'application/json indent=false', '1,2', '[{"column_0":"1","column_1":"2"}]'],
    ['application/json', 'application/csv', '[{"a":"x,y","b":1},{"a":"p\\"q","b":null}]', 'a,b\n"x,y",1\n"p""q",\n'],
    ['application/json', 'application/csv header=false, separator="|"', '[{"a":1,"b":2}]', '1|2\n'],
    ['application/json', 'application/csv quoteValues=true', '[{"a":1}]', 'a\n"1"\n'],
    [
      'application/json',
      'application/json',
      '{"a":[1,{"b":"é"}],"c":{}}',
      '{\n  "a": [\n    1,\n    {\n      "b": "é"\n    }\n  ],\n  "c": {}\n}'
    ],
    [
      'application/json',
      'application/json indent=false, skipNullOn="everywhere"',
      '{"a":null,"b":[1,null]}',
      '{"b":[1]}'
    ],
    ['application/json', 'application/json indent=false', '{"a":1,"a":2}', '{"a":1,"a":2}'],
    ['application/json', 'application/json indent=false, duplicateKeyAsArray=true', '{"a":1,"a":2}', '{"a":[1,2]}'],
    ['application/json', 'application/json indent=false', '12345678901234567890.5', '12345678901234567890.5'],
    [
      'application/json',
      'application/json',
      '{"a":',
      "Error: Unexpected character 'end-of-input' at payload@[1:6] (line:column)"
    ],
    [
      'application/xml',
      'application/json indent=false',
      '<r a="1"><i>x &amp; y</i><i/><t> </t><d><![CDATA[<z>]]></d></r>',
      '{"r":{"i":"x & y","i":null,"t":null,"d":"<z>"}}'
    ],
    [
      'application/xml',
      'application/json indent=false, writeAttributes=true',
      '<r a="1">x</r>',
      '{"r":{"@a":"1","__text":"x"}}'
    ],
    [
      'application/xml',
      'application/xml indent=false',
      '<p:r xmlns:p="urn:p" p:a="1"><p:i/></p:r>',
      '<?xml version=\'1.0\' encoding=\'UTF-8\'?><p:r xmlns:p="urn:p" p:a="1"><p:i/></p:r>'
    ],
    [
      'application/json',
      'application/xml',
      '{"r":{"i":[1,2],"n":null}}',
      "<?xml version='1.0' encoding='UTF-8'?>\n<r>\n  <i>1</i>\n  <i>2</i>\n  <n/>\n</r>"
    ],
    [
      'application/json',
      'application/xml writeDeclaration=false, indent=false, skipNullOn="elements"',
      '{"r":{"a":"<&","n":null}}',
      '<r><a>&lt;&amp;</a></r>'
    ],
    [
      'application/json',
      'application/xml',
      '{"a":1,"b":2}',
      'Error: Trying to output second root, <b>, while writing Xml at root.'
    ],
    [
      'application/x-www-form-urlencoded',
      'application/json indent=false',
      'key=value&key+1=%40here',
      '{"key":"value","key 1":"@here"}'
    ],
    ['application/json', 'application/x-www-form-urlencoded', '{"a":"x y","b":"&"}', 'a=x+y&b=%26'],
    ['text/plain', 'application/json', 'a\nb', '"a\\nb"'],
    ['application/json', 'text/plain', '"a"', 'a'],
    ['application/json', 'application/dw', '{"a b":[1,"x"]}', '{\n  "a b": [\n    1, \n    "x"\n  ]\n}']
  ])('%s as %s: %j', (input, output, payload, expected) => {
    expect(convert(input, output, payload)).toBe(expected);
  });

  test('attributes and namespaces of XML are selected and written', () => {
    const source = '<b:r xmlns:b="urn:b" id="7"><b:i k="1">x</b:i><b:i k="2">y</b:i></b:r>';
    const body = '{ id: payload.r.@id, all: payload.r.@, ks: payload.r.*i.@k, ns: payload.r.#, has: payload.r.@id? }';

    expect(convert('application/xml', 'application/json indent=false', source, body)).toBe(
      '{"id":"7","all":{"id":"7"},"ks":"1","ns":"urn:b","has":true}'
    );
    expect(
      runScript(
        '%dw 2.0\noutput application/xml indent=false\nns b urn:b\n---\nb#r @(id: 1, (k: 2) if true): { i @((k: "v")): "x" }'
      )
    ).toBe('<?xml version=\'1.0\' encoding=\'UTF-8\'?><b:r xmlns:b="urn:b" id="1" k="2"><i k="v">x</i></b:r>');
  });

  test('read and write go through formats inside a script', () => {
    expect(
      runScript(
        '%dw 2.0\noutput application/json indent=false\n---\nread("a,b\\n1,2", "application/csv") map { t: write($, "application/json", { indent: false }) }'
      )
    ).toBe('[{"t":"{\\"a\\":\\"1\\",\\"b\\":\\"2\\"}"}]');
  });

  test('log writes its value and answers it', () => {
    const lines: string[] = [];

    expect(
      runScript('%dw 2.0\noutput application/json\n---\nlog("seen", 1 + 1)', { log: (text) => lines.push(text) })
    ).toBe('2');
    expect(lines).toEqual(['seen - 2']);
  });
});
