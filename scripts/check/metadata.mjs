// Holds every *-meta.xml against the metadata types of @salesforce/types, which are generated from the Metadata API's WSDL.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../lib/files.mjs';
import { root } from '../lib/root.mjs';

const namespace = 'http://soap.sforce.com/2006/04/metadata';

/** Reads the declarations into type name → { bases, properties } and enum name → its values. */
function readTypes() {
  const path = createRequire(import.meta.url)
    .resolve('@salesforce/types/metadata')
    .replace(/\.js$/, '.d.ts');
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const types = new Map();
  const enums = new Map();
  const literals = (node) =>
    (ts.isUnionTypeNode(node) ? node.types : [node]).map((t) =>
      ts.isLiteralTypeNode(t) && ts.isStringLiteral(t.literal) ? t.literal.text : undefined
    );
  for (const statement of source.statements) {
    if (!ts.isTypeAliasDeclaration(statement)) continue;
    const values = literals(statement.type);
    if (values.every((value) => value !== undefined)) {
      enums.set(statement.name.text, new Set(values));
      continue;
    }
    const type = { bases: [], properties: new Map() };
    for (const part of ts.isIntersectionTypeNode(statement.type) ? statement.type.types : [statement.type]) {
      if (ts.isTypeReferenceNode(part)) type.bases.push(part.typeName.getText());
      if (!ts.isTypeLiteralNode(part)) continue;
      for (const member of part.members) {
        const many = ts.isArrayTypeNode(member.type);
        const element = many ? member.type.elementType : member.type;
        type.properties.set(member.name.getText().replace(/['"]/g, ''), {
          optional: Boolean(member.questionToken),
          many,
          type: element.getText()
        });
      }
    }
    types.set(statement.name.text, type);
  }
  return { types, enums };
}

const { types, enums } = readTypes();
const propertiesOf = (name) => {
  const type = types.get(name);
  return type
    ? new Map([...type.bases.flatMap((base) => [...(propertiesOf(base) ?? [])]), ...type.properties])
    : undefined;
};

/** What is wrong with one element, as texts with its path. */
function* problems(path, typeName, children) {
  const properties = propertiesOf(typeName);
  if (!properties) return;
  const seen = new Set();
  let previous;
  for (const child of children) {
    const tag = Object.keys(child).find((key) => key !== ':@');
    if (tag === '#text' || tag === '#comment') continue;
    const property = properties.get(tag);
    if (!property) {
      yield `${path}: <${tag}> is no element of ${typeName}`;
      continue;
    }
    if (seen.has(tag) && !property.many) yield `${path}: <${tag}> stands twice`;
    if (seen.has(tag) && property.many && previous !== tag)
      yield `${path}: <${tag}> elements are not next to each other`;
    seen.add(tag);
    previous = tag;
    const text = String(child[tag].find((node) => '#text' in node)?.['#text'] ?? '');
    if (enums.has(property.type)) {
      if (!enums.get(property.type).has(text)) yield `${path}/${tag}: '${text}' is no ${property.type}`;
    } else if (property.type === 'boolean') {
      if (!/^(true|false)$/.test(text)) yield `${path}/${tag}: '${text}' is no boolean`;
    } else if (property.type === 'number') {
      if (text === '' || Number.isNaN(Number(text))) yield `${path}/${tag}: '${text}' is no number`;
    } else {
      yield* problems(`${path}/${tag}`, property.type, child[tag]);
    }
  }
  for (const [name, property] of properties) {
    if (!property.optional && !property.many && !seen.has(name) && name !== 'fullName')
      yield `${path}: <${name}> is missing`;
  }
}

function* problemsOfFile(path) {
  const xml = readFileSync(path, 'utf8');
  const valid = XMLValidator.validate(xml);
  if (valid !== true) {
    yield `line ${valid.err.line}: ${valid.err.msg}`;
    return;
  }
  // A formatter's line breaks inside a text would become part of a label or a help text in the org.
  for (const [, tag, text] of xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)) {
    if (text !== text.trim()) yield `<${tag}> has white space around its text`;
  }
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false });
  const element = parser.parse(xml).find((node) => !node['?xml']);
  const name = Object.keys(element).find((key) => key !== ':@');
  if (!types.has(name)) yield `<${name}> is no metadata type`;
  if (element[':@']?.['@_xmlns'] !== namespace) yield `the namespace is not ${namespace}`;
  yield* problems(name, name, element[name]);
}

let count = 0;
for (const path of filesBelow(['force-app', 'config'], /-meta\.xml$/)) {
  for (const problem of problemsOfFile(path)) {
    count++;
    console.log(`${relative(root, path)}: ${problem}`);
  }
}
process.exit(count > 0 ? 1 : 0);
