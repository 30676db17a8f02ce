// Writes src/schema/standard/objects.json: the standard objects, from the sobject-types jar and the overlay.
// Run it after either changes: node local-org/scripts/generate-standard-objects.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fieldOf, splitWords } from './standard-objects/fields.mjs';
import { findJar, openJar } from './standard-objects/jar.mjs';
import { overlay } from './standard-objects/overlay.mjs';
import { dropForeignReferences, nameChildRelationships } from './standard-objects/relationships.mjs';

const { fieldsOf: read } = openJar(findJar());
const objects = {};
for (const [name, extra] of Object.entries(overlay)) {
  const fields = extra.made ? Object.keys(extra.made).map((field) => [field, 'String']) : read(name);
  if (!fields) throw new Error(`The jar has no object ${name}: list its fields under "made" in the overlay.`);
  objects[name] = describe(name, extra, fields);
}
dropForeignReferences(objects);
nameChildRelationships(objects, read);

const target = fileURLToPath(new URL('../src/schema/standard/objects.json', import.meta.url));
writeFileSync(target, render(objects));
console.log(
  `${Object.keys(objects).length} objects, ${Object.values(objects).reduce((n, o) => n + Object.keys(o.fields).length, 0)} fields`
);

function describe(name, extra, fields) {
  const javaTypes = new Map(fields);
  const described = {};
  for (const [field, javaType] of fields) {
    const model = fieldOf({
      object: name,
      field,
      javaType,
      javaTypes,
      line: (extra.made ?? extra.fields ?? {})[field]
    });
    if (model) described[field] = model;
  }
  const label = extra.label ?? splitWords(name);
  return {
    label,
    plural:
      extra.plural ?? (/[^aeiou]y$/.test(label) ? `${label.slice(0, -1)}ies` : /s$/.test(label) ? label : `${label}s`),
    ...(extra.prefix && { prefix: extra.prefix }),
    nameField: extra.name ?? (described.Name ? 'Name' : 'Id'),
    fields: described
  };
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
