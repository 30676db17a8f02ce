import { zipSync } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FieldSetModel, MetadataService, NamedCredentialModel } from '../kernel/services.js';
import { filesUnder, type MetadataComponent } from './source-tree.js';
import { children, flag, text, texts } from './xml.js';

export type ProjectMetadata = MetadataService & {
  /** Metadata of a type (`FlexiPage`, `PermissionSet`, `CustomMetadata`, …) in the order of the files. */
  components(type: string): readonly MetadataComponent[];
  component(type: string, name: string): MetadataComponent | undefined;
};

/** The project's metadata that is no schema. Files are read when first asked for. */
export class SourceMetadata implements ProjectMetadata {
  private readonly byType: ReadonlyMap<string, readonly MetadataComponent[]>;
  private labels: Map<string, string> | undefined;

  constructor(byType: ReadonlyMap<string, readonly MetadataComponent[]>) {
    this.byType = byType;
  }

  components(type: string): readonly MetadataComponent[] {
    return this.byType.get(type) ?? [];
  }

  component(type: string, name: string): MetadataComponent | undefined {
    const wanted = name.toLowerCase();
    return this.components(type).find((component) => component.name.toLowerCase() === wanted);
  }

  label(name: string): string | undefined {
    this.labels ??= this.readLabels();
    return this.labels.get(name.toLowerCase());
  }

  staticResource(name: string): { readonly body: Uint8Array; readonly contentType: string } | undefined {
    const resource = this.component('StaticResource', name);
    if (!resource) return undefined;
    const contentType = text(resource.xml, 'contentType') ?? 'application/octet-stream';
    return { body: resourceBody(resource.file, contentType), contentType };
  }

  namedCredential(name: string): NamedCredentialModel | undefined {
    const xml = this.component('NamedCredential', name)?.xml;
    if (!xml) return undefined;
    const parameters = children(xml, 'namedCredentialParameters');
    const parameter = (type: string) => parameters.find((node) => text(node, 'parameterType') === type);
    const externalCredential = text(parameter('Authentication'), 'externalCredential');
    return {
      name: this.component('NamedCredential', name)?.name ?? name,
      url: text(parameter('Url'), 'parameterValue') ?? text(xml, 'endpoint') ?? '',
      ...(externalCredential !== undefined && { externalCredential }),
      generateAuthorizationHeader: text(xml, 'generateAuthorizationHeader') !== 'false',
      allowMergeFieldsInHeader: flag(xml, 'allowMergeFieldsInHeader'),
      allowMergeFieldsInBody: flag(xml, 'allowMergeFieldsInBody')
    };
  }

  fieldSets(object: string): readonly FieldSetModel[] {
    const prefix = `${object.toLowerCase()}.`;
    const own = this.components('FieldSet').filter(({ name }) => name.toLowerCase().startsWith(prefix));
    return own.map(({ name, xml }) => ({
      name: name.slice(prefix.length),
      label: text(xml, 'label') ?? name.slice(prefix.length),
      fields: children(xml, 'displayedFields').map((node) => ({
        field: text(node, 'field') ?? '',
        required: flag(node, 'isRequired')
      }))
    }));
  }

  private readLabels(): Map<string, string> {
    const labels = new Map<string, string>();
    for (const { xml } of this.components('CustomLabels')) {
      for (const label of children(xml, 'labels')) {
        const value = text(label, 'value') ?? '';
        for (const name of texts(label, 'fullName')) labels.set(name.toLowerCase(), value);
      }
    }
    return labels;
  }
}

const extensions: Readonly<Record<string, readonly string[]>> = {
  'application/json': ['json'],
  'text/plain': ['txt'],
  'text/xml': ['xml'],
  'application/xml': ['xml'],
  'text/css': ['css'],
  'text/html': ['html'],
  'text/csv': ['csv'],
  'text/javascript': ['js'],
  'application/javascript': ['js'],
  'application/zip': ['zip', 'resource'],
  'application/x-zip-compressed': ['zip', 'resource'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/svg+xml': ['svg']
};

/** What lies beside `X.resource-meta.xml`: `X.resource`, X with the extension of its content type, or a folder X that is an archive unpacked. */
function resourceBody(metaFile: string, contentType: string): Uint8Array {
  const stem = metaFile.replace(/\.resource-meta\.xml$/, '');
  const candidates = ['resource', ...(extensions[contentType] ?? []), contentType.split('/')[1] ?? ''];
  const found = candidates.map((extension) => `${stem}.${extension}`).find((file) => existsSync(file));
  if (found) return readFileSync(found);
  if (existsSync(stem)) return archive(stem);
  throw new Error(`${metaFile} has no body beside it (looked for ${candidates.map((e) => `.${e}`).join(', ')}).`);
}

function archive(folder: string): Uint8Array {
  const files = [...filesUnder(folder)].map((file) => [relative(folder, file), new Uint8Array(readFileSync(file))]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>);
}
