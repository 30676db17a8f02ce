/** Where one is, or wants to go. Source: https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string | undefined>>;
}

/** The address of a page reference; undefined for types that this shell has no page for. */
export function urlOf(
  reference: PageReference,
  objectOf: (recordId: string) => string | undefined
): string | undefined {
  const {
    recordId = '',
    objectApiName,
    actionName,
    apiName,
    pageName,
    url,
    relationshipApiName
  } = reference.attributes;
  const query = queryOf(reference.state);
  switch (reference.type) {
    case 'standard__recordPage': {
      const object = objectApiName ?? objectOf(recordId);
      return object && recordId ? `/lightning/r/${object}/${recordId}/${actionName ?? 'view'}${query}` : undefined;
    }
    case 'standard__recordRelationshipPage':
      return `/lightning/r/${objectApiName ?? objectOf(recordId)}/${recordId}/related/${relationshipApiName}/view${query}`;
    case 'standard__objectPage':
      return `/lightning/o/${objectApiName}/${actionName ?? 'home'}${query}`;
    case 'standard__navItemPage':
      return `/lightning/n/${apiName}${query}`;
    case 'standard__namedPage':
      return `/lightning/page/${pageName}${query}`;
    case 'standard__component':
      return `/lightning/cmp/${reference.attributes['componentName']}${query}`;
    case 'standard__flow':
      return `/lightning/flow/${reference.attributes['devName']}${query}`;
    case 'standard__webPage':
      return url;
    default:
      return undefined;
  }
}

/** The page reference of an address of this shell; anything unknown is the home page. */
export function referenceOf(path: string, search: string): PageReference {
  const state = Object.fromEntries(new URLSearchParams(search));
  const [, root, kind, first, second, third, fourth] = path.split('/').map(decodeURIComponent);
  if (root === 'flow' && kind) return { type: 'standard__flow', attributes: { devName: kind }, state };
  if (root === 'lightning' && first) {
    switch (kind) {
      case 'r':
        if (third === 'related') {
          const attributes = {
            objectApiName: first,
            recordId: second,
            relationshipApiName: fourth,
            actionName: 'view'
          };
          return { type: 'standard__recordRelationshipPage', attributes, state };
        }
        if (second) {
          const attributes = { objectApiName: first, recordId: second, actionName: third ?? 'view' };
          return { type: 'standard__recordPage', attributes, state };
        }
        break;
      case 'o':
        return {
          type: 'standard__objectPage',
          attributes: { objectApiName: first, actionName: second ?? 'home' },
          state
        };
      case 'n':
        return { type: 'standard__navItemPage', attributes: { apiName: first }, state };
      case 'cmp':
        return { type: 'standard__component', attributes: { componentName: first }, state };
      case 'flow':
        return { type: 'standard__flow', attributes: { devName: first }, state };
      case 'page':
        return { type: 'standard__namedPage', attributes: { pageName: first }, state };
    }
  }
  return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
}

function queryOf(state: PageReference['state']): string {
  const entries = Object.entries(state ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
}
