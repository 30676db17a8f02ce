import type { AccessMode, DmlOptions, OrgInfo, Transaction } from '../../kernel/services.js';
import type { ProjectMetadata } from '../../schema/metadata.js';
import type { ObjectModel, Schema } from '../../schema/model.js';
import type { PermissionCatalog } from '../../security/profiles.js';
import type { RecordLoader } from '../record-loader.js';
import type { Statuses } from '../standard/statuses.js';
import type { Connection } from '../store/connection.js';
import type { Sequences } from '../store/sequences.js';
import type { ComputedValues } from '../translate/context.js';
import type { Work } from '../work.js';
import type { AssignmentRules } from './assignment-rules.js';
import type { DuplicateRules } from './duplicate-rules.js';
import type { DmlRow } from './row.js';
import type { ValidationRules } from './validation-rules.js';

/** What lives as long as the data service. */
export interface DmlParts {
  readonly connection: Connection;
  readonly schema: Schema;
  readonly sequences: Sequences;
  readonly loader: RecordLoader;
  readonly computed: ComputedValues;
  readonly statuses: Statuses;
  readonly rules: ValidationRules;
  readonly assignments: AssignmentRules;
  readonly duplicates: DuplicateRules;
  readonly metadata: ProjectMetadata;
  readonly catalog: PermissionCatalog;
  readonly info: OrgInfo;
}

/** One DML statement on one object. */
export interface DmlEnvironment extends DmlParts {
  readonly tx: Transaction;
  readonly work: Work;
  readonly object: ObjectModel;
  readonly access: AccessMode;
  /** Texts that are too long are cut. */
  readonly truncate?: boolean | undefined;
  /** Records without options of their own get their owners from this assignment rule. */
  readonly assignmentRule?: DmlOptions['assignmentRule'] | undefined;
  /** Duplicates are saved where their rule leaves it to the user. */
  readonly allowDuplicates?: boolean | undefined;
  /** The platform's own save: fields that nobody else may set are set too. */
  readonly forced?: boolean;
  /** Hears of deleted rows before their after-delete triggers run: a merge names the master. */
  readonly removed?: (rows: readonly DmlRow[]) => void;
}
