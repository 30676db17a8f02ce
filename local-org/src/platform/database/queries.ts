import type { ApexMap } from '../../kernel/collections.js';
import { ApexList } from '../../kernel/collections.js';
import type { ApexValue } from '../../kernel/object.js';
import type { BindValues, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { sobjectType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { invalidParameter, queryException } from '../../runtime/exceptions.js';
import type { PlatformClassSource } from '../define.js';
import { type AccessLevel, accessOf } from './access.js';
import { type CursorKind, openCursor } from './cursor.js';
import { QueryLocator } from './query-locator.js';

type S = string | null;
type L = AccessLevel | null;

/** Dynamic SOQL sees the variables of the code that calls: the compiler passes them as the last argument of these methods. */
const noVariables: BindValues = (name) => {
  throw queryException(`Variable does not exist: ${name}`);
};

function bindsOf(map: ApexMap | null): BindValues {
  const values = new Map<string, ApexValue>();
  for (const { key, value } of required(map, 2).entries.values()) values.set(String(key).toLowerCase(), value);
  return (name) => {
    const value = values.get(name.toLowerCase());
    if (value === undefined) throw queryException(`Key '${name}' does not exist in the bindMap`);
    return value;
  };
}

function query(tx: Transaction, text: S, binds: BindValues, level: L): ApexList<SObjectValue> {
  const parsed = tx.data.parse(tx, required(text, 1));
  const rows = tx.data.query(tx, parsed, binds, accessOf(tx, level));
  const model = tx.org.schema.object(parsed.from.object);
  const object = rows[0]?.object ?? model?.name ?? parsed.from.object;
  return new ApexList(sobjectType(object), rows);
}

function count(tx: Transaction, text: S, binds: BindValues, level: L): number {
  return tx.data.count(tx, tx.data.parse(tx, required(text, 1)), binds, accessOf(tx, level));
}

function locator(tx: Transaction, text: S, binds: BindValues, level: L): QueryLocator {
  const soql = required(text, 1);
  return QueryLocator.forQuery(tx, tx.data.parse(tx, soql), soql, binds, accessOf(tx, level));
}

/** `getCursor`, `getCursorWithBinds` and their like for pagination cursors. */
function cursorMembers(kind: CursorKind): PlatformClassSource['members'] {
  const open = (tx: Transaction, text: S, binds: BindValues, level: L) => {
    const soql = required(text, 1);
    if (soql.trim() === '') throw invalidParameter('Query must not be empty or null');
    return openCursor(tx, kind, tx.data.parse(tx, soql), binds, accessOf(tx, level));
  };
  return {
    [`static Database.${kind} get${kind}(String query)`]: (tx, text: S, binds: BindValues = noVariables) =>
      open(tx, text, binds, null),
    [`static Database.${kind} get${kind}(String query, AccessLevel accessLevel)`]: (
      tx,
      text: S,
      level: L,
      binds: BindValues = noVariables
    ) => open(tx, text, binds, level),
    [`static Database.${kind} get${kind}WithBinds(String query, Map<String,Object> bindMap, AccessLevel accessLevel)`]:
      (tx, text: S, map: ApexMap | null, level: L) => open(tx, text, bindsOf(map), level)
  };
}

/** Dynamic SOQL. A trailing `binds` parameter that no signature shows carries the caller's variables. */
export const databaseQueries: PlatformClassSource['members'] = {
  'static List<SObject> query(String queryString)': (tx, text: S, binds: BindValues = noVariables) =>
    query(tx, text, binds, null),
  'static List<SObject> query(String queryString, AccessLevel accessLevel)': (
    tx,
    text: S,
    level: L,
    binds: BindValues = noVariables
  ) => query(tx, text, binds, level),
  'static List<SObject> queryWithBinds(String queryString, Map<String,Object> bindMap, AccessLevel accessLevel)': (
    tx,
    text: S,
    map: ApexMap | null,
    level: L
  ) => query(tx, text, bindsOf(map), level),
  'static Integer countQuery(String query)': (tx, text: S, binds: BindValues = noVariables) =>
    count(tx, text, binds, null),
  'static Integer countQuery(String query, AccessLevel accessLevel)': (
    tx,
    text: S,
    level: L,
    binds: BindValues = noVariables
  ) => count(tx, text, binds, level),
  'static Integer countQueryWithBinds(String query, Map<String,Object> bindMap, AccessLevel accessLevel)': (
    tx,
    text: S,
    map: ApexMap | null,
    level: L
  ) => count(tx, text, bindsOf(map), level),
  'static Database.QueryLocator getQueryLocator(String query)': (tx, text: S, binds: BindValues = noVariables) =>
    locator(tx, text, binds, null),
  'static Database.QueryLocator getQueryLocator(String query, AccessLevel accessLevel)': (
    tx,
    text: S,
    level: L,
    binds: BindValues = noVariables
  ) => locator(tx, text, binds, level),
  'static Database.QueryLocator getQueryLocator(List<SObject> listOfQueries)': (
    _tx,
    rows: ApexList<SObjectValue> | null
  ) => QueryLocator.of(required(rows, 1).items),
  'static Database.QueryLocator getQueryLocator(List<SObject> listOfQueries, AccessLevel accessLevel)': (
    _tx,
    rows: ApexList<SObjectValue> | null
  ) => QueryLocator.of(required(rows, 1).items),
  'static Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String,Object> bindMap, AccessLevel accessLevel)':
    (tx, text: S, map: ApexMap | null, level: L) => locator(tx, text, bindsOf(map), level),
  ...cursorMembers('Cursor'),
  ...cursorMembers('PaginationCursor')
};
