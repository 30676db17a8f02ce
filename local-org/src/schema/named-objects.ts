import { readFileSync } from 'node:fs';
import type { ObjectSource } from './custom-object.js';
import type { OwnNamespace } from './own-namespace.js';
import { filesUnder, type MetadataComponent } from './source-tree.js';
import { children, text } from './xml.js';

/**
 * Every word of the project's Apex and of its custom metadata, and every object that its metadata names, in lower case: a standard object that stands among them
 * is loaded. A class of the project hides an object of the same name, unless the code says `Schema.Name` for it.
 */
export function namedObjects(
  sources: readonly string[],
  tree: ReadonlyMap<string, readonly MetadataComponent[]>,
  own: readonly ObjectSource[],
  namespace: OwnNamespace
): Set<string> {
  const words = new Set<string>();
  const classes = new Set<string>();
  const qualified = new Set<string>();
  for (const file of sources.flatMap((source) => [...filesUnder(source)])) {
    const [, name, suffix] = /([^/\\]+)\.(cls|trigger)$/.exec(file) ?? [];
    if (name === undefined) continue;
    if (suffix === 'cls') classes.add(name.toLowerCase());
    const source = readFileSync(file, 'utf8');
    for (const [word] of source.matchAll(/[A-Za-z]\w+/g)) words.add(namespace.full(word).toLowerCase());
    for (const [, word = ''] of source.matchAll(/\bschema\.([a-z]\w+)/gi)) qualified.add(word.toLowerCase());
  }
  for (const name of classes) if (!qualified.has(name)) words.delete(name);
  for (const { name } of own) words.add(name.toLowerCase());
  for (const { xml } of tree.get('CustomField') ?? []) {
    const target = text(xml, 'referenceTo');
    if (target !== undefined) words.add(target.toLowerCase());
  }
  // Configuration names the objects of packages and clouds that code reaches by their names only.
  for (const { xml } of tree.get('CustomMetadata') ?? []) {
    for (const value of children(xml, 'values')) {
      for (const [word] of (text(value, 'value') ?? '').matchAll(/[A-Za-z]\w+/g)) words.add(word.toLowerCase());
    }
  }
  return words;
}
