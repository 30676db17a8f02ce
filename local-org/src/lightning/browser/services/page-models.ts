import type { RecordPageModel, TabPageModel } from '../../protocol/pages.ts';
import { formFactor } from './form-factor.ts';
import { get } from './http.ts';
import { QueryStore } from './query-store.ts';

/** Pages change only with the metadata, and that only when the server is started again. */
const recordPages = new QueryStore<RecordPageModel>(Number.POSITIVE_INFINITY);
const tabPages = new QueryStore<TabPageModel>(Number.POSITIVE_INFINITY);

/** The page of an object's records in an app. Throws a FetchFailure. */
export function recordPageModel(object: string, app: string): Promise<RecordPageModel> {
  const key = `/lightning/page/record/${object}?${new URLSearchParams({ app, formFactor })}`;
  return recordPages.read({ key, load: () => get<RecordPageModel>(key) });
}

/** The page behind a tab. Throws a FetchFailure. */
export function tabPageModel(tab: string): Promise<TabPageModel> {
  const key = `/lightning/page/tab/${encodeURIComponent(tab)}`;
  return tabPages.read({ key, load: () => get<TabPageModel>(key) });
}
