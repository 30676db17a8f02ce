// Reads the field names and Java types of standard objects from the sobject-types jar of the Apex language tools.
import { unzipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readClassFile } from '../class-file.mjs';

const folder = 'com/nawforce/runforce/SObjects/';

/** Path of the jar inside the installed packages. */
export function findJar() {
  const engine = dirname(fileURLToPath(import.meta.resolve('@salesforce/code-analyzer-pmd-engine')));
  const lib = join(engine, 'java-lib');
  return join(
    lib,
    readdirSync(lib).find((name) => name.startsWith('sobject-types-'))
  );
}

/**
 * `objects` are the names of all objects; `fieldsOf(object)` gives `[field, type][]` where type is the simple Java name, with `[]` for
 * child lists, and undefined for an unknown object.
 */
export function openJar(path) {
  const entries = unzipSync(readFileSync(path), { filter: (file) => file.name.startsWith(folder) });
  const objects = Object.keys(entries)
    .filter((name) => name.endsWith('.class'))
    .map((name) => name.slice(folder.length, -'.class'.length));
  const fieldsOf = (object) => {
    const bytes = entries[`${folder}${object}.class`];
    return bytes && classFields(bytes).map(([name, descriptor]) => [name, simpleType(descriptor)]);
  };
  return { objects, fieldsOf };
}

function simpleType(descriptor) {
  const name = /([\w$]+);$/.exec(descriptor)?.[1] ?? descriptor;
  return descriptor.startsWith('[') ? `${name}[]` : name;
}

/** `[name, descriptor]` of the fields that stand for fields of the object. */
function classFields(bytes) {
  return readClassFile(bytes)
    .fields.map(({ name, descriptor }) => [name, descriptor])
    .filter(([name]) => name !== 'SObjectType' && name !== 'Fields');
}
