import { zipSync } from 'fflate';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { FeatureParameterType, FieldSetModel, MetadataService, NamedCredentialModel } from '../kernel/services.js';
import { OwnNamespace } from './own-namespace.js';
import { siteLabel } from './standard/site-labels.js';
import { filesUnder, type MetadataComponent } from './source-tree.js';
import { children, flag, text, texts, type XmlNode } from './xml.js';

export type ProjectMetadata = MetadataService & {
  /** Metadata of a type (`FlexiPage`, `PermissionSet`, `CustomMetadata`, …) in the order of the files. */
  components(type: string): readonly MetadataComponent[];
  component(type: string, name: string): MetadataComponent | undefined;
};

/** The project's metadata that is no schema. Files are read when first asked for. */
export class SourceMetadata implements ProjectMetadata {
  private readonly byType: ReadonlyMap<string, readonly MetadataComponent[]>;
  private readonly namespace: OwnNamespace;
  private labels: Map<string, string> | undefined;

  constructor(byType: ReadonlyMap<string, readonly MetadataComponent[]>, namespace = new OwnNamespace('')) {
    this.byType = byType;
    this.namespace = namespace;
  }

  components(type: string): readonly MetadataComponent[] {
    return this.byType.get(type) ?? [];
  }

  component(type: string, name: string): MetadataComponent | undefined {
    const wanted = this.key(name);
    return this.components(type).find((component) => this.key(component.name) === wanted);
  }

  pageLayout(fullName: string): { readonly name: string; readonly xml: XmlNode } | undefined {
    const wanted = this.key(plainName(fullName));
    const found = this.components('Layout').find(({ name }) => this.key(plainName(name)) === wanted);
    return found && { name: plainName(found.name), xml: found.xml };
  }

  label(name: string): string | undefined {
    this.labels ??= this.readLabels();
    const key = name.toLowerCase();
    return (
      this.labels.get(this.key(name.replace('.', '__'))) ??
      (key.startsWith('site.') ? siteLabel(key.slice(5)) : undefined)
    );
  }

  labelTranslation(name: string, language: string): string | undefined {
    const wanted = this.key(name.replace('.', '__'));
    const own = this.components('CustomLabels')
      .flatMap(({ xml }) => children(xml, 'labels'))
      .find((one) => this.key(text(one, 'fullName') ?? '') === wanted);
    if (own && sameLanguage(text(own, 'language') ?? 'en_US', language)) return text(own, 'value');
    const files = this.components('Translations').filter(({ name: file }) => sameLanguage(file, language));
    const found = files
      .flatMap(({ xml }) => children(xml, 'customLabels'))
      .find((one) => this.key(text(one, 'name') ?? '') === wanted);
    return text(found, 'label');
  }

  hasLabelNamespace(name: string): boolean {
    this.labels ??= this.readLabels();
    const prefix = `${name.toLowerCase()}__`;
    const own = this.namespace.prefixed('').toLowerCase();
    return prefix === 'site__' || prefix === own || [...this.labels.keys()].some((each) => each.startsWith(prefix));
  }

  staticResource(name: string): { readonly body: Uint8Array; readonly contentType: string } | undefined {
    const resource = this.component('StaticResource', name);
    if (!resource) return undefined;
    const contentType = text(resource.xml, 'contentType') ?? 'application/octet-stream';
    return { body: resourceBody(resource.file), contentType };
  }

  page(name: string): string | undefined {
    return this.component('ApexPage', name)?.name;
  }

  dataWeaveScript(name: string): { readonly name: string; readonly text: string } | undefined {
    const script = this.component('DataWeaveResource', name);
    return script && { name: script.name, text: readFileSync(script.file.replace(/-meta\.xml$/, ''), 'utf8') };
  }

  featureParameter(name: string): { readonly type: FeatureParameterType; readonly value: string } | undefined {
    for (const type of ['Boolean', 'Date', 'Integer'] as const) {
      const xml = this.component(`featureParameter${type}`, name)?.xml;
      if (xml) return { type, value: text(xml, 'value') ?? '' };
    }
    return undefined;
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
    const key = this.key(object);
    const files = this.components('FieldSet').filter(({ name }) => this.key(name).startsWith(`${key}.`));
    const objects = this.components('CustomObject').filter(({ name }) => this.key(name) === key);
    const own = [
      ...files.map(({ name, xml }) => ({ name: name.slice(name.indexOf('.') + 1), xml })),
      ...objects
        .flatMap(({ xml }) => children(xml, 'fieldSets'))
        .map((xml) => ({ name: text(xml, 'fullName') ?? '', xml }))
    ];
    return own.map(({ name, xml }) => ({
      name,
      label: text(xml, 'label') ?? name,
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
        for (const name of texts(label, 'fullName')) labels.set(this.key(name), value);
      }
    }
    return labels;
  }

  /** Names ignore case and the own namespace. */
  private key(name: string): string {
    return this.namespace.bare(name).toLowerCase();
  }
}

/** What lies beside `X.resource-meta.xml`: a file X with any extension, or a folder X that is an archive unpacked. */
function resourceBody(metaFile: string): Uint8Array {
  const folder = dirname(metaFile);
  const name = basename(metaFile, '.resource-meta.xml');
  const file = readdirSync(folder).find((entry) => entry.startsWith(`${name}.`) && !entry.endsWith('-meta.xml'));
  if (file !== undefined) return readFileSync(join(folder, file));
  if (existsSync(join(folder, name))) return archive(join(folder, name));
  throw new Error(`${metaFile} has no body beside it.`);
}

function archive(folder: string): Uint8Array {
  const files = [...filesUnder(folder)].map((file) => [relative(folder, file), new Uint8Array(readFileSync(file))]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>);
}

/** `en` is also `en_US`. */
const sameLanguage = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase() ||
  ([a, b].some((one) => one.toLowerCase() === 'en') && [a, b].every((one) => /^en(_US)?$/i.test(one)));

/** Files and full names of layouts may write characters by their number: `%28`. */
const plainName = (name: string): string => name.replace(/%([0-9a-f]{2})/gi, (whole) => decodeURIComponent(whole));
