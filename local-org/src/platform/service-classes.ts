import { cacheClasses } from './cache.js';
import { connectApiClasses } from './connect-api.js';
import { continuationClass } from './continuation.js';
import type { PlatformClass } from './define.js';
import { resourceMockClasses } from './http-resource-mocks.js';
import { httpCalloutMockClass, httpClass, httpRequestClass, httpResponseClass } from './http.js';
import { emailClasses } from './messaging/email.js';
import { inboundClasses } from './messaging/inbound.js';
import { notificationClass } from './messaging/notification.js';
import { pushClasses } from './messaging/push.js';
import { restClasses } from './rest.js';
import { appMenuClass } from './services/app-launcher.js';
import { approvalClasses } from './services/approval.js';
import { authClasses } from './services/auth.js';
import { businessHoursClass } from './services/business-hours.js';
import { changeEventHeaderClass } from './services/change-event-header.js';
import { domainCreatorClass } from './services/domains.js';
import { duplicateClasses } from './services/duplicates.js';
import { installClasses } from './services/install.js';
import { metadataClasses } from './services/metadata.js';
import { resetPasswordResultClass } from './services/passwords.js';
import { processClasses } from './services/process.js';
import { visualEditorClasses } from './services/visual-editor.js';
import { visualforceClasses } from './visualforce/index.js';
import { webServiceClasses } from './web-service.js';
import { xmlClasses } from './xml/index.js';

/** The classes by which Apex reaches what is not data: pages, mail, HTTP, caches, documents, other parts of the platform. */
export const serviceClasses: readonly PlatformClass[] = [
  appMenuClass,
  businessHoursClass,
  changeEventHeaderClass,
  continuationClass,
  domainCreatorClass,
  httpCalloutMockClass,
  httpClass,
  httpRequestClass,
  httpResponseClass,
  notificationClass,
  ...pushClasses,
  resetPasswordResultClass,
  ...approvalClasses,
  ...authClasses,
  ...cacheClasses,
  ...connectApiClasses,
  ...duplicateClasses,
  ...emailClasses,
  ...inboundClasses,
  ...installClasses,
  ...metadataClasses,
  ...processClasses,
  ...resourceMockClasses,
  ...restClasses,
  ...visualEditorClasses,
  ...visualforceClasses,
  ...webServiceClasses,
  ...xmlClasses
];
