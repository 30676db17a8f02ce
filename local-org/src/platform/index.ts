import { assertClass } from './assert.js';
import { asyncInfoClass } from './async-info.js';
import { asyncOptionsClass, duplicateSignatureClass, duplicateSignatureBuilderClass } from './async-options.js';
import { blobClass } from './blob.js';
import { collatorClass } from './collator.js';
import { fromCatalogue } from './catalogue/classes.js';
import { compressionClasses } from './compression/zip.js';
import { asyncClasses } from './contexts.js';
import { cryptoClass } from './crypto.js';
import { databaseClass } from './database.js';
import { accessLevelClass } from './database/access.js';
import { dmlOptionClasses } from './database/dml-options.js';
import { cursorClasses } from './database/cursor.js';
import { queryLocatorClasses } from './database/query-locator.js';
import { recalculationClasses } from './formula/recalculate.js';
import { leadConvertClasses } from './database/convert-lead.js';
import { resultClasses } from './database/results.js';
import { savepointClass } from './database/savepoint.js';
import { customMetadataClass, customSettingClass } from './custom-settings.js';
import { dataWeaveClasses } from './dataweave/script.js';
import { dateClass } from './date.js';
import { datetimeClass } from './datetime.js';
import { decimalClass } from './decimal.js';
import type { PlatformClass } from './define.js';
import { encodingUtilClass } from './encoding-util.js';
import { enumClasses, platformEnumValue } from './enums.js';
import { exceptionClasses } from './exception.js';
import { featureManagementClass } from './feature-management.js';
import { flowClasses } from './flow/interview.js';
import { formulaClasses } from './formula/formula-eval.js';
import { geoClasses } from './geo.js';
import { idClass } from './id.js';
import { interfaceClasses } from './interfaces.js';
import { invocableClasses } from './invocable/action.js';
import { comparableClass, comparatorClass, iterableClass, iteratorClass, listIteratorClass } from './iterators.js';
import { jsonClass } from './json.js';
import { jsonGeneratorClass } from './json/generator.js';
import { jsonParserClass } from './json/parser.js';
import { createLibrary, type PlatformLibrary } from './library.js';
import { eventBusClasses } from './event-bus.js';
import { flexQueueClass } from './flex-queue.js';
import { limitsClass } from './limits.js';
import { listClass } from './list.js';
import { mapClass } from './map.js';
import { matcherClass } from './matcher.js';
import { mathClass } from './math.js';
import { orgLimitClasses } from './org-limits.js';
import { booleanClass, doubleClass, integerClass, longClass } from './numbers.js';
import { objectClass } from './object.js';
import { patternClass } from './pattern.js';
import { requestClass } from './request.js';
import { childRelationshipClass } from './schema/child-relationship.js';
import { describeFieldClass } from './schema/describe-field.js';
import { describeObjectClass } from './schema/describe-object.js';
import { tabClasses } from './schema/describe-tabs.js';
import { fieldSetClasses } from './schema/field-set.js';
import { objectPartClasses } from './schema/object-parts.js';
import { picklistEntryClass } from './schema/picklist-entry.js';
import { recordTypeInfoClass } from './schema/record-type-info.js';
import { schemaClass, sobjectFieldClass, sobjectTypeClass } from './schema/schema.js';
import { searchClasses } from './search.js';
import { securityClasses } from './security.js';
import { serviceClasses } from './service-classes.js';
import { setClass } from './set.js';
import { sobjectClass } from './sobject.js';
import { stringClass } from './string.js';
import { systemClass } from './system.js';
import { testBrokerClass } from './test-broker.js';
import { testClass } from './test.js';
import { timeZoneClass } from './time-zone.js';
import { timeClass } from './time.js';
import { triggerClass } from './trigger.js';
import { typeClass } from './type.js';
import { urlClass } from './url.js';
import { userInfoClass } from './user-info.js';
import { labelClass } from './label.js';
import { uuidClass } from './uuid.js';
import { versionClass } from './version.js';

export type { PlatformLibrary } from './library.js';
export { platformEnumValue } from './enums.js';

const classes: readonly PlatformClass[] = [
  accessLevelClass,
  assertClass,
  asyncInfoClass,
  asyncOptionsClass,
  blobClass,
  booleanClass,

  childRelationshipClass,
  collatorClass,
  comparableClass,
  comparatorClass,
  cryptoClass,
  databaseClass,
  customMetadataClass,
  customSettingClass,
  dateClass,
  datetimeClass,
  decimalClass,
  describeFieldClass,
  describeObjectClass,
  doubleClass,
  duplicateSignatureBuilderClass,
  duplicateSignatureClass,
  encodingUtilClass,
  ...eventBusClasses,
  flexQueueClass,
  featureManagementClass,
  idClass,
  integerClass,
  iterableClass,
  iteratorClass,
  jsonClass,
  jsonGeneratorClass,
  jsonParserClass,
  limitsClass,
  listClass,
  listIteratorClass,
  longClass,
  mapClass,
  matcherClass,
  mathClass,
  objectClass,
  patternClass,
  picklistEntryClass,
  recordTypeInfoClass,
  requestClass,
  savepointClass,
  schemaClass,
  setClass,
  sobjectClass,
  sobjectFieldClass,
  sobjectTypeClass,
  stringClass,
  systemClass,
  testBrokerClass,
  testClass,
  timeClass,
  timeZoneClass,
  triggerClass,
  typeClass,
  urlClass,
  userInfoClass,
  uuidClass,
  labelClass,
  versionClass,
  ...dataWeaveClasses,
  ...searchClasses,
  ...asyncClasses,
  ...dmlOptionClasses,
  ...enumClasses,
  ...exceptionClasses,
  ...fieldSetClasses,
  ...tabClasses,
  ...flowClasses,
  ...formulaClasses,
  ...invocableClasses,
  ...orgLimitClasses,
  ...geoClasses,
  ...interfaceClasses,
  ...objectPartClasses,
  ...queryLocatorClasses,
  ...cursorClasses,
  ...resultClasses,
  ...recalculationClasses,
  ...leadConvertClasses,
  ...securityClasses,
  ...compressionClasses,
  ...serviceClasses
];

/** All that Apex code can name besides the project's own classes and its sObjects. */
export const platformLibrary: PlatformLibrary = createLibrary(classes, platformEnumValue, fromCatalogue);
