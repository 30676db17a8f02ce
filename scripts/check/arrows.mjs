// The arrows of the design: which folder may know which. For TypeScript an arrow is an import, for Apex a name of another folder's class,
// for an LWC an import of c/<component> or of an Apex method.
import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { filesBelow } from '../lib/files.mjs';
import { root } from '../lib/root.mjs';

/** The package: feature → features it may know, besides itself. */
const packageArrows = {
  core: [],
  erp: ['core'],
  handoff: ['core', 'erp'],
  mirror: ['core', 'erp'],
  ledger: ['core', 'erp'],
  recurring: ['core', 'erp', 'handoff'],
  insight: ['core', 'erp', 'handoff', 'mirror', 'ledger'],
  setup: ['core', 'erp', 'handoff', 'mirror', 'ledger'],
  operations: ['core', 'erp', 'handoff', 'mirror', 'ledger', 'recurring']
};

/** The local org: phase → phases it may import. */
const phases = [
  'kernel',
  'schema',
  'soql',
  'dataweave',
  'platform',
  'runtime',
  'formula',
  '1-parse',
  '2-bind',
  '3-emit',
  'code',
  'data',
  'security',
  'automation',
  'callout',
  'async',
  'lightning',
  'org',
  'testing',
  'profile',
  'server',
  'cli'
];
const outer = ['automation', 'callout', 'async', 'lightning', 'org', 'profile', 'testing', 'server', 'cli'];
const mayNotKnow = {
  // kernel/services.ts names the interfaces at which the phases meet, also those of schema, SOQL tree and library.
  kernel: phases.filter((p) => !['kernel', 'schema', 'soql', 'platform'].includes(p)),
  schema: phases.filter((p) => !['kernel', 'schema'].includes(p)),
  soql: phases.filter((p) => !['kernel', 'schema', 'soql'].includes(p)),
  platform: ['1-parse', '2-bind', '3-emit', 'code', 'data', 'security', ...outer],
  runtime: ['1-parse', '2-bind', '3-emit', 'code', 'data', 'security', ...outer],
  '1-parse': ['2-bind', '3-emit', 'code', 'data', 'security', ...outer],
  '2-bind': ['3-emit', 'code', 'data', 'security', ...outer],
  '3-emit': ['code', 'data', 'security', ...outer],
  code: ['data', 'security', ...outer],
  data: ['1-parse', '2-bind', '3-emit', 'code', ...outer],
  security: ['1-parse', '2-bind', '3-emit', 'code', ...outer],
  // DataWeave knows dates and zones, not Apex: the library carries values in and out.
  dataweave: phases.filter((p) => !['dataweave', 'runtime'].includes(p)),
  formula: ['platform', '1-parse', '2-bind', '3-emit', 'code', 'data', 'security', ...outer],
  automation: [
    '1-parse',
    '2-bind',
    '3-emit',
    'code',
    'data',
    'security',
    ...outer.filter((phase) => phase !== 'automation')
  ],
  callout: ['automation', '2-bind', '3-emit', 'lightning', 'org', 'server', 'cli', 'testing'],
  async: ['automation', '1-parse', '2-bind', '3-emit', 'lightning', 'org', 'server', 'cli', 'testing'],
  lightning: [
    'automation',
    '1-parse',
    '2-bind',
    '3-emit',
    'code',
    'data',
    'async',
    'callout',
    'org',
    'server',
    'cli',
    'testing'
  ],
  org: ['2-bind', '3-emit', 'lightning', 'testing', 'server', 'cli'],
  profile: [
    'automation',
    '1-parse',
    '2-bind',
    '3-emit',
    'code',
    'data',
    'security',
    'async',
    'callout',
    'lightning',
    'org',
    'testing',
    'server',
    'cli'
  ],
  testing: ['lightning', 'server', 'cli'],
  server: ['cli'],
  cli: []
};

const problems = [];
const at = (path) => relative(root, path);

const featureOf = (path) => /force-app\/main\/([^/]+)\//.exec(path)?.[1];
const apexFiles = filesBelow(['force-app'], /\.(cls|trigger)$/);
const classFeature = new Map(
  apexFiles.filter((p) => p.endsWith('.cls')).map((p) => [basename(p, '.cls').toLowerCase(), featureOf(p)])
);
const adapterOf = (path) => /\/adapters\/([^/]+)\//.exec(path)?.[1];
const classAdapter = new Map(apexFiles.map((p) => [basename(p, '.cls').toLowerCase(), adapterOf(p)]));

function packageArrow(path, target, what) {
  const from = featureOf(path);
  if (!(from in packageArrows)) problems.push(`${at(path)}: '${from}' is no feature of the design`);
  else if (target && target !== from && !packageArrows[from].includes(target))
    problems.push(`${at(path)}: ${from} may not know ${target} (${what})`);
}

for (const path of apexFiles) {
  const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'/g, ' ');
  const names = new Set((code.match(/[A-Za-z_]\w*/g) ?? []).map((name) => name.toLowerCase()));
  for (const name of names) {
    if (!classFeature.has(name)) continue;
    packageArrow(path, classFeature.get(name), `class ${name}`);
    const adapter = classAdapter.get(name);
    if (adapter && adapter !== adapterOf(path) && !/Test\.cls$/.test(path))
      problems.push(`${at(path)}: only the adapter '${adapter}' itself may know its class ${name}`);
  }
}

const componentFeature = new Map(
  filesBelow(['force-app'], /\.js-meta\.xml$/).map((p) => [basename(dirname(p)), featureOf(p)])
);
for (const path of filesBelow(['force-app'], /\/lwc\/.*\.ts$/)) {
  const source = readFileSync(path, 'utf8');
  for (const [, name] of source.matchAll(/from '(?:c)\/([^']+)'/g))
    packageArrow(path, componentFeature.get(name), `c/${name}`);
  for (const [, name] of source.matchAll(/from '@salesforce\/apex\/([^.']+)\./g))
    packageArrow(path, classFeature.get(name.toLowerCase()), `Apex ${name}`);
}

for (const path of filesBelow(['local-org/src', 'sandbox-erp/src'], /\.ts$/)) {
  const part = at(path).split('/')[0];
  const phase = at(path).split('/')[2];
  for (const [, target] of readFileSync(path, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g)) {
    const to = relative(root, resolve(dirname(path), target)).split('/');
    if (to[0] !== part) problems.push(`${at(path)}: ${part} may not import ${to[0]}`);
    else if (part === 'local-org' && mayNotKnow[phase]?.includes(to[2]))
      problems.push(`${at(path)}: ${phase} may not know ${to[2]} (${target})`);
  }
}

// The local org knows nothing of this package: no class or object name of it may stand in the local org's sources.
const ownNames = [
  ...apexFiles.map((p) => basename(p).replace(/\.(cls|trigger)$/, '')),
  ...filesBelow(['force-app'], /\/objects\/[^/]+__[a-z]+\/[^/]+\.object-meta\.xml$/).map((p) => basename(dirname(p)))
];
// Except where Salesforce itself has an object or field of that name: Account has a field AccountSource.
const standard = readFileSync(resolve(root, 'local-org/src/schema/standard/objects.json'), 'utf8');
const telling = ownNames.filter((name) => name.length > 5 && !standard.includes(`"${name}":`));
const ownName = new RegExp(`\\b(${telling.join('|')})\\b`);
for (const path of filesBelow(['local-org/src', 'local-org/bin'], /\.(ts|mjs|js|html)$/)) {
  const match = ownNames.length > 0 && ownName.exec(readFileSync(path, 'utf8'));
  if (match) problems.push(`${at(path)}: names '${match[1]}' of the package; the local org is general`);
}

for (const problem of new Set(problems)) console.log(problem);
process.exit(problems.length > 0 ? 1 : 0);
