import { ApexList } from '../kernel/collections.js';
import { ApexObject } from '../kernel/object.js';
import type { Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { type ApexType, listOf, sobjectType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { searchLists } from '../runtime/search-lists.js';
import { type AccessLevel, accessOf } from './database/access.js';
import { platformClass } from './define.js';

const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });
const suggestions = { unsupported: 'search suggestions' };
const snippets = { unsupported: 'search snippets' };

/** Search.SearchResults: what Search.find has found, by object. */
class SearchResults extends ApexObject {
  readonly lists: readonly ApexList<SObjectValue>[];
  constructor(lists: readonly ApexList<SObjectValue>[]) {
    super();
    this.lists = lists;
  }
  override apexType(): ApexType {
    return named('Search.SearchResults');
  }
  of(object: string): ApexList<SearchResult> {
    const wanted = object.toLowerCase();
    const rows = this.lists.flatMap(({ items }) => items).filter((row) => row.object.toLowerCase() === wanted);
    return new ApexList(
      named('Search.SearchResult'),
      rows.map((row) => new SearchResult(row))
    );
  }
}

class SearchResult extends ApexObject {
  readonly record: SObjectValue;
  constructor(record: SObjectValue) {
    super();
    this.record = record;
  }
  override apexType(): ApexType {
    return named('Search.SearchResult');
  }
}

/** Dynamic SOSL has no binds. */
function search(tx: Transaction, text: string | null, level: AccessLevel | null): ApexList<SObjectValue>[] {
  const query = tx.data.parseSearch(tx, required(text, 1));
  return searchLists(tx, query, () => null, accessOf(tx, level));
}

const lists = (found: ApexList<SObjectValue>[]) => new ApexList(listOf(sobjectType('SObject')), found);

/** System.Search and what it answers: https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_search.htm */
export const searchClasses = [
  platformClass({
    name: 'System.Search',
    members: {
      'static List<List<SObject>> query(String query)': (tx, text: string | null) => lists(search(tx, text, null)),
      'static List<List<SObject>> query(String query, AccessLevel accessLevel)': (
        tx,
        text: string | null,
        level: AccessLevel | null
      ) => lists(search(tx, text, level)),
      'static Search.SearchResults find(String searchQuery)': (tx, text: string | null) =>
        new SearchResults(search(tx, text, null)),
      'static Search.SearchResults find(String searchQuery, AccessLevel accessLevel)': (
        tx,
        text: string | null,
        level: AccessLevel | null
      ) => new SearchResults(search(tx, text, level)),
      'static Search.SuggestionResults suggest(String searchQuery, String sObjectType, Search.SuggestionOption suggestions)':
        suggestions
    }
  }),
  platformClass({
    name: 'Search.SearchResults',
    members: {
      'List<Search.SearchResult> get(String sObjectType)': (_tx, self: SearchResults, object: string | null) =>
        self.of(required(object, 1))
    }
  }),
  platformClass({
    name: 'Search.SearchResult',
    members: {
      'SObject getSObject()': (_tx, self: SearchResult) => self.record,
      'String getSnippet()': snippets,
      'String getSnippet(String fieldName)': snippets
    }
  })
];
