// What a fresh clone lacks. Uses Node's own modules only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const stamp = join(root, 'node_modules', '.handoff-installed');

/** Ends the process with one sentence that says what is wrong and what to do. */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Installs the npm packages of the lock file unless exactly these are there already. */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Handoff needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer Node.js and try again.`
    );
  }
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (once, about two minutes) …');
  const run = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit'
  });
  if (run.error) fail('npm was not found. Install Node.js with npm and try again.');
  if (run.status !== 0)
    fail(
      'npm could not install the packages; its message stands above. Check the network to the npm registry and try again.'
    );
  writeFileSync(stamp, wanted);
}

/** Path of a Chromium for browser tests; installs Debian's package when there is none and this user may. */
export function ensureChromium() {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const find = () => known.find((path) => path && existsSync(path));
  if (find()) return find();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian …');
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-q', 'chromium'], { stdio: 'ignore' });
  }
  return (
    find() ??
    fail('Browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM to its path.')
  );
}

/** True when a Java runtime is there; installs Debian's when it is not and this user may. */
export function ensureJava() {
  const works = () => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
  if (works()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing a Java runtime from Debian …');
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-q', 'default-jre-headless'], { stdio: 'ignore' });
  }
  if (!works())
    fail('The Apex semantic check needs Java 11 or newer: install it (Debian: apt-get install default-jre-headless).');
}
