import { children, flag, text } from '../../schema/xml.js';
import type { SeedParts } from './seed.js';

/** A row an approval process, and one for each of its steps. */
export function seedApprovals({ metadata, define, forget }: SeedParts): void {
  forget('ProcessNode');
  forget('ProcessDefinition');
  for (const { name, xml } of metadata.components('ApprovalProcess')) {
    const dot = name.indexOf('.');
    const definition = define('ProcessDefinition', name, {
      DeveloperName: name.slice(dot + 1),
      Name: (text(xml, 'label') ?? name).slice(0, 40),
      Description: text(xml, 'description') ?? null,
      TableEnumOrId: name.slice(0, dot),
      State: flag(xml, 'active') ? 'Active' : 'Inactive',
      Type: 'Approval',
      LockType: 'Total'
    });
    for (const step of children(xml, 'approvalStep'))
      define('ProcessNode', `${name}.${text(step, 'name') ?? ''}`, {
        ProcessDefinitionId: definition,
        DeveloperName: text(step, 'name') ?? null,
        Name: text(step, 'label') ?? null,
        Description: text(step, 'description') ?? null
      });
  }
}
