// As far as deployment can be checked without an org: the CLI converts the source to metadata and writes its manifest, and every
// component of the source is in it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { filesBelow } from '../lib/files.mjs';
import { root } from '../lib/root.mjs';
import { sf } from '../lib/sf.mjs';

const out = mkdtempSync(join(tmpdir(), 'handoff-convert-'));
try {
  for (const args of [
    ['project', 'convert', 'source', '--root-dir', 'force-app', '--output-dir', join(out, 'mdapi')],
    ['project', 'generate', 'manifest', '--source-dir', 'force-app', '--output-dir', out, '--name', 'package']
  ]) {
    const run = spawnSync(process.execPath, [sf.path, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...sf.env }
    });
    if (run.status !== 0) {
      console.log(`sf ${args.join(' ')}\n${run.stdout}${run.stderr}`);
      process.exit(1);
    }
  }
  const manifest = readFileSync(join(out, 'package.xml'), 'utf8');
  const members = new Set([...manifest.matchAll(/<members>([^<]+)<\/members>/g)].map((match) => match[1]));
  const components = [
    ...filesBelow(['force-app'], /\.(cls|trigger)$/).map((path) => basename(path).replace(/\.\w+$/, '')),
    ...filesBelow(['force-app'], /\.js-meta\.xml$/).map((path) => basename(dirname(path)))
  ];
  const missing = components.filter((name) => !members.has(name));
  for (const name of missing) console.log(`${name} is not in the manifest`);
  console.log(`${members.size} members in the manifest`);
  process.exit(missing.length > 0 || members.size === 0 ? 1 : 0);
} finally {
  rmSync(out, { recursive: true, force: true });
}
