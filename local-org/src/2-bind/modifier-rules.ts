/** What a modifier or annotation may stand on, as messages name it. */
export type Place =
  'classes' | 'interfaces' | 'enums' | 'fields' | 'properties' | 'methods' | 'constructors' | 'parameters' | 'locals';

const places = (text: string): ReadonlySet<Place> => new Set(text.split(' ') as Place[]);

const types = 'classes interfaces enums';
const members = 'fields properties methods constructors';

/** Name as messages show it and where it may stand, by the word in lower case. Observed word by word, as the texts in errors.ts. */
export const keywordRules: ReadonlyMap<string, { readonly shown: string; readonly on: ReadonlySet<Place> }> = new Map(
  (
    [
      ['public', `${types} ${members}`],
      ['private', `${types} ${members}`],
      ['protected', members],
      ['global', `${types} ${members}`],
      ['static', 'fields properties methods'],
      ['final', 'fields properties parameters locals'],
      ['abstract', 'classes methods'],
      ['virtual', 'classes interfaces methods'],
      ['override', 'methods'],
      ['transient', 'interfaces enums fields properties locals'],
      ['testMethod', 'methods'],
      ['webService', 'fields properties methods'],
      ['withSharing', 'classes'],
      ['withoutSharing', 'classes'],
      ['inheritedSharing', 'classes']
    ] as const
  ).map(([shown, on]) => [shown.toLowerCase().replace('sharing', ' sharing'), { shown, on: places(on) }])
);

export interface AnnotationRule {
  readonly shown: string;
  readonly on: ReadonlySet<Place>;
  /** Its properties in lower case; undefined: it is not looked at. */
  readonly properties: ReadonlySet<string> | undefined;
}

/** The annotations of Apex (Apex Developer Guide, "Annotations"), by name in lower case. */
export const annotationRules: ReadonlyMap<string, AnnotationRule> = new Map(
  (
    [
      ['IsTest', 'classes methods', 'seealldata isparallel oninstall testfor critical'],
      ['TestSetup', 'methods', ''],
      ['TestVisible', `${types} ${members} locals`, ''],
      ['Future', 'methods', 'callout'],
      ['AuraEnabled', 'fields properties methods', 'cacheable continuation scope'],
      ['InvocableMethod', 'methods', 'label description category callout iconname configurationeditor capabilitytype'],
      ['InvocableVariable', 'fields', 'label description required defaultvalue placeholdertext'],
      ['RemoteAction', 'classes fields properties methods locals', undefined],
      ['ReadOnly', 'methods', 'usereplica'],
      ['Deprecated', `${types} ${members}`, ''],
      ['HttpGet', 'methods', ''],
      ['HttpPost', 'methods', ''],
      ['HttpPut', 'methods', ''],
      ['HttpPatch', 'methods', ''],
      ['HttpDelete', 'methods', ''],
      ['SuppressWarnings', `${types} ${members} parameters locals`, undefined],
      ['NamespaceAccessible', `${types} ${members}`, ''],
      ['JsonAccess', 'classes', 'serializable deserializable'],
      ['RestResource', `${types} methods`, 'urlmapping'],
      ['IntegrationTest', 'classes methods', undefined],
      ['TearDown', 'methods', undefined],
      ['NamespaceGuard', `${types} ${members}`, undefined]
    ] as const
  ).map(([shown, on, properties]) => [
    shown.toLowerCase(),
    {
      shown,
      on: places(on),
      properties: properties === undefined ? undefined : new Set(properties.split(' '))
    }
  ])
);

export interface PropertyRule {
  readonly shown: string;
  /** Its value is true or false (which may also be a text), else a text. */
  readonly boolean: boolean;
  readonly on: ReadonlySet<Place>;
}

/** Properties of annotations, by `annotation.property` in lower case, as the platform's compiler was observed to take them. */
export const propertyRules: ReadonlyMap<string, PropertyRule> = new Map(
  (
    [
      ['IsTest', 'SeeAllData', true, 'classes methods'],
      ['IsTest', 'isParallel', true, 'classes'],
      ['IsTest', 'OnInstall', true, 'classes methods'],
      ['IsTest', 'critical', true, 'classes'],
      ['IsTest', 'testFor', false, 'classes'],
      ['Future', 'callout', true, 'methods'],
      ['AuraEnabled', 'cacheable', true, 'methods'],
      ['AuraEnabled', 'continuation', true, 'methods'],
      ['AuraEnabled', 'scope', false, 'methods'],
      ['InvocableMethod', 'label', false, 'methods'],
      ['InvocableMethod', 'description', false, 'methods'],
      ['InvocableMethod', 'category', false, 'methods'],
      ['InvocableMethod', 'callout', true, 'methods'],
      ['InvocableVariable', 'label', false, 'fields'],
      ['InvocableVariable', 'description', false, 'fields'],
      ['InvocableVariable', 'required', true, 'fields'],
      ['JsonAccess', 'serializable', false, 'classes'],
      ['JsonAccess', 'deserializable', false, 'classes']
    ] as const
  ).map(([annotation, shown, boolean, on]) => [
    `${annotation}.${shown}`.toLowerCase(),
    { shown, boolean, on: places(on) }
  ])
);
