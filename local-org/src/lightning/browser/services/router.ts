import { referenceOf, urlOf, type PageReference } from './page-reference.ts';
import { bootstrap } from './session.ts';

const changed = 'change';
const bus = new EventTarget();
addEventListener('popstate', () => bus.dispatchEvent(new Event(changed)));

/** Where the page is now. */
export function currentPage(): PageReference {
  return referenceOf(location.pathname, location.search);
}

/** Calls back now and after every navigation. Returns the function that ends it. */
export function onNavigation(callback: (page: PageReference) => void): () => void {
  const listener = () => callback(currentPage());
  bus.addEventListener(changed, listener);
  listener();
  return () => bus.removeEventListener(changed, listener);
}

/** Goes to an address of this shell without loading the page again; other addresses open in a new window. */
export function open(url: string, replace = false): void {
  const target = new URL(url, location.href);
  if (target.origin !== location.origin || !/^\/(?:lightning(?:\/|$)|flow\/|$)/.test(target.pathname)) {
    window.open(target, '_blank', 'noopener');
    return;
  }
  if (target.href !== location.href) history[replace ? 'replaceState' : 'pushState'](null, '', target);
  scrollTo(0, 0);
  bus.dispatchEvent(new Event(changed));
}

/** Goes to a page. Throws an Error that names the type when this shell has no such page. */
export function navigate(reference: PageReference, replace = false): void {
  open(urlFor(reference), replace);
}

/** The address of a page. Throws an Error that names the type when this shell has no such page. */
export function urlFor(reference: PageReference): string {
  const url = urlOf(reference, objectOf);
  if (url === undefined)
    throw new Error(`There is no page for ${reference.type} ${JSON.stringify(reference.attributes)}.`);
  return url;
}

/** The object of a record by the first three characters of its id. */
export function objectOf(recordId: string): string | undefined {
  return bootstrap.objects.find((object) => object.keyPrefix === recordId.slice(0, 3))?.name;
}

/** The address of a record's page. */
export function recordUrl(objectApiName: string, recordId: string): string {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}

/**
 * Handles a click on a link of the shell: plain clicks stay on the page, clicks with a modifier key are the browser's.
 * Components put it on their links (`onclick`).
 */
export function followLink(event: MouseEvent): void {
  const link = event.currentTarget as HTMLAnchorElement;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(link.href);
}
