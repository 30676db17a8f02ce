import type { MetadataComponent } from '../schema/source-tree.js';

export type { MetadataComponent } from '../schema/source-tree.js';
export type { XmlNode } from '../schema/xml.js';

/** The part of the project's metadata that pages are made of, by metadata type: `FlexiPage`, `CustomApplication`, … */
export interface MetadataSource {
  components(type: string): readonly MetadataComponent[];
}
