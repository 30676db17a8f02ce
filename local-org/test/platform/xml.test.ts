import { table } from './table.js';

const namespaces = 'Apex Developer Guide, "Reading and Writing XML Using the DOM"';
const node = 'Apex Reference Guide, "XmlNode Class"';
const parser = 'XPP3, MXParser: the pull parser whose texts the platform shows';
const serializer = 'XPP3, MXSerializer: attributes, then namespaces, then a blank before the end of an empty tag';
const reading = 'Apex Reference Guide, "XmlStreamReader Class"';
const writing = 'Apex Developer Guide, "Writing XML Using Streams"';

const classes = {
  Xml: `public class Xml {
    static final String SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
    public static Dom.XmlNode root(String text) { Dom.Document d = new Dom.Document(); d.load(text); return d.getRootElement(); }
    public static String again(String text) { Dom.Document d = new Dom.Document(); d.load(text); return d.toXmlString(); }
    public static String envelope() {
      Dom.Document doc = new Dom.Document();
      Dom.XmlNode envelope = doc.createRootElement('Envelope', SOAP, 'soapenv');
      envelope.setNamespace('xsi', 'urn:xsi');
      envelope.setAttributeNs('schemaLocation', SOAP, 'urn:xsi', null);
      Dom.XmlNode body = envelope.addChildElement('Body', SOAP, null);
      body.addChildElement('echo', 'urn:service', 'req').addChildElement('category', 'urn:service', null).addTextNode('a < b & c');
      return doc.toXmlString();
    }
    public static String square() {
      Dom.Document doc = new Dom.Document();
      Dom.XmlNode square = doc.createRootElement('square', null, null);
      square.setAttribute('dimension', '2');
      square.setAttributeNs('example', 'test', 'http://ns1', 'http://ns2');
      return doc.toXmlString();
    }
    public static String moved() {
      Dom.XmlNode root = root('<r><a/><b/><c/></r>');
      List<Dom.XmlNode> kids = root.getChildElements();
      root.insertBefore(kids[2], kids[0]);
      root.insertBefore(kids[0], null);
      List<String> names = new List<String>();
      for (Dom.XmlNode kid : root.getChildElements()) names.add(kid.getName());
      names.add('' + root.removeChild(kids[1]));
      names.add('' + root.removeChild(kids[1]));
      names.add('' + (kids[1].getParent() == null));
      return String.join(names, ' ');
    }
    public static String stranger() {
      Dom.XmlNode root = root('<r><a/></r>'); root.insertBefore(root('<x/>'), root('<y/>')); return 'inserted';
    }
    public static String twice() {
      Dom.Document doc = new Dom.Document(); doc.createRootElement('a', null, null); doc.createRootElement('b', null, null); return '';
    }
    public static String kinds() {
      List<String> kinds = new List<String>();
      for (Dom.XmlNode kid : root('<a> <!--c--><b/><![CDATA[<x>]]></a>').getChildren()) kinds.add(kid.getNodeType() + '=' + kid.getText());
      return String.join(kinds, ',');
    }
    public static String events(String text) {
      XmlStreamReader reader = new XmlStreamReader(text);
      List<String> seen = new List<String>{ '' + reader.getEventType() };
      while (reader.hasNext()) {
        Integer kind = reader.next();
        String line = kind + ':' + reader.getEventType();
        if (reader.hasName()) line += ' ' + reader.getPrefix() + ':' + reader.getLocalName() + '@' + reader.getNamespace();
        if (reader.isStartElement()) line += ' ' + reader.getAttributeCount() + '/' + reader.getNamespaceCount();
        if (reader.hasText()) line += ' ' + reader.getText();
        seen.add(line);
      }
      return String.join(seen, '; ');
    }
    public static String tags() {
      XmlStreamReader reader = new XmlStreamReader('<?xml version="1.0"?><a x="1" p:y="2" xmlns:p="urn:p"> <!-- c --> <b/></a>');
      List<Object> seen = new List<Object>{ reader.getVersion(), reader.nextTag(), reader.getAttributeValue(null, 'x'), reader.getAttributeValue('urn:p', 'y') };
      seen.addAll(new List<Object>{ reader.getAttributeLocalName(1), reader.getAttributePrefix(1), reader.getAttributeNamespace(1), reader.getNamespaceURI('p') });
      seen.addAll(new List<Object>{ reader.nextTag(), reader.getLocalName(), reader.nextTag(), reader.nextTag(), reader.getLocalName() });
      return String.join(seen, ' ');
    }
    public static String names() {
      XmlStreamReader reader = new XmlStreamReader('<a>x</a>');
      List<String> names = new List<String>();
      while (reader.hasNext()) { reader.next(); names.add('' + reader.getLocalName()); }
      return String.join(names, ' ');
    }
    public static String coalesced() {
      XmlStreamReader reader = new XmlStreamReader('<a>x<![CDATA[y]]>z</a>');
      reader.setCoalescing(true); reader.next(); reader.next();
      return reader.getText() + reader.next();
    }
    public static String library() {
      XmlStreamWriter w = new XmlStreamWriter();
      w.writeStartDocument(null, '1.0');
      w.writeProcessingInstruction('target', 'data');
      w.writeStartElement('m', 'Library', 'http://www.book.com');
      w.writeNamespace('m', 'http://www.book.com');
      w.writeComment('Book starts here');
      w.setDefaultNamespace('http://www.defns.com');
      w.writeCData('<Cdata> I like CData </Cdata>');
      w.writeStartElement(null, 'book', null);
      w.writeDefaultNamespace('http://www.defns.com');
      w.writeAttribute(null, null, 'author', 'Manoj');
      w.writeCharacters('This is my book');
      w.writeEndElement();
      w.writeEmptyElement(null, 'ISBN', null);
      w.writeEndElement();
      w.writeEndDocument();
      String text = w.getXmlString();
      w.close();
      return text;
    }
    public static String escapes() {
      XmlStreamWriter w = new XmlStreamWriter();
      w.writeStartDocument('utf-8', '1.0'); w.writeStartElement(null, 'a', null); w.writeAttribute('p', 'urn:p', 'x', '"<&>"');
      w.writeStartElement(null, 'b', null); w.writeCharacters('1 < 2 & 3 > 2'); w.writeEndDocument();
      return w.getXmlString();
    }
  }`
};

table(
  'Dom',
  [
    [
      'Xml.envelope()',
      '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xsi:schemaLocation="http://schemas.xmlsoap.org/soap/envelope/" xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="urn:xsi"><soapenv:Body><req:echo xmlns:req="urn:service"><req:category>a &lt; b &amp; c</req:category></req:echo></soapenv:Body></soapenv:Envelope>',
      namespaces
    ],
    [
      'Xml.square()',
      '<?xml version="1.0" encoding="UTF-8"?><square dimension="2" ns1:example="ns2:test" xmlns:ns1="http://ns1" xmlns:ns2="http://ns2" />',
      namespaces
    ],
    ["Xml.again('<a><b/><c></c></a>')", '<?xml version="1.0" encoding="UTF-8"?><a><b /><c /></a>', serializer],
    [
      `Xml.again('<a x=\\'"1"\\' xmlns="urn:d">\\n <b>&lt;&#65;&gt;</b>\\n</a>')`,
      '<?xml version="1.0" encoding="UTF-8"?><a x="&quot;1&quot;" xmlns="urn:d">\n <b>&lt;A></b>\n</a>',
      serializer
    ],
    [`Xml.root('<xyz xmlns:a="urn:a" xmlns:c="urn:c" a:b="c:d" />').getAttribute('b', 'urn:a')`, 'c:d', node],
    [`Xml.root('<xyz b="c" />').getAttribute('b', '')`, 'c', 'a public suite names no namespace so'],
    [`Xml.root('<xyz xmlns:a="urn:a" xmlns:c="urn:c" a:b="c:d" />').getAttributeValue('b', 'urn:a')`, 'd', node],
    [`Xml.root('<xyz xmlns:a="urn:a" xmlns:c="urn:c" a:b="c:d" />').getAttributeValueNs('b', 'urn:a')`, 'urn:c', node],
    [`Xml.root('<xyz a="1" b="2" xmlns:p="urn:p"/>').getAttributeCount()`, '2', node],
    [`Xml.root('<xyz a="1" b="2"/>').getAttributeKeyAt(1)`, 'b', node],
    [`Xml.root('<xyz a="1" b="2"/>').getAttributeKeyAt(2)`, 'System.ListException: List index out of bounds: 2'],
    [`Xml.root('<xyz a="1"/>').getAttribute('A', null)`, 'null', node],
    [`Xml.root('<a><b>1</b><b>2</b></a>').getChildElement('b', null).getText()`, '1', node],
    [`Xml.root('<a xmlns="urn:d"><b/></a>').getChildElement('b', null)`, 'null', node],
    [`Xml.root('<a xmlns="urn:d"><b/></a>').getChildElement('b', 'urn:d').getNamespace()`, 'urn:d', node],
    [`Xml.root('<a>x<b>y</b>z</a>').getText()`, 'xz', 'from memory: text of child elements is not part of it'],
    [`Xml.root('<a/>').getText()`, '', 'from memory'],
    [`Xml.root('<a><p:b xmlns:p="urn:p"/></a>').getChildElements()[0].getPrefixFor('urn:p')`, 'p', node],
    [`Xml.root('<a xmlns:p="urn:p"><b/></a>').getChildElements()[0].getNamespaceFor('p')`, 'urn:p', node],
    [`Xml.root('<a x="1"/>').removeAttribute('x', null)`, 'true', node],
    [`Xml.root('<a x="1"/>').removeAttribute('y', null)`, 'false', node],
    ['Xml.moved()', 'c b a true false true', node],
    ['Xml.stranger()', 'System.XmlException: The reference node is not a child of this node.', node],
    [
      'Xml.twice()',
      'System.XmlException: A document can have only one root element.',
      'Apex Reference Guide, "Document Class"'
    ],
    ['Xml.kinds()', 'TEXT= ,COMMENT=c,ELEMENT=,TEXT=<x>', node],
    ['new Dom.Document().getRootElement()', 'null', 'Apex Reference Guide, "Document Class"'],
    [
      `Xml.root('<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope></soapenv:Envelope>')`,
      'System.XmlException: Failed to parse XML due to: could not determine namespace bound to element prefix soapenv (position: START_DOCUMENT seen <?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope>... @1:56)',
      parser
    ],
    [
      `Xml.root('nonsense')`,
      'System.XmlException: Failed to parse XML due to: only whitespace content allowed before start tag and not n (position: START_DOCUMENT seen n... @1:1)',
      parser
    ],
    [
      `Xml.root('<a><b></a>')`,
      'System.XmlException: Failed to parse XML due to: end tag name </a> must match start tag name <b> from line 1 (position: START_TAG seen <a><b></a>... @1:10)',
      parser
    ],
    [
      `Xml.root('<a><b>x')`,
      'System.XmlException: Failed to parse XML due to: no more data available - expected end tags </b></a> to close start tag <b> from line 1 and start tag <a> from line 1, parser stopped on TEXT seen <a><b>x... @1:7',
      parser
    ],
    [
      `Xml.root('<a>&nbsp;</a>')`,
      "System.XmlException: Failed to parse XML due to: could not resolve entity named 'nbsp' (position: START_TAG seen <a>&nbsp;... @1:9)",
      parser
    ]
  ],
  { classes }
);

table(
  'XML streams',
  [
    [
      `Xml.events('<a x="1"><!--c--><p:b xmlns:p="urn:p">t</p:b></a>')`,
      'START_DOCUMENT; 1:START_ELEMENT null:a@null 1/0; 5:COMMENT c; 1:START_ELEMENT p:b@urn:p 0/1; 4:CHARACTERS t; 2:END_ELEMENT p:b@urn:p; 2:END_ELEMENT null:a@null; 8:END_DOCUMENT',
      reading
    ],
    ['Xml.tags()', '1.0 1 1 2 y p urn:p urn:p 1 b 2 2 a', reading],
    ['Xml.coalesced()', 'xyz2', reading],
    ['Xml.names()', 'a null a null', 'a public suite that asks at every event'],
    [
      `Xml.events('<a><b></a>')`,
      'System.XmlException: ParseError at [row,col]:[1,9]\nMessage: The element type "b" must be terminated by the matching end-tag "</b>".',
      'com.sun.org.apache.xerces.internal.impl.msg.XMLMessages'
    ],
    [
      `Xml.events('')`,
      'System.XmlException: ParseError at [row,col]:[1,1]\nMessage: Premature end of file.',
      'com.sun.org.apache.xerces.internal.impl.msg.XMLMessages'
    ],
    [
      'Xml.library()',
      '<?xml version="1.0"?><?target data?><m:Library xmlns:m="http://www.book.com"><!--Book starts here--><![CDATA[<Cdata> I like CData </Cdata>]]><book xmlns="http://www.defns.com" author="Manoj">This is my book</book><ISBN/></m:Library>',
      writing
    ],
    [
      'Xml.escapes()',
      '<?xml version="1.0" encoding="utf-8"?><a p:x="&quot;&lt;&amp;&gt;&quot;"><b>1 &lt; 2 &amp; 3 &gt; 2</b></a>',
      'com.sun.xml.internal.stream.writers.XMLStreamWriterImpl'
    ]
  ],
  { classes }
);
