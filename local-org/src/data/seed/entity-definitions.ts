import type { SeedParts } from './seed.js';

/** One EntityDefinition row an object. */
export function seedEntityDefinitions({ schema, define }: SeedParts): void {
  for (const object of schema.objects()) {
    define('EntityDefinition', object.name, {
      DurableId: object.name,
      QualifiedApiName: object.name,
      DeveloperName: object.name.replace(/__\w+$/, ''),
      Label: object.label,
      MasterLabel: object.label,
      PluralLabel: object.pluralLabel,
      KeyPrefix: object.keyPrefix,
      IsCustomSetting: object.kind === 'customSetting',
      IsQueryable: true,
      IsApexTriggerable: object.kind === 'custom' || object.kind === 'standard' || object.kind === 'platformEvent'
    });
  }
}
