export { createDataService, type DataServiceParts, type SqliteDataService } from './service.js';
