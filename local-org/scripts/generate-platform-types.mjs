// Writes src/platform/catalogue/types.json: all types of the platform with their members, whether the local org has them or not.
// Run it after an update of the packages it reads: node local-org/scripts/generate-platform-types.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findJar as findDeclarations, readDeclarations } from './platform-types/apex-declarations.mjs';
import { findJar as findClasses, readClassTypes } from './platform-types/class-types.mjs';

/** Namespaces of which the names of types are enough: many classes for one product. */
const namesOnly = ['Slack'];
/** The declarations give every class these, whether it has them or not. */
const given = (member) => member.name === 'clone' && member.params.length === 0;
/** Members that name types of the platform's own implementation, or whose types are cut off. */
const internal = (member) =>
  [member.returns, ...member.params.map((param) => param.type)].some(
    (type) => /[^\w.,<>[\] ]|<>/.test(type) || type.split('<').length !== type.split('>').length
  );
/** Values that the declarations leave out, in the order of the Apex Reference Guide's page of the enum. */
const values = {
  'System.TriggerOperation': [
    'BEFORE_INSERT',
    'BEFORE_UPDATE',
    'BEFORE_DELETE',
    'AFTER_INSERT',
    'AFTER_UPDATE',
    'AFTER_DELETE',
    'AFTER_UNDELETE'
  ]
};

/** Elements that both sources leave out of a list or map: Apex Reference Guide, the class's page. */
const elements = {
  'ConnectApi.CdpQueryOutputV2.data': 'List<ConnectApi.CdpQueryV2Row>',
  'ConnectApi.CdpQueryOutputV2.metadata': 'Map<String,ConnectApi.CdpQueryMetadataItem>',
  'ConnectApi.ChatterGroupSummaryPage.groups': 'List<ConnectApi.ChatterGroupSummary>'
};

const types = new Map();
const keyOf = (namespace, name) => `${namespace}.${name}`.toLowerCase();
for (const type of readDeclarations(findDeclarations())) {
  types.set(keyOf(type.namespace, type.name), {
    ...type,
    members: type.members.filter(
      (member) => !given(member) && !internal(member) && !(member.kind === 'constructor' && member.params.length === 0)
    )
  });
}
for (const type of readClassTypes(findClasses())) {
  const known = types.get(keyOf(type.namespace, type.name));
  if (!known) {
    types.set(keyOf(type.namespace, type.name), type);
    continue;
  }
  if (known.values.length === 0) known.values = type.values;
  known.extends ??= type.extends;
  for (const member of type.members) {
    if (!known.members.some((each) => shape(each) === shape(member))) known.members.push(member);
  }
}

const namespaces = new Map([...types.values()].reverse().map(({ namespace }) => [namespace.toLowerCase(), namespace]));
const spelled = (namespace) => namespaces.get(namespace.toLowerCase());
const catalogue = {};
for (const type of types.values()) {
  const namespace = spelled(type.namespace);
  const name = `${namespace}.${type.name}`;
  const list = namesOnly.includes(namespace) ? [] : type.members.map((member) => signature(member, type));
  (catalogue[namespace] ??= {})[type.name] = {
    ...(type.kind !== 'class' && { kind: type.kind }),
    ...(type.extends && { extends: apexType(type.extends, type) }),
    ...((values[name] ?? type.values).length > 0 && { values: values[name] ?? type.values }),
    ...(list.length > 0 && { members: [...new Set(list)].sort() })
  };
}

const target = fileURLToPath(new URL('../src/platform/catalogue/types.json', import.meta.url));
writeFileSync(target, render(catalogue));
console.log(`${types.size} types, ${[...types.values()].reduce((n, type) => n + type.members.length, 0)} members`);

function shape({ kind, name, params }) {
  return `${kind} ${name.toLowerCase()} ${params.length}`;
}

function signature(member, owner) {
  const params = member.params.map(({ type, name }) => `${apexType(type, owner)} ${name}`).join(', ');
  if (member.kind === 'constructor') return `${owner.name.split('.').at(-1)}(${params})`;
  const returns = elements[`${owner.namespace}.${owner.name}.${member.name}`] ?? member.returns;
  const head = `${member.static ? 'static ' : ''}${apexType(returns, owner)} ${member.name}`;
  return member.kind === 'property' ? `${head} {get}` : `${head}(${params})`;
}

/** A type as the library writes it: no System and Schema, List for arrays, the names in their own spelling. */
function apexType(text, owner) {
  return text
    .replace(/\s+/g, '')
    .replace('sObject[sObject[]]', 'List<List<SObject>>')
    .replace(/([\w.]+(?:<.*>)?)\[\]/g, 'List<$1>')
    .replace(/[A-Za-z_][\w.]*/g, (name) => {
      const [head, ...rest] = name.split('.');
      const known = rest.length > 0 ? types.get(keyOf(head, rest.join('.'))) : undefined;
      if (known) {
        const namespace = spelled(known.namespace);
        return namespace === 'System' || namespace === 'Schema' ? known.name : `${namespace}.${known.name}`;
      }
      if (rest.length > 0) return name;
      const plain = types.get(keyOf('System', name)) ?? types.get(keyOf('Schema', name));
      if (plain) return plain.name === 'ID' ? 'Id' : plain.name;
      const sibling =
        types.get(keyOf(owner.namespace, `${owner.name}.${name}`)) ?? types.get(keyOf(owner.namespace, name));
      if (sibling) return `${spelled(sibling.namespace)}.${sibling.name}`;
      return /^sobject$/i.test(name) ? 'SObject' : name;
    });
}

/** One line a type, so that a change reads well as a difference. */
function render(all) {
  const rows = Object.entries(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([namespace, entries]) => {
      const lines = Object.entries(entries)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, type]) => `    ${JSON.stringify(name)}: ${JSON.stringify(type)}`);
      return `  ${JSON.stringify(namespace)}: {\n${lines.join(',\n')}\n  }`;
    });
  return `{\n${rows.join(',\n')}\n}\n`;
}
