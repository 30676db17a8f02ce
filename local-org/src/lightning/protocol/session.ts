/** A user as the user menu lists it. */
export interface UserMenuEntry {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly profile: string;
}

/** The user who is logged in, with what decides about the display. Data access is decided by the server alone. */
export interface SessionUser extends UserMenuEntry {
  readonly email: string;
  readonly permissionSets: readonly string[];
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  /** IANA name, e.g. `America/Los_Angeles`. */
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  readonly currency: string;
}

export interface TabModel {
  /** API name: `standard-Account`, `Invoice__c`, or the name of the CustomTab. */
  readonly name: string;
  readonly label: string;
  /** `standard:account`, `custom:custom12`. */
  readonly icon: string;
  readonly kind: 'object' | 'component' | 'page' | 'home';
  /** Object name, `c:component`, or FlexiPage name. Empty for a home page without FlexiPage. */
  readonly target: string;
}

export interface AppModel {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** `#0070D2`; undefined when the app has none. */
  readonly brandColor?: string;
  readonly tabs: readonly TabModel[];
}

/** What the shell must know of an object before it opens one of its records. Only objects that the user may read. */
export interface ObjectSummary {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly keyPrefix: string;
  readonly nameField: string;
  readonly icon: string;
  readonly createable: boolean;
}

/** GET /lightning/bootstrap */
export interface Bootstrap {
  readonly user: SessionUser;
  /** Active users that one may switch to, in the order of the menu. */
  readonly users: readonly UserMenuEntry[];
  readonly org: { readonly id: string; readonly name: string; readonly currency: string; readonly baseUrl: string };
  readonly apps: readonly AppModel[];
  readonly objects: readonly ObjectSummary[];
  /** Custom labels by name, without `c.`. */
  readonly labels: Readonly<Record<string, string>>;
}

/** POST /lightning/session: log in as this user. The answer sets the cookie. */
export interface SessionRequest {
  readonly username: string;
}

/** POST /lightning/session: 400 or 404 with this body when there is no such active user. */
export interface SessionError {
  readonly message: string;
}
