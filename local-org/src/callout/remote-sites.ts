import type { ProjectMetadata } from '../schema/metadata.js';
import { flag, text } from '../schema/xml.js';

/** The URLs of the project's active remote site settings. */
export const remoteSites = (metadata: Pick<ProjectMetadata, 'components'>): readonly string[] =>
  metadata
    .components('RemoteSiteSetting')
    .filter(({ xml }) => flag(xml, 'isActive'))
    .map(({ xml }) => text(xml, 'url') ?? '');
