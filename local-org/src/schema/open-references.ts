import type { ObjectSource } from './custom-object.js';
import type { ObjectModel } from './model.js';
import { flag } from './xml.js';

/** References of standard objects that lead to custom objects too, and the feature that an object needs for it. */
const open: Readonly<Record<string, { readonly field: string; readonly feature?: string }>> = {
  Task: { field: 'WhatId', feature: 'enableActivities' },
  Event: { field: 'WhatId', feature: 'enableActivities' },
  OpenActivity: { field: 'WhatId', feature: 'enableActivities' },
  ActivityHistory: { field: 'WhatId', feature: 'enableActivities' },
  FeedItem: { field: 'ParentId', feature: 'enableFeeds' },
  EntitySubscription: { field: 'ParentId', feature: 'enableFeeds' },
  Attachment: { field: 'ParentId' },
  Note: { field: 'ParentId' },
  NoteAndAttachment: { field: 'ParentId' },
  CombinedAttachment: { field: 'ParentId' },
  AttachedContentDocument: { field: 'LinkedEntityId' },
  ContentDocumentLink: { field: 'LinkedEntityId' },
  ContentVersion: { field: 'FirstPublishLocationId' },
  EmailMessage: { field: 'RelatedToId', feature: 'enableActivities' },
  ProcessInstance: { field: 'TargetObjectId' },
  TopicAssignment: { field: 'EntityId' }
};

/**
 * Lets the polymorphic references of standard objects lead to the custom objects of the project, and to the named objects of other clouds,
 * of which the documentation does not say which ones they take.
 */
export function openReferences(objects: Map<string, ObjectModel>, sources: readonly ObjectSource[]): void {
  const xmlOf = new Map(sources.map(({ name, object }) => [name.toLowerCase(), object?.xml]));
  const custom = [...objects.values()].filter((object) => object.kind === 'custom');
  const licensed = [...objects.values()].filter((object) => object.licensed);
  if (custom.length === 0 && licensed.length === 0) return;
  for (const [name, { field, feature }] of Object.entries(open)) {
    const object = objects.get(name.toLowerCase());
    const reference = object?.fields.get(field);
    if (!object || !reference) continue;
    const targets = custom.filter((one) => feature === undefined || flag(xmlOf.get(one.name.toLowerCase()), feature));
    const added = [...targets, ...licensed].map((one) => one.name);
    const referenceTo = [...new Set([...(reference.referenceTo ?? []), ...added])];
    const fields = new Map(object.fields);
    fields.set(field, {
      ...reference,
      referenceTo,
      relationshipName: reference.relationshipName ?? field.replace(/Id$/, '')
    });
    objects.set(name.toLowerCase(), { ...object, fields });
  }
}
