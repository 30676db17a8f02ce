// Reads two guides of the platform's documentation, kept as Markdown: the field reference (`sfFieldRef`: label, type and size of each
// field) and the object reference (`object-reference`: what may be created and updated, and what a reference leads to).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitWords } from './fields.mjs';

/** Types that the schema model does not have, by the type that holds their values. */
const kinds = { long: 'int', json: 'textarea', complexvalue: 'anyType', datacategorygroupreference: 'string' };

/**
 * Some pages leave the rights out by mistake: where records can be created but no field can, they say nothing.
 * `object → field → { label, type, length, precision, scale, create, update, to }` for the guides in a folder. Where `isComplete` says so, also
 * of fields that only the object reference has.
 */
export function readReference(folder, isComplete = () => false) {
  const objects = new Map();
  for (const [name, page] of pagesOf(join(folder, 'sfFieldRef'))) {
    const fields = sizesOf(page);
    if (fields.size > 0) objects.set(name, fields);
  }
  for (const [name, page] of pagesOf(join(folder, 'object-reference'))) {
    const rights = [...rightsOf(page)];
    const careless = /\bcreate\(\)/.test(page) && !rights.some(([, { create }]) => create);
    for (const [spelled, { to, type, ...right }] of rights) {
      const field = keyOf(objects.get(name) ?? new Map(), spelled);
      if (isComplete(name) && !objects.get(name)?.has(field)) {
        const sizes = /^(double|currency|percent)$/.test(type) && { precision: 18, scale: 2 };
        objects.get(name)?.set(field, { label: splitWords(field), type: kinds[type] ?? type, ...sizes });
      }
      const known = objects.get(name)?.get(field);
      if (known) Object.assign(known, to && { to }, careless || /(History|Share)$/.test(name) ? {} : right);
    }
  }
  return objects;
}

/** The key that a name has in the map whatever its case: the guides do not always spell alike. */
export function keyOf(map, name) {
  if (map.has(name)) return name;
  return [...map.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
}

/** `object → letters` of what its page does not list among the calls: c(reate), u(pdate), d(elete). The rows of tests are no calls. */
export function readRefusals(folder) {
  const refusals = new Map();
  for (const [name, page] of pagesOf(join(folder, 'object-reference'))) {
    const calls = /^## Supported Calls\s+(.*)$/m.exec(page)?.[1] ?? '';
    if (!calls.includes('query()') || /(History|Share|Feed|Event)$/.test(name)) continue;
    const letters = ['create', 'update', 'delete']
      .filter((call) => !calls.includes(`${call}()`))
      .map((call) => call[0]);
    if (letters.length > 0) refusals.set(name, letters.join(''));
  }
  return refusals;
}

function* pagesOf(folder) {
  for (const file of readdirSync(folder)) {
    const page = readFileSync(join(folder, file), 'utf8');
    const name = /^# (\w+)$/m.exec(page)?.[1];
    if (name) yield [name, page];
  }
}

function sizesOf(page) {
  const rows = page.matchAll(/^\| (\w+) \| (.*?) \| (\w+) \| (\d*) \| (\d*) \| (\d*) \| (\d*) \|$/gm);
  const fields = new Map();
  for (const [, field, label, type, digits, length, precision, scale] of rows) {
    if (field.endsWith('__c')) continue;
    const sized = /^(double|currency|percent)$/.test(type);
    fields.set(field, {
      label,
      type: kinds[type] ?? type,
      ...(length && !/^(reference|id|boolean)$/.test(type) && { length: Number(length) }),
      ...(sized && { precision: Number(precision || digits || 18), scale: Number(scale || 0) })
    });
  }
  return fields;
}

function* rightsOf(page) {
  for (const [, field, type, properties, rest] of page.matchAll(
    /^\| (\w+) \| Type\s*(\w+?)\s*Properties(.*?)Description(.*)\|$/gm
  )) {
    const targets = /Refers To\s*((?:\w+, )*\w+)/.exec(rest)?.[1]?.split(', ');
    yield [
      field,
      {
        type: type.toLowerCase(),
        create: /\bCreate\b/.test(properties),
        update: /\bUpdate\b/.test(properties),
        ...(targets && { to: targets })
      }
    ];
  }
}
