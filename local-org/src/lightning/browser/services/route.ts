import type { PageReference } from './page-reference.ts';

/** What the shell shows for an address; exactly one of the flags is set, or none for the home page. */
export interface Route {
  /** Changes when another page component is wanted. */
  readonly key: string;
  readonly isRecord?: boolean;
  readonly isRelated?: boolean;
  readonly isObject?: boolean;
  readonly isTab?: boolean;
  readonly isComponent?: boolean;
  readonly recordId?: string;
  readonly objectApiName?: string;
  readonly relationship?: string;
  readonly listView?: string;
  readonly tabName?: string;
  readonly componentName?: string;
  readonly isFlow?: boolean;
  readonly flowName?: string;
}

export function routeOf(page: PageReference): Route {
  const { recordId, objectApiName, relationshipApiName, apiName, componentName } = page.attributes;
  switch (page.type) {
    case 'standard__recordPage':
      return { key: `record ${recordId}`, isRecord: true, recordId, objectApiName };
    case 'standard__recordRelationshipPage': {
      const key = `related ${recordId} ${relationshipApiName}`;
      return { key, isRelated: true, recordId, objectApiName, relationship: relationshipApiName };
    }
    case 'standard__objectPage': {
      const listView = page.state?.['filterName'];
      return { key: `object ${objectApiName} ${listView}`, isObject: true, objectApiName, listView };
    }
    case 'standard__navItemPage':
      return { key: `tab ${apiName}`, isTab: true, tabName: apiName };
    case 'standard__component':
      return { key: `component ${componentName}`, isComponent: true, componentName };
    case 'standard__flow': {
      const flowName = page.attributes['devName'];
      return { key: `flow ${flowName}`, isFlow: true, flowName };
    }
    default:
      return { key: 'home' };
  }
}
