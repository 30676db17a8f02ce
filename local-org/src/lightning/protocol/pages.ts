/** One condition of a component visibility rule, as FlexiPage metadata writes it. */
export interface VisibilityCriterion {
  /** `{!$Permission.CustomPermission.X}`, `{!Record.Status}`, `{!$Client.FormFactor}`, `{!$User.Profile.Name}`, … */
  readonly left: string;
  /** EQUAL, NE, GT, GE, LT, LE, CONTAINS. */
  readonly operator: string;
  readonly right: string;
}

export interface VisibilityRule {
  readonly criteria: readonly VisibilityCriterion[];
  /** `1 AND (2 OR 3)`; undefined means all. */
  readonly booleanFilter?: string;
}

export type PropertyValue = string | number | boolean | readonly string[];

/** A component on a page. */
export interface PageComponent {
  /** Unique on the page. */
  readonly id: string;
  /** `c:name` for the project's own, else `force:highlightsPanel`, `flexipage:tabset`, … */
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly visibility?: VisibilityRule;
  /** `Large`, `Small`; undefined means all. */
  readonly formFactors?: readonly string[];
  /** Nested components by the property that names their facet: `tabs` of a tabset, `body` of a tab. */
  readonly facets: Readonly<Record<string, readonly PageComponent[]>>;
}

export interface PageRegion {
  readonly name: string;
  readonly components: readonly PageComponent[];
}

export interface QuickActionModel {
  /** `Object.Action`, or `Action` for a global one. */
  readonly name: string;
  readonly label: string;
  readonly icon?: string;
  /** `c:name`. */
  readonly component: string;
  /** ScreenAction opens a modal; Action calls `invoke()`. */
  readonly mode: 'ScreenAction' | 'Action';
  readonly visibility?: VisibilityRule;
}

export interface FieldSection {
  readonly label: string;
  /** One or two columns of field API names; the fields exist and the user may read them. */
  readonly columns: readonly (readonly string[])[];
}

/** A related list as it is placed; its rows come with POST /lightning/related. */
export interface RelatedListModel {
  /** Child relationship name: `Contacts`, `Items__r`. */
  readonly relationship: string;
  readonly label: string;
  readonly object: string;
  /** Lookup field of the child that points here. */
  readonly field: string;
  readonly icon: string;
}

/** GET /lightning/page/record/<object>: how records of this object look for the user's app. `?app=Name` says which app is open. */
export interface RecordPageModel {
  readonly object: string;
  /** Name of the FlexiPage, undefined for the default page. */
  readonly flexiPage?: string;
  readonly label: string;
  /** `flexipage:recordHomeTemplateDesktop`, … */
  readonly template: string;
  readonly regions: readonly PageRegion[];
  readonly quickActions: readonly QuickActionModel[];
  /** Fields under the title, at most seven. */
  readonly highlights: readonly string[];
  readonly sections: readonly FieldSection[];
  readonly related: readonly RelatedListModel[];
}

/** GET /lightning/page/tab/<tab>: the page behind a tab that shows no object. */
export interface TabPageModel {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly template: string;
  readonly regions: readonly PageRegion[];
}
