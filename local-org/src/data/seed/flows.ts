import { Big } from 'bigdecimal.js';
import { child, flag, text, type XmlNode } from '../../schema/xml.js';
import type { SeedParts } from './seed.js';

/** A row a flow, and one for its version: a project holds one version of each. */
export function seedFlows({ metadata, schema, declare, forget }: SeedParts): void {
  forget('FlowDefinitionView');
  forget('FlowVersionView');
  for (const { name, xml } of metadata.components('Flow')) {
    const start = child(xml, 'start');
    const object = text(start, 'object');
    const active = text(xml, 'status')?.toLowerCase() === 'active';
    const label = text(xml, 'label') ?? name;
    const version = declare('FlowVersionView', `${name}-1`, {
      DurableId: `${name}-1`,
      Label: label,
      VersionNumber: 1,
      Status: text(xml, 'status') ?? 'Draft',
      ProcessType: text(xml, 'processType') ?? 'Flow',
      Description: text(xml, 'description') ?? null,
      ApiVersion: Big(text(xml, 'apiVersion') ?? '67.0'),
      ApiVersionRuntime: Big(text(xml, 'apiVersion') ?? '67.0'),
      RunInMode: text(xml, 'runInMode') ?? 'DefaultMode',
      IsTemplate: flag(xml, 'isTemplate')
    });
    const id = declare('FlowDefinitionView', name, {
      ApiName: name,
      Label: label,
      Description: text(xml, 'description') ?? null,
      ProcessType: text(xml, 'processType') ?? 'Flow',
      IsActive: active,
      VersionNumber: 1,
      ActiveVersionId: active ? version.value : null,
      LatestVersionId: version.value,
      IsTemplate: flag(xml, 'isTemplate'),
      ManageableState: 'unmanaged',
      ...trigger(start),
      TriggerObjectOrEventId: object ?? null,
      TriggerObjectOrEventLabel: (object && schema.object(object)?.label) ?? null
    });
    declare('FlowDefinitionView', name, { DurableId: id.value });
    declare('FlowVersionView', `${name}-1`, { FlowDefinitionViewId: id.value, DurableId: version.value });
  }
}

function trigger(start: XmlNode | undefined): { TriggerType: string | null; RecordTriggerType: string | null } {
  return {
    TriggerType: text(start, 'triggerType') ?? null,
    RecordTriggerType: text(start, 'recordTriggerType') ?? null
  };
}
