/** Generates types/generated from the package's own Apex, labels and components. Run before any TypeScript check. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { readApexClass } from './lwc/apex-reader.mjs';
import { Declarations } from './lwc/declarations.mjs';
import { root } from './lib/root.mjs';
import { lwcBundles, sourceFiles } from './lwc/bundles.mjs';

const target = join(root, 'types', 'generated');
rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, 'apex'), { recursive: true });

const classes = sourceFiles(/(?<!Test)\.cls$/)
  .filter((file) => /@AuraEnabled/i.test(readFileSync(file, 'utf8')))
  .map(readApexClass)
  .filter((each) => each !== null);
const declarations = new Declarations(classes);
for (const each of classes) writeFileSync(join(target, 'apex', `${each.name}.d.ts`), declarations.of(each));

const xml = new XMLParser({ isArray: (name) => name === 'labels' });
const labels = sourceFiles(/\.labels-meta\.xml$/).flatMap(
  (file) => xml.parse(readFileSync(file, 'utf8')).CustomLabels.labels
);
const labelModules = labels.map(
  ({ fullName, value }) =>
    `declare module '@salesforce/label/c.${fullName}' {\n` +
    `  /** ${String(value).replaceAll('*/', '')} */\n  const text: string;\n  export default text;\n}\n`
);
writeFileSync(join(target, 'labels.d.ts'), labelModules.join('\n'));

const bundles = lwcBundles();
const sources = [
  ...bundles.map(({ name, entry }) => [`c/${name}`, entry]),
  ['test/screen', join(root, 'scripts/jest/screen.ts')]
];
const paths = Object.fromEntries(sources.map(([name, file]) => [name, [relative(target, file).replaceAll('\\', '/')]]));
writeFileSync(join(target, 'tsconfig.paths.json'), JSON.stringify({ compilerOptions: { paths } }, null, 2) + '\n');

console.log(`types: ${classes.length} Apex classes, ${labels.length} labels, ${bundles.length} components`);
