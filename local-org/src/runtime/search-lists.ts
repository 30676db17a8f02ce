import { ApexList } from '../kernel/collections.js';
import type { AccessMode, BindValues, Transaction } from '../kernel/services.js';
import type { SObjectValue } from '../kernel/sobject.js';
import { sobjectType } from '../kernel/types.js';
import type { SoslQuery } from '../soql/sosl-ast.js';

/** The lists of a search, each of its own object, so that Apex may cast it: `(List<Account>) found[0]`. */
export function searchLists(
  tx: Transaction,
  search: SoslQuery,
  binds: BindValues,
  access: AccessMode
): ApexList<SObjectValue>[] {
  return tx.data.search(tx, search, binds, access).map((rows, i) => {
    const written = search.returning[i]?.from.object ?? 'SObject';
    const object = rows[0]?.object ?? tx.org.schema.object(written)?.name ?? written;
    return new ApexList(sobjectType(object), rows);
  });
}
