/** Thrown by a call that Salesforce answers and the local org cannot, where only the running code can tell. No Apex code can catch it. */
export class UnsupportedFeature extends Error {
  constructor(what: string) {
    super(`The local org does not support ${what}`);
  }
}
