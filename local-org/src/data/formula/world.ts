import type { Transaction } from '../../kernel/services.js';
import type { Schema } from '../../schema/model.js';
import type { RecordLoader } from '../record-loader.js';
import type { Connection } from '../store/connection.js';

/** Where a formula finds what is not on its record: parents, settings, the user. */
export interface FormulaWorld {
  readonly tx: Transaction;
  readonly schema: Schema;
  readonly connection: Connection;
  readonly loader: RecordLoader;
}
