/** Writes to the browser's console; in an org it goes to Event Monitoring. Source: https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-logger */
export function log(message: unknown): void {
  console.info(message);
}
