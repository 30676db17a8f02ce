/**
 * What the Lightning shell in the browser and the server say to each other. Both sides import these types; every body is JSON.
 *
 * | method and path                                             | request          | answer                    |
 * | ----------------------------------------------------------- | ---------------- | ------------------------- |
 * | GET    /lightning/bootstrap                                 |                  | `Bootstrap`               |
 * | POST   /lightning/session                                   | `SessionRequest` | 204 and the cookie        |
 * | POST   /lightning/apex/<Class>/<method>[?wire=1]            | parameters by name | `ApexAnswer` or 500 `ApexErrorBody` |
 * | GET    /lightning/page/record/<object>?app=&formFactor=     |                  | `RecordPageModel`         |
 * | GET    /lightning/page/tab/<tab>                            |                  | `TabPageModel`            |
 * | POST   /lightning/list                                      | `ListRequest`    | `ListAnswer`              |
 * | GET    /lightning/flow-screen/<flow>?variable=value         |                  | `FlowPageAnswer`          |
 * | POST   /lightning/related                                   | `RelatedRequest` | `RelatedAnswer`           |
 * | GET    /lightning/events?channel=/event/X                   |                  | server-sent `PlatformEventMessage` |
 * | GET    <ui-api>/records/<id>?fields=&optionalFields=&layoutTypes=Full&modes=View | | `RecordRepresentation` |
 * | POST   <ui-api>/records                                     | `RecordInput`    | 201 `RecordRepresentation` |
 * | PATCH  <ui-api>/records/<id>                                | `RecordInput`    | `RecordRepresentation`    |
 * | DELETE <ui-api>/records/<id>                                |                  | 204                       |
 * | GET    <ui-api>/object-info/<object>                        |                  | `ObjectInfoRepresentation` |
 * | GET    <ui-api>/object-info/<object>/picklist-values/<recordTypeId>[/<field>] | | `PicklistValuesCollection` or `PicklistValues` |
 * | GET    /resource/<name>                                     |                  | the static resource       |
 *
 * Any other failure answers 4xx or 5xx with a JSON `UiApiErrorBody` (401: no session, 403: no access, 404: no such record).
 */
export type * from './protocol/apex.js';
export type * from './protocol/flows.js';
export type * from './protocol/lists.js';
export type * from './protocol/pages.js';
export type * from './protocol/session.js';
export type * from './protocol/ui-api.js';

/** Root of the UI API, without a trailing slash. */
export const UI_API = '/services/data/v67.0/ui-api';

/** The master record type: what `recordTypeId` is where an object has no record types. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/**
 * True for addresses that answer the shell's index.html; the browser's router reads them. `/lightning/page/record/…` and
 * `/lightning/page/tab/…` are data, the other `/lightning/page/…` are pages.
 */
export function isShellRoute(path: string): boolean {
  return /^\/(?:lightning\/?)?$|^\/lightning\/(?:r|o|n|cmp|app|flow)\/|^\/flow\/|^\/lightning\/page\/(?!record\/|tab\/)/.test(
    path
  );
}
