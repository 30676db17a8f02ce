import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The npm package lightning-base-components: where its modules are. */
export interface BaseComponents {
  readonly folder: string;
  /** File of a module (`lightning/button`, `@salesforce/label/LightningInput.x`), undefined when the package has none. */
  file(name: string): string | undefined;
}

interface LwcModuleRecord {
  readonly name?: string;
  readonly path?: string;
}

/** Reads the package's own module map. */
export function baseComponents(): BaseComponents {
  const manifest = require.resolve('lightning-base-components/package.json');
  const folder = dirname(manifest);
  const { lwc } = JSON.parse(readFileSync(manifest, 'utf8')) as { lwc: { modules: readonly LwcModuleRecord[] } };
  const named = new Map(lwc.modules.flatMap(({ name, path }) => (name && path ? [[name, join(folder, path)]] : [])));
  return {
    folder,
    file(name) {
      const known = named.get(name);
      if (known) return known;
      const [namespace = '', module = ''] = name.split('/');
      if (namespace !== 'lightning') return undefined;
      const files = ['js', 'css'].map((extension) => join(folder, 'src', namespace, module, `${module}.${extension}`));
      return files.find((file) => existsSync(file));
    }
  };
}

/**
 * Corrections of the package's sources, each with its reason. A correction that no longer applies stops the build, so that
 * an update of the package cannot bring the fault back unseen.
 */
const corrections: readonly { file: string; from: string; to: string }[] = [
  {
    // Icons are 1,727 compiled templates. The design system's sprites draw the same ones, also under names made at run time.
    file: 'src/lightning/primitiveIcon/primitiveIcon.js',
    from: "return this.src ? sanitizeURL(this.src) : '';",
    to: 'return this.src ? sanitizeURL(this.src) : getIconPath(this.iconName, dir);'
  },
  {
    file: 'src/lightning/primitiveIcon/primitiveIcon.js',
    from: "import { getName, isValidName } from 'lightning/iconUtils';",
    to: "import { getIconPath, getName, isValidName } from 'lightning/iconUtils';"
  },
  {
    file: 'src/lightning/primitiveIcon/primitiveIcon.js',
    from: "import { fetchIconLibrary, hasIconLibrary, getIconLibrary } from './fetch';",
    to: 'const hasIconLibrary = () => true; const getIconLibrary = () => ({}); const fetchIconLibrary = async () => ({});'
  }
];

/** The source of a file of the package with its corrections. */
export function correctedSource(base: BaseComponents, file: string, source: string): string {
  let corrected = source;
  for (const { file: name, from, to } of corrections) {
    if (file !== join(base.folder, name)) continue;
    if (!corrected.includes(from)) throw new Error(`lightning-base-components changed: ${name} has no \`${from}\``);
    corrected = corrected.replace(from, to);
  }
  return corrected;
}
