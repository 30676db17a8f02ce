// Reads the declarations of platform classes that ship, as Apex without bodies, in the jar of the Apex language server.
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = 'StandardApexLibrary/';

/** Path of the jar inside the installed packages. */
export function findJar() {
  const plugin = dirname(fileURLToPath(import.meta.resolve('prettier-plugin-apex')));
  return join(plugin, '..', '..', 'vendor', 'apex-ast-serializer', 'lib', 'apex-jorje-lsp.jar');
}

/** All types of the jar: `{ namespace, name, kind, extends?, values, members }`, inner classes as `Outer.Inner`. */
export function readDeclarations(path) {
  const entries = unzipSync(readFileSync(path), {
    filter: (file) => file.name.startsWith(folder) && file.name.endsWith('.cls')
  });
  return Object.entries(entries).flatMap(([name, bytes]) => {
    const namespace = name.split('/')[1];
    return readTypes(new TextDecoder().decode(bytes).replace(/\/\*[\s\S]*?\*\//g, ' '), namespace);
  });
}

function readTypes(text, namespace) {
  const types = [];
  const open = [];
  const pieces = text.matchAll(
    /\s*(?:global |public |virtual |abstract |static )*\b(class|interface|enum)\s+(\w+)(?:\s+extends\s+([\w.]+))?[^{]*\{|([^;{}]+)(;|\{\s*\}|\{[^}]*\})|\}/g
  );
  for (const [, kind, name, parent, declaration] of pieces) {
    if (kind) {
      const outer = open.at(-1);
      const type = {
        namespace,
        name: outer ? `${outer.name}.${name}` : name,
        kind,
        ...(parent && { extends: parent }),
        values: [],
        members: []
      };
      types.push(type);
      open.push(type);
      if (kind === 'enum') type.values = enumValues(text, name);
    } else if (declaration === undefined) open.pop();
    else if (open.at(-1)?.kind !== 'enum') readMember(open.at(-1), declaration.replace(/\s+/g, ' ').trim());
  }
  return types;
}

function enumValues(text, name) {
  const body = new RegExp(`enum\\s+${name}\\s*\\{([^}]*)\\}`).exec(text)?.[1] ?? '';
  return body
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
}

function readMember(type, text) {
  if (!type || text === '') return;
  const plain = text.replace(/^(?:(?:global|public|protected|virtual|abstract|override|transient|webservice) )+/, '');
  const isStatic = /\bstatic /.test(plain);
  const declared = plain.replace(/\b(?:static|global|virtual|abstract|override) /g, '');
  const call = /^(.*?)\s*\((.*)\)$/.exec(declared);
  if (!call) {
    const field = /^(.*\S)\s+(\w+)$/.exec(declared);
    if (field) type.members.push({ kind: 'property', static: isStatic, returns: field[1], name: field[2], params: [] });
    return;
  }
  const params = splitParams(call[2]).map((param) => {
    const [, paramType, name] = /^(.*\S)\s+(\w+)$/.exec(param) ?? [];
    return { type: paramType ?? param, name: name ?? 'value' };
  });
  const method = /^(.*\S)\s+(\w+)$/.exec(call[1]);
  type.members.push(
    method
      ? { kind: 'method', static: isStatic, returns: method[1], name: method[2], params }
      : { kind: 'constructor', static: false, returns: call[1], name: call[1], params }
  );
}

/** Splits at the commas outside of type arguments. */
function splitParams(text) {
  const params = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '<') depth++;
    else if (text[i] === '>') depth--;
    else if (i === text.length || (text[i] === ',' && depth === 0)) {
      if (text.slice(from, i).trim()) params.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  return params;
}
