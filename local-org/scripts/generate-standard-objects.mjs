// Writes src/schema/standard/objects.json and more.json: the standard objects, from the sobject-types jar, the documentation's field and
// object references (as Markdown, in the folder given) and the overlay. Run it after one of them changes:
//   node local-org/scripts/generate-standard-objects.mjs FOLDER
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { billing } from './standard-objects/billing.mjs';
import { compact } from './standard-objects/compact.mjs';
import { fieldOf, splitWords } from './standard-objects/fields.mjs';
import { findJar, openJar } from './standard-objects/jar.mjs';
import { overlay } from './standard-objects/overlay.mjs';
import { keyPrefixes } from './standard-objects/key-prefixes.mjs';
import { readReference, readRefusals } from './standard-objects/reference.mjs';
import { nameChildRelationships } from './standard-objects/relationships.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('Name the folder that holds sfFieldRef and object-reference.');
const { objects: jarNames, fieldsOf: read } = openJar(findJar());
const reference = readReference(folder, (name) => name in billing);
const refusals = readRefusals(folder);

/** Words that Apex knows as classes or namespaces of the platform: an object of that name would only stand in their way. */
const taken = new Set(['Address', 'Approval']);
/** References of which only the lists on their parents tell where they lead. */
const untold = {
  ListEmail: { fields: { RelatedToId: 'reference to=Case,Contact,Lead,Opportunity,Product2,User' } }
};
/** Fields that only orgs with Einstein Activity Capture have; code that goes through all references finds nothing behind them. */
const needsAnOption = new Set(['ActivityMetricRollupId', 'ActivityMetricId']);
const names = new Set([...Object.keys(overlay), ...jarNames, ...reference.keys()]);
const objects = {};
for (const name of [...names].sort(byOverlay)) {
  if (name.includes('$') || (!(name in overlay) && (taken.has(name) || /__dlm$/.test(name)))) continue;
  const extra = overlay[name] ?? billing[name] ?? untold[name] ?? {};
  const made = extra.made ? Object.keys(extra.made).map((field) => [field, 'String']) : read(name);
  const facts = reference.get(name);
  const known = new Map([...(facts ?? [])].map(([field]) => [field, javaTypeOf(facts.get(field))]));
  const fields = new Map([...(made ?? []), ...[...known].filter(([field]) => !made?.some(([own]) => own === field))]);
  if (fields.size > 0) objects[name] = describe(name, extra, [...fields], facts);
}
for (const model of Object.values(objects)) keepKnownTargets(model);
nameChildRelationships(objects, read);

const core = Object.fromEntries(Object.keys(overlay).map((name) => [name, objects[name]]));
const more = Object.fromEntries(Object.entries(objects).filter(([name]) => !(name in overlay)));
write('objects.json', render(core));
write(
  'more.json',
  `${JSON.stringify(Object.fromEntries(Object.entries(more).map(([name, model]) => [name, compact(model)])), null, 1)}\n`
);
const count = (all) => Object.values(all).reduce((n, o) => n + Object.keys(o.fields).length, 0);
console.log(
  `${Object.keys(core).length} objects, ${count(core)} fields; ${Object.keys(more).length} more, ${count(more)} fields`
);

/** Objects of the overlay in its order, then the others by name. */
function byOverlay(a, b) {
  const order = Object.keys(overlay);
  const [x, y] = [order.indexOf(a), order.indexOf(b)];
  return x >= 0 || y >= 0 ? (x < 0 ? order.length : x) - (y < 0 ? order.length : y) : a < b ? -1 : 1;
}

/** A field that only the documentation has, as if the jar had it. */
function javaTypeOf({ type }) {
  return { reference: 'Id', id: 'Id', boolean: 'Boolean', address: 'Address', location: 'Location' }[type] ?? 'String';
}

function describe(name, extra, fields, facts) {
  const javaTypes = new Map(fields);
  const described = {};
  for (const [field, javaType] of fields) {
    const model = fieldOf({
      object: name,
      field,
      javaType,
      javaTypes,
      line: (extra.made ?? extra.fields ?? {})[field],
      facts: facts?.get(field)
    });
    if (model && !needsAnOption.has(field)) described[field] = model;
  }
  // The jar also lists the parents themselves.
  for (const { relationshipName } of Object.values(described)) {
    if (described[relationshipName]?.type === 'anyType') delete described[relationshipName];
  }
  const label = extra.label ?? splitWords(name);
  const prefix = extra.prefix ?? keyPrefixes[name];
  return {
    label,
    plural:
      extra.plural ?? (/[^aeiou]y$/.test(label) ? `${label.slice(0, -1)}ies` : /s$/.test(label) ? label : `${label}s`),
    ...(prefix && { prefix }),
    nameField: extra.name ?? (described.Name ? 'Name' : 'Id'),
    ...(isEvent(name, described) && { kind: 'platformEvent' }),
    ...(!(name in overlay) && refusals.has(name) && { refuses: refusals.get(name) }),
    fields: described
  };
}

function isEvent(name, fields) {
  return 'EventUuid' in fields && 'ReplayId' in fields && !name.endsWith('ChangeEvent');
}

/** References to objects that are not in the list belong to what the platform keeps to itself. */
function keepKnownTargets({ fields }) {
  for (const field of Object.values(fields)) {
    if (field.referenceTo) field.referenceTo = field.referenceTo.filter((target) => target in objects);
  }
}

function write(file, content) {
  writeFileSync(fileURLToPath(new URL(`../src/schema/standard/${file}`, import.meta.url)), content);
}

/** One line a field, so that a change reads well as a difference. */
function render(all) {
  const lines = Object.entries(all).map(([name, { fields, ...head }]) => {
    const rows = Object.entries(fields).map(
      ([field, model]) => `    ${JSON.stringify(field)}: ${JSON.stringify(model)}`
    );
    return `${JSON.stringify(name)}: ${JSON.stringify(head).slice(0, -1)}, "fields": {\n${rows.join(',\n')}\n  }}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
