import type { ObjectModel } from '../../schema/model.js';
import { nameParts } from '../../schema/own-namespace.js';
import type { SeedParts } from './seed.js';

const isTriggerable = ({ kind }: ObjectModel): boolean =>
  kind === 'custom' || kind === 'standard' || kind === 'platformEvent';

/** Objects to which an administrator may add fields: custom ones, and those standard ones that have owners or record types. */
const isCustomizable = ({ kind, fields, name }: ObjectModel): boolean =>
  kind !== 'standard' ||
  ((fields.has('OwnerId') || fields.has('RecordTypeId')) && !/(Share|History|Feed|ChangeEvent)$/.test(name));

/** One EntityDefinition row an object. */
export function seedEntityDefinitions({ schema, define }: SeedParts): void {
  for (const object of schema.objects()) {
    define('EntityDefinition', object.name, {
      DurableId: object.name,
      QualifiedApiName: object.name,
      ...nameParts(object.name),
      Label: object.label,
      MasterLabel: object.label,
      PluralLabel: object.pluralLabel,
      KeyPrefix: object.keyPrefix,
      IsCustomSetting: object.kind === 'customSetting',
      IsCustomizable: isCustomizable(object),
      IsQueryable: object.kind !== 'platformEvent' && !object.name.endsWith('ChangeEvent'),
      IsSearchable: object.fields.has('OwnerId') && object.kind !== 'platformEvent',
      IsApexTriggerable: isTriggerable(object),
      IsTriggerable: isTriggerable(object),
      IsWorkflowEnabled: isCustomizable(object),
      IsLayoutable: isCustomizable(object),
      IsEverCreatable: [...object.fields.values()].some((field) => field.createable),
      IsEverUpdatable: [...object.fields.values()].some((field) => field.updateable),
      IsEverDeletable: object.fields.has('IsDeleted'),
      InternalSharingModel: object.sharing,
      PublisherId: object.kind === 'standard' ? 'System' : '<local>'
    });
  }
}
