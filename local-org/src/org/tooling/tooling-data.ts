import type { ApexId } from '../../kernel/scalars.js';
import type { AccessMode, BindValues, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { ObjectModel, Schema } from '../../schema/model.js';
import type { SoqlQuery } from '../../soql/ast.js';
import type { SqliteDataService } from '../../data/service.js';
import type { RowFields } from '../../data/store/system-rows.js';
import { HttpError } from '../http-error.js';
import { toolingSchema } from './objects.js';

/** The rows belong to nobody: whoever may look at them at all sees all. */
const everything: AccessMode = { mode: 'system', sharing: false };

/** The objects of the Tooling API: classes, logs, trace flags, test runs and their coverage. */
export class ToolingData {
  readonly schema: Schema;
  private readonly data: SqliteDataService;
  private readonly access: ReturnType<SqliteDataService['through']>;

  constructor(data: SqliteDataService, org: Schema) {
    const { schema, added } = toolingSchema(org);
    this.schema = schema;
    this.data = data;
    this.access = data.through(schema, added);
  }

  /** Rows of a query. Needs the permission to view set-up, as on the platform. */
  query(tx: Transaction, query: SoqlQuery, binds: BindValues = () => null): SObjectValue[] {
    checkPermission(tx);
    return this.access.queries.query(tx, query, binds, everything);
  }

  count(tx: Transaction, query: SoqlQuery): number {
    checkPermission(tx);
    return this.access.queries.count(tx, query, () => null, everything);
  }

  select(tx: Transaction, soql: string): SObjectValue[] {
    return this.query(tx, this.data.parse(tx, soql));
  }

  object(name: string): ObjectModel {
    const model = this.schema.object(name);
    if (!model) throw new HttpError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return model;
  }

  /** Inserts (id null) or changes a row. */
  write(tx: Transaction, object: string, id: ApexId | null, fields: RowFields): ApexId {
    this.data.begin(tx);
    return this.access.rows.write(object, id, fields, tx.now(), tx.user.id);
  }

  remove(tx: Transaction, object: string, id: ApexId): void {
    this.data.begin(tx);
    this.access.rows.remove(object, id);
  }
}

function checkPermission(tx: Transaction): void {
  if (tx.user.access.userPermission('ViewSetup') || tx.user.access.userPermission('AuthorApex')) return;
  throw new HttpError(403, 'INSUFFICIENT_ACCESS', 'You need the permission View Setup and Configuration.');
}
