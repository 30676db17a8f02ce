import { assertClass } from './assert.js';
import { asyncInfoClass } from './async-info.js';
import { asyncOptionsClass, duplicateSignatureClass, duplicateSignatureBuilderClass } from './async-options.js';
import { blobClass } from './blob.js';
import { asyncClasses } from './contexts.js';
import { cryptoClass } from './crypto.js';
import { databaseClass, eventBusClass } from './database.js';
import { accessLevelClass } from './database/access.js';
import { dmlOptionClasses } from './database/dml-options.js';
import { queryLocatorClasses } from './database/query-locator.js';
import { resultClasses } from './database/results.js';
import { savepointClass } from './database/savepoint.js';
import { dateClass } from './date.js';
import { datetimeClass } from './datetime.js';
import { decimalClass } from './decimal.js';
import { encodingUtilClass } from './encoding-util.js';
import { enumClasses, platformEnumValue } from './enums.js';
import { exceptionClasses } from './exception.js';
import { httpClass, httpRequestClass, httpResponseClass, httpCalloutMockClass, webServiceMockClass } from './http.js';
import { resourceMockClasses } from './http-resource-mocks.js';
import { idClass } from './id.js';
import { comparableClass, comparatorClass, iterableClass, iteratorClass, listIteratorClass } from './iterators.js';
import { jsonClass } from './json.js';
import { jsonGeneratorClass } from './json/generator.js';
import { jsonParserClass } from './json/parser.js';
import { limitsClass } from './limits.js';
import { listClass } from './list.js';
import { mapClass } from './map.js';
import { mathClass } from './math.js';
import { booleanClass, doubleClass, integerClass, longClass } from './numbers.js';
import { objectClass } from './object.js';
import { requestClass } from './request.js';
import { childRelationshipClass } from './schema/child-relationship.js';
import { describeFieldClass } from './schema/describe-field.js';
import { describeObjectClass } from './schema/describe-object.js';
import { objectPartClasses } from './schema/object-parts.js';
import { picklistEntryClass } from './schema/picklist-entry.js';
import { recordTypeInfoClass } from './schema/record-type-info.js';
import { schemaClass, sobjectFieldClass, sobjectTypeClass } from './schema/schema.js';
import { setClass } from './set.js';
import { sobjectClass } from './sobject.js';
import { stringClass } from './string.js';
import { systemClass } from './system.js';
import { testClass } from './test.js';
import { testBrokerClass } from './test-broker.js';
import { timeClass } from './time.js';
import { timeZoneClass } from './time-zone.js';
import { typeClass } from './type.js';
import { userInfoClass } from './user-info.js';
import type { PlatformClass } from './define.js';
import { createLibrary, type PlatformLibrary } from './library.js';

export type { PlatformLibrary } from './library.js';
export { platformEnumValue } from './enums.js';

const classes: readonly PlatformClass[] = [
  assertClass,
  asyncInfoClass,
  asyncOptionsClass,
  duplicateSignatureClass,
  duplicateSignatureBuilderClass,
  blobClass,
  cryptoClass,
  databaseClass,
  eventBusClass,
  accessLevelClass,
  savepointClass,
  dateClass,
  datetimeClass,
  decimalClass,
  encodingUtilClass,
  httpClass,
  httpRequestClass,
  httpResponseClass,
  httpCalloutMockClass,
  webServiceMockClass,
  idClass,
  comparableClass,
  comparatorClass,
  iterableClass,
  iteratorClass,
  listIteratorClass,
  jsonClass,
  jsonGeneratorClass,
  jsonParserClass,
  limitsClass,
  listClass,
  mapClass,
  mathClass,
  booleanClass,
  doubleClass,
  integerClass,
  longClass,
  objectClass,
  requestClass,
  childRelationshipClass,
  describeFieldClass,
  describeObjectClass,
  picklistEntryClass,
  recordTypeInfoClass,
  schemaClass,
  sobjectFieldClass,
  sobjectTypeClass,
  setClass,
  sobjectClass,
  stringClass,
  systemClass,
  testClass,
  testBrokerClass,
  timeClass,
  timeZoneClass,
  typeClass,
  userInfoClass,
  ...asyncClasses,
  ...dmlOptionClasses,
  ...queryLocatorClasses,
  ...resultClasses,
  ...enumClasses,
  ...exceptionClasses,
  ...resourceMockClasses,
  ...objectPartClasses
];

/** All that Apex code can name besides the project's own classes and its sObjects. */
export const platformLibrary: PlatformLibrary = createLibrary(classes, platformEnumValue);
