import type { AccessRights } from '../../kernel/services.js';
import type { Schema } from '../../schema/model.js';
import type { ComponentBundle } from '../components.js';
import type { MetadataSource } from '../metadata-source.js';

/** What pages are made of: the project, and who looks at it. */
export interface PageInputs {
  readonly metadata: MetadataSource;
  readonly schema: Schema;
  readonly access: AccessRights;
  readonly components: readonly ComponentBundle[];
}

/** True when the user may read the object. */
export function readable({ schema, access }: PageInputs, object: string): boolean {
  return schema.object(object) !== undefined && access.objectAccess(object, 'read');
}

/** The canonical names of those fields that exist and that the user may read, without repeats. */
export function readableFields(
  { schema, access }: PageInputs,
  object: string,
  fields: readonly string[]
): readonly string[] {
  const names = fields.flatMap((name) => schema.field(object, name)?.name ?? []);
  return [...new Set(names)].filter((name) => access.fieldAccess(object, name, 'read'));
}
