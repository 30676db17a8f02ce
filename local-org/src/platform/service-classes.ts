import { cacheClasses } from './cache.js';
import { connectApiClasses } from './connect-api.js';
import { continuationClass } from './continuation.js';
import type { PlatformClass } from './define.js';
import { resourceMockClasses } from './http-resource-mocks.js';
import { httpCalloutMockClass, httpClass, httpRequestClass, httpResponseClass } from './http.js';
import { emailClasses } from './messaging/email.js';
import { inboundClasses } from './messaging/inbound.js';
import { notificationClass } from './messaging/notification.js';
import { restClasses } from './rest.js';
import { visualforceClasses } from './visualforce/index.js';
import { webServiceClasses } from './web-service.js';
import { xmlClasses } from './xml/index.js';

/** The classes by which Apex reaches what is not data: pages, mail, HTTP, caches, documents. */
export const serviceClasses: readonly PlatformClass[] = [
  continuationClass,
  httpCalloutMockClass,
  httpClass,
  httpRequestClass,
  httpResponseClass,
  notificationClass,
  ...cacheClasses,
  ...connectApiClasses,
  ...emailClasses,
  ...inboundClasses,
  ...resourceMockClasses,
  ...restClasses,
  ...visualforceClasses,
  ...webServiceClasses,
  ...xmlClasses
];
