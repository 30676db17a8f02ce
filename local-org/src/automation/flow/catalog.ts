import { readFileSync, statSync } from 'node:fs';
import type { ProjectMetadata } from '../../schema/metadata.js';
import type { MetadataComponent } from '../../schema/source-tree.js';
import { number } from '../../schema/xml.js';
import type { FlowModel } from './model.js';
import { parseFlow } from './parse.js';

/** The flows of a project. A file is read in full when its flow is first asked for. */
export class FlowCatalog {
  private readonly metadata: ProjectMetadata;
  /** Files by the flow's name in lower case; of several versions the one that counts. */
  private readonly files: ReadonlyMap<string, MetadataComponent>;
  private readonly models = new Map<string, FlowModel>();

  constructor(metadata: ProjectMetadata) {
    this.metadata = metadata;
    this.files = this.versions();
  }

  get names(): readonly string[] {
    return [...this.files.values()].map(({ name }) => plainName(name));
  }

  /** Changes whenever a file of a flow does. */
  get fingerprint(): readonly string[] {
    return [...this.files.values()].map(({ file }) => {
      const { size, mtimeMs } = statSync(file);
      return `${file} ${size} ${mtimeMs}`;
    });
  }

  /** The flow of that name in whatever status, undefined when there is none. */
  flow(name: string): FlowModel | undefined {
    const key = name.toLowerCase();
    const known = this.models.get(key);
    const file = this.files.get(key);
    if (known || !file) return known;
    const model = parseFlow(plainName(file.name), file.file, file.xml);
    this.models.set(key, model);
    return model;
  }

  /** Active flows and processes that start by themselves. The text of a file tells whether it is worth reading. */
  triggered(): FlowModel[] {
    return [...this.files].flatMap(([key, { file }]) => {
      const source = readFileSync(file, 'utf8');
      if (!/<triggerType>|<processType>(Workflow|CustomEvent)</.test(source) || !/<status>active</i.test(source))
        return [];
      const model = this.flow(key);
      return model && !this.isSwitchedOff(key) ? [model] : [];
    });
  }

  /** Definitions of the time before API version 44 name the active version; none means that the flow is not active. */
  private isSwitchedOff(key: string): boolean {
    const definition = this.metadata.component('FlowDefinition', key);
    return definition !== undefined && number(definition.xml, 'activeVersionNumber') === 0;
  }

  private versions(): Map<string, MetadataComponent> {
    const found = new Map<string, MetadataComponent>();
    for (const file of this.metadata.components('Flow')) {
      const key = plainName(file.name).toLowerCase();
      const other = found.get(key);
      if (!other || this.isNewer(key, file, other)) found.set(key, file);
    }
    return found;
  }

  private isNewer(key: string, file: MetadataComponent, other: MetadataComponent): boolean {
    const active = number(this.metadata.component('FlowDefinition', key)?.xml, 'activeVersionNumber');
    if (active !== undefined && active > 0) return versionOf(file.name) === active;
    return versionOf(file.name) > versionOf(other.name);
  }
}

/** Files of old format bear their version: `Name-3`. */
const plainName = (name: string): string => name.replace(/-\d+$/, '');
const versionOf = (name: string): number => Number(/-(\d+)$/.exec(name)?.[1] ?? 0);

export const isActive = ({ status }: FlowModel): boolean => status.toLowerCase() === 'active';
