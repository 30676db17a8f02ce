/** How a worker opens its org; plain data, it crosses the thread border. */
export interface OrgOptions {
  /** Folders with Salesforce source, in order. */
  readonly sources: readonly string[];
  /** Default: the one in sfdx-project.json. */
  readonly namespace?: string;
  /** SQLite file, or `:memory:`. */
  readonly database: string;
  /** Folder for compiled code; shared by all orgs on the machine. */
  readonly cache: string;
  /** Folder for the state of attached finalizers, which must outlive a killed process; null in memory-only orgs. */
  readonly finalizers: string | null;
  readonly baseUrl: string;
  readonly coverage: boolean;
}
