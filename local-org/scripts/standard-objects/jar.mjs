// Reads the field names and Java types of standard objects from the sobject-types jar of the Apex language tools.
import { unzipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** The fields of a class file, by the layout of the Java virtual machine specification, chapter 4. */
function classFields(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  const u2 = () => view.getUint16((at += 2) - 2);
  const skipAttributes = () => {
    for (let i = u2(); i > 0; i--) {
      const length = view.getUint32(at + 2);
      at += 6 + length;
    }
  };
  const constants = [];
  const count = u2();
  for (let i = 1; i < count; i++) {
    const tag = view.getUint8(at++);
    if (tag === 1) {
      const length = u2();
      constants[i] = new TextDecoder().decode(bytes.subarray(at, at + length));
      at += length;
    } else if (tag === 5 || tag === 6) {
      at += 8;
      i++;
    } else if ([7, 8, 16, 19, 20].includes(tag)) at += 2;
    else at += tag === 15 ? 3 : 4;
  }
  at += 6;
  const interfaces = u2();
  at += 2 * interfaces;
  const fields = [];
  for (let i = u2(); i > 0; i--) {
    u2();
    const name = constants[u2()];
    fields.push([name, constants[u2()]]);
    skipAttributes();
  }
  return fields.filter(([name]) => name !== 'SObjectType' && name !== 'Fields');
}
