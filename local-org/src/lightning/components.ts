import { XMLParser } from 'fast-xml-parser';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesUnder } from '../schema/source-tree.js';
import { child, children, text, texts, type XmlNode } from '../schema/xml.js';

/** A Lightning web component bundle of the project: `lwc/<name>/`. */
export interface ComponentBundle {
  readonly name: string;
  readonly folder: string;
  /** `<name>.ts`, or `<name>.js` when there is no TypeScript, or `<name>.css` of a style module without script. */
  readonly entry: string;
  readonly meta: ComponentMeta;
}

/** What `<name>.js-meta.xml` says. */
export interface ComponentMeta {
  readonly label: string;
  readonly exposed: boolean;
  readonly targets: readonly string[];
  /** Of lightning__RecordAction; ScreenAction when not stated. */
  readonly actionType: 'ScreenAction' | 'Action';
  /** `Large`, `Small`: per target; a target without any supports both. */
  readonly formFactors: Readonly<Record<string, readonly string[]>>;
  /** Types of design properties (`Integer`, `Boolean`, `String`, …) by name. */
  readonly propertyTypes: Readonly<Record<string, string>>;
}

/** Finds the bundles of all source folders. When two folders hold the same name, the later folder wins. */
export function findComponents(sources: readonly string[]): ComponentBundle[] {
  const found = new Map<string, ComponentBundle>();
  for (const file of sources.flatMap((source) => [...filesUnder(source)])) {
    const folder = dirname(file);
    const name = basename(folder);
    if (basename(dirname(folder)) !== 'lwc') continue;
    if (file !== entryOf(folder, name)) continue;
    found.set(name, { name, folder, entry: file, meta: readMeta(join(folder, `${name}.js-meta.xml`), name) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function entryOf(folder: string, name: string): string | undefined {
  const candidates = ['ts', 'js', 'css'].map((extension) => join(folder, `${name}.${extension}`));
  return candidates.find((path) => existsSync(path));
}

function readMeta(file: string, name: string): ComponentMeta {
  const xml = existsSync(file) ? parse(file) : {};
  const formFactors: Record<string, readonly string[]> = {};
  const propertyTypes: Record<string, string> = {};
  let actionType: ComponentMeta['actionType'] = 'ScreenAction';
  for (const config of children(child(xml, 'targetConfigs'), 'targetConfig')) {
    const targets = text(config, '@targets')?.split(/\s*,\s*/) ?? [];
    if (text(config, 'actionType') === 'Action') actionType = 'Action';
    for (const property of children(config, 'property')) {
      propertyTypes[text(property, '@name') ?? ''] = text(property, '@type') ?? 'String';
    }
    for (const target of targets) {
      const factors = children(child(config, 'supportedFormFactors'), 'supportedFormFactor');
      if (factors.length > 0) formFactors[target] = factors.map((factor) => text(factor, '@type') ?? '');
    }
  }
  return {
    label: text(xml, 'masterLabel') ?? name,
    exposed: text(xml, 'isExposed') === 'true',
    targets: texts(child(xml, 'targets'), 'target'),
    actionType,
    formFactors,
    propertyTypes
  };
}

function parse(file: string): XmlNode {
  const options = { ignoreDeclaration: true, ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false };
  const document = new XMLParser(options).parse(readFileSync(file, 'utf8')) as XmlNode;
  return child(document, 'LightningComponentBundle') ?? {};
}
