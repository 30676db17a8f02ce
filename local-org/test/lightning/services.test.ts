import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lightning/browser/services/boolean-filter.js';
import { referenceOf, urlOf, type PageReference } from '../../src/lightning/browser/services/page-reference.js';
import { QueryStore, type Provision } from '../../src/lightning/browser/services/query-store.js';

test.each([
  ['1 AND 2', [true, false], false],
  ['1 OR 2', [true, false], true],
  ['1 AND (2 OR 3)', [true, false, true], true],
  ['(1 AND 2) OR 3', [false, true, false], false],
  ['NOT 1 AND 2', [false, true], true],
  ['1 or not 2', [false, false], true]
])('the filter %s over %j is %s', (filter, outcomes, expected) => {
  expect(evaluate(filter, outcomes)).toBe(expected);
});

/** Source: https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type */
describe('page references', () => {
  const objectOf = (id: string) => (id.startsWith('001') ? 'Account' : undefined);
  const record: PageReference = {
    type: 'standard__recordPage',
    attributes: { objectApiName: 'Account', recordId: '001000000000001AAA', actionName: 'view' },
    state: {}
  };
  const list: PageReference = {
    type: 'standard__objectPage',
    attributes: { objectApiName: 'Repair__c', actionName: 'list' },
    state: { filterName: 'Mine' }
  };

  test.each([
    ['/lightning/r/Account/001000000000001AAA/view', record],
    ['/lightning/o/Repair__c/list?filterName=Mine', list],
    ['/lightning/n/Planner', { type: 'standard__navItemPage', attributes: { apiName: 'Planner' }, state: {} }],
    ['/lightning/page/home', { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} }],
    [
      '/lightning/cmp/c__card?c__size=2',
      { type: 'standard__component', attributes: { componentName: 'c__card' }, state: { c__size: '2' } }
    ],
    [
      '/lightning/r/Account/001000000000001AAA/related/Repairs__r/view',
      {
        type: 'standard__recordRelationshipPage',
        attributes: {
          objectApiName: 'Account',
          recordId: '001000000000001AAA',
          relationshipApiName: 'Repairs__r',
          actionName: 'view'
        },
        state: {}
      }
    ]
  ])('%s is an address and back', (url, reference) => {
    const { pathname, search } = new URL(url, 'http://shell');

    expect(urlOf(reference, objectOf)).toBe(url);
    expect(referenceOf(pathname, search)).toEqual(reference);
  });

  test('find the object of a record by its id', () => {
    const bare = { type: 'standard__recordPage', attributes: { recordId: '001000000000001AAA', actionName: 'view' } };

    expect(urlOf(bare, objectOf)).toBe('/lightning/r/Account/001000000000001AAA/view');
  });

  test.each([
    ['standard__webPage', { url: 'https://example.com/a' }, 'https://example.com/a'],
    ['standard__knowledgeArticlePage', {}, undefined],
    ['standard__recordPage', { recordId: '009000000000001AAA' }, undefined]
  ])('%s %j leads to %s', (type, attributes, url) => {
    expect(urlOf({ type, attributes }, objectOf)).toBe(url);
  });

  test('an unknown address is the home page', () => {
    expect(referenceOf('/lightning/x/y', '')).toMatchObject({ type: 'standard__namedPage' });
  });
});

describe('the store of answers', () => {
  function counting(answers: readonly unknown[]) {
    const state = { loads: 0 };
    const load = async () => {
      const answer = answers[Math.min(state.loads++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    };
    return { state, query: { key: 'question', load } };
  }

  test('asks once for all who want the same, and again on demand', async () => {
    const store = new QueryStore<unknown>(1000);
    const { state, query } = counting([{ n: 1 }, { n: 2 }]);
    const seen: Provision[] = [];

    store.subscribe(query, (provision) => seen.push(provision));
    expect(await store.read(query)).toEqual({ n: 1 });
    await store.refresh('question');

    expect(state.loads).toBe(2);
    expect(seen).toEqual([
      { data: { n: 1 }, error: undefined },
      { data: { n: 2 }, error: undefined }
    ]);
    expect(Object.isFrozen(seen[0]?.data)).toBe(true);
  });

  test('asks again when an answer is too old', async () => {
    const store = new QueryStore<unknown>(0);
    const { state, query } = counting([1]);

    await store.read(query);
    await store.read(query);

    expect(state.loads).toBe(2);
  });

  test('forgets what may have changed and reads it again only where it is shown', async () => {
    const store = new QueryStore<unknown>(1000);
    const { state, query } = counting([1, 2]);
    await store.read(query);

    await store.invalidate((key) => key === 'question');
    const unseen = state.loads;
    store.subscribe(query, () => undefined);
    await store.read(query);
    await store.invalidate((key) => key === 'question');

    expect([unseen, state.loads]).toEqual([1, 3]);
  });

  test('keeps no error: the next one asks again', async () => {
    const store = new QueryStore<unknown>(1000);
    const { query } = counting([new Error('lost'), 'found']);

    await expect(store.read(query)).rejects.toThrow('lost');

    expect(await store.read(query)).toBe('found');
  });

  test('does not answer a refresh with a load that began before it', async () => {
    const store = new QueryStore<unknown>(1000);
    const { state, query } = counting([1, 2]);

    const first = store.read(query);
    await store.refresh('question');
    await first;

    expect([state.loads, await store.read(query)]).toEqual([2, 2]);
  });
});
