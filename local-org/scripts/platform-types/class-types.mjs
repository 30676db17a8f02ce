// Reads the platform types of the standard-types jar of the Apex language tools: classes that declare the platform in Java.
import { unzipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readClassFile } from '../class-file.mjs';

const folder = 'com/nawforce/runforce/';
/** What is no part of the platform, or stands for sObjects. */
const foreign = ['Internal', 'SObjectStubs', 'Component', 'SObjects'];

/** Path of the jar inside the installed packages. */
export function findJar() {
  const engine = dirname(fileURLToPath(import.meta.resolve('@salesforce/code-analyzer-pmd-engine')));
  const lib = join(engine, 'java-lib');
  return join(
    lib,
    readdirSync(lib).find((name) => name.startsWith('standard-types-'))
  );
}

/** All types of the jar in the form of `readDeclarations`. Java says nothing of the order of enum values here but their own. */
export function readClassTypes(path) {
  const entries = unzipSync(readFileSync(path), {
    filter: (file) => file.name.startsWith(folder) && file.name.endsWith('.class')
  });
  return Object.entries(entries)
    .map(([file, bytes]) => {
      const [namespace, name] = file.slice(folder.length, -'.class'.length).split('/');
      return { namespace, name: name?.replaceAll('$', '.'), bytes };
    })
    .filter(({ namespace, name }) => name && !foreign.includes(namespace) && !/(^|\.)\d|\.$/.test(name))
    .map(({ namespace, name, bytes }) => typeOf(namespace, name, readClassFile(bytes)));
}

function typeOf(namespace, name, file) {
  const enumeration = file.kind === 'enum';
  const parent = apexName(file.superclass ?? '');
  return {
    namespace,
    name,
    kind: file.kind,
    ...(file.superclass?.startsWith(folder) && { extends: parent }),
    values: enumeration ? file.fields.filter((field) => field.public).map((field) => field.name) : [],
    members: enumeration ? [] : membersOf(name, file)
  };
}

function membersOf(name, { fields, methods }) {
  return [
    ...fields
      .filter((field) => field.public)
      .map((field) => ({
        kind: 'property',
        static: field.static,
        returns: typesIn(field.descriptor)[0],
        name: field.name,
        params: []
      })),
    ...methods
      .filter((method) => method.public && method.name !== '<clinit>')
      .map((method) => {
        const [, params, result] = /^\((.*)\)(.*)$/.exec(method.descriptor);
        const constructor = method.name === '<init>';
        return {
          kind: constructor ? 'constructor' : 'method',
          static: !constructor && method.static,
          returns: constructor ? name : typesIn(result)[0],
          name: constructor ? name : method.name.replace(/^\$|\$$/g, ''),
          params: typesIn(params).map((type, i) => ({ type, name: `value${i + 1}` }))
        };
      })
  ];
}

const typesIn = (descriptor) =>
  [...descriptor.matchAll(/(\[?)(?:L([^;]+);|([A-Z]))/g)].map(([, array, name, primitive]) => {
    const type = name ? apexName(name) : { V: 'void', Z: 'Boolean', I: 'Integer', J: 'Long', D: 'Double' }[primitive];
    return array ? `List<${type}>` : type;
  });

/** `com/nawforce/runforce/Schema/SObjectType` as `Schema.SObjectType`; types of Java itself stand for Object. */
function apexName(path) {
  if (!path.startsWith(folder)) return path === 'java/lang/String' ? 'String' : 'Object';
  const [namespace, name] = path.slice(folder.length).split('/');
  if (namespace === 'Internal') return name === 'SObjectType$' ? 'SObjectType' : 'Object';
  if (namespace === 'SObjects') return name;
  return `${namespace}.${name.replaceAll('$', '.')}`;
}
