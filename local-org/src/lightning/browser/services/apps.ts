import type { AppModel, ObjectSummary, TabModel } from '../../protocol/session.ts';
import type { PageReference } from './page-reference.ts';
import { bootstrap } from './session.ts';

const storageKey = 'lightning.app';

/**
 * The app that is open: the one chosen last in this browser, else the first that has a tab for the page, else the first.
 * Undefined when the user may see none.
 */
export function currentApp(page: PageReference): AppModel | undefined {
  const chosen = localStorage.getItem(storageKey);
  const { apps } = bootstrap;
  return apps.find(({ name }) => name === chosen) ?? apps.find((app) => tabOf(app, page)) ?? apps[0];
}

export function chooseApp(name: string): void {
  localStorage.setItem(storageKey, name);
}

/** The address of a tab. */
export function tabUrl(tab: TabModel): string {
  if (tab.kind === 'object') return `/lightning/o/${tab.target}/list`;
  return tab.kind === 'home' ? '/lightning/page/home' : `/lightning/n/${tab.name}`;
}

/** The tab that stands for a page, among those of an app. */
export function tabOf(app: AppModel | undefined, page: PageReference): TabModel | undefined {
  const { objectApiName, apiName } = page.attributes;
  return app?.tabs.find((tab) => {
    if (tab.kind === 'object') return tab.target === objectApiName;
    return tab.kind === 'home' ? page.type === 'standard__namedPage' : tab.name === apiName;
  });
}

/** What is known of an object that the user may read. */
export function objectSummary(name: string): ObjectSummary | undefined {
  return bootstrap.objects.find((object) => object.name.toLowerCase() === name.toLowerCase());
}
