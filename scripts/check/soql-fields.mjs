// Finds objects and fields in static SOQL that neither Salesforce nor this project has: names come from the sobject-types jar
// inside the code analyzer's PMD engine (4,542 standard types) and from the project's own object metadata.
import { ApexParserBaseListener, ApexParserFactory, ApexParseTreeWalker } from '@apexdevtools/apex-parser';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { findJar, openJar } from '../../local-org/scripts/standard-objects/jar.mjs';
import { filesBelow } from '../lib/files.mjs';
import { root } from '../lib/root.mjs';

const everyObjectHas = {
  id: null,
  name: null,
  ownerid: null,
  owner: 'user',
  createdbyid: null,
  createdby: 'user',
  createddate: null,
  lastmodifiedbyid: null,
  lastmodifiedby: 'user',
  lastmodifieddate: null,
  systemmodstamp: null,
  isdeleted: null,
  currencyisocode: null,
  recordtypeid: null,
  recordtype: 'recordtype'
};

const everyMetadataTypeHas = {
  id: null,
  developername: null,
  masterlabel: null,
  label: null,
  language: null,
  namespaceprefix: null,
  qualifiedapiname: null,
  systemmodstamp: null
};

const jar = openJar(findJar());
const standard = new Map(jar.objects.map((name) => [name.toLowerCase(), name]));

/** object → field or relationship → object it leads to, or null; all in lower case. */
const objects = new Map();
function objectOf(name) {
  const key = name.toLowerCase();
  const known = standard.get(key);
  if (!objects.has(key) && known) {
    const leadsTo = (type) => (standard.has(type.toLowerCase()) ? type.toLowerCase() : null);
    objects.set(key, new Map(jar.fieldsOf(known).map(([field, type]) => [field.toLowerCase(), leadsTo(type)])));
  }
  return objects.get(key);
}

const children = new Map();
const sources = ['force-app', 'config'];
for (const path of filesBelow(sources, /\/objects\/[^/]+\/[^/]+\.object-meta\.xml$/)) {
  const name = /objects\/([^/]+)\//.exec(path)[1];
  const fields = name.endsWith('__mdt') ? everyMetadataTypeHas : everyObjectHas;
  if (!objectOf(name)) objects.set(name.toLowerCase(), new Map(Object.entries(fields)));
}
for (const path of filesBelow(sources, /\/fields\/[^/]+\.field-meta\.xml$/)) {
  const [, object, field] = /objects\/([^/]+)\/fields\/(.+)\.field-meta\.xml$/.exec(path);
  const fields = objectOf(object);
  if (!fields) throw new Error(`${relative(root, path)}: there is no object ${object}`);
  fields.set(field.toLowerCase(), null);
  const xml = readFileSync(path, 'utf8');
  const target = /<referenceTo>([^<]+)/.exec(xml)?.[1];
  const childName = /<relationshipName>([^<]+)/.exec(xml)?.[1];
  if (target) fields.set(field.toLowerCase().replace(/__c$/, '__r'), target.toLowerCase());
  if (target && childName) children.set(`${target}.${childName}__r`.toLowerCase(), object.toLowerCase());
}

const problems = [];
class Listener extends ApexParserBaseListener {
  constructor(file) {
    super();
    this.file = file;
    this.from = [];
  }
  report(context, text) {
    problems.push(`${this.file}:${context.start.line}:${context.start.column + 1} ${text}`);
  }
  enterQuery(context) {
    const name = context.fromNameList().fieldName_list()[0].getText();
    if (!objectOf(name)) this.report(context, `there is no object ${name}`);
    this.from.push(name);
  }
  exitQuery() {
    this.from.pop();
  }
  enterSubQuery(context) {
    const name = context.fromNameList().fieldName_list()[0].getText();
    this.from.push(children.get(`${this.from.at(-1)}.${name}`.toLowerCase()) ?? null);
  }
  exitSubQuery() {
    this.from.pop();
  }
  enterFieldName(context) {
    const object = this.from.at(-1);
    if (!object || context.parentCtx.constructor.name === 'FromNameListContext') return;
    let at = object;
    for (const step of context.soqlId_list()) {
      const fields = at && objectOf(at);
      if (!fields) return;
      const name = step.getText().toLowerCase();
      if (!fields.has(name)) return this.report(context, `${at} has no field or relationship ${step.getText()}`);
      at = fields.get(name);
    }
  }
}

const files = filesBelow(sources, /\.(cls|trigger)$/);
for (const path of files) {
  const parser = ApexParserFactory.createParser(readFileSync(path, 'utf8'));
  parser.removeErrorListeners();
  ApexParseTreeWalker.DEFAULT.walk(
    new Listener(relative(root, path)),
    path.endsWith('.cls') ? parser.compilationUnit() : parser.triggerUnit()
  );
}
for (const problem of problems) console.log(problem);
console.log(`${files.length} Apex files, ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);
