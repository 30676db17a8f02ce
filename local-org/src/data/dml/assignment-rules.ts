import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import { SObjectValue } from '../../kernel/sobject.js';
import type { FormulaNode } from '../../formula/ast.js';
import { checkFormula } from '../../formula/check.js';
import { evaluate } from '../../formula/evaluate.js';
import { parseFormula } from '../../formula/parse.js';
import { readFilterItems } from '../../schema/filter-items.js';
import type { ProjectMetadata } from '../../schema/metadata.js';
import type { FilterItem, Schema } from '../../schema/model.js';
import { SchemaError } from '../../schema/schema-error.js';
import { children, flag, text, type XmlNode } from '../../schema/xml.js';
import { recordContext } from '../formula/record-context.js';
import { stableId } from '../store/system-rows.js';
import type { DmlEnvironment } from './environment.js';
import { filterHolds, type FilterPlace } from './filter-items.js';
import { reload } from './reload.js';
import type { DmlRow } from './row.js';
import { updateRows } from './write.js';

interface RuleEntry {
  readonly items: readonly FilterItem[];
  readonly logic?: string;
  readonly formula?: FormulaNode;
  /** User name, or developer name of a queue; absent: the owner stays. */
  readonly assignee?: { readonly name: string; readonly kind: 'User' | 'Queue' };
}

interface AssignmentRule {
  readonly id: string;
  readonly active: boolean;
  readonly entries: readonly RuleEntry[];
}

/**
 * The project's assignment rules of cases and leads. They run when DMLOptions.assignmentRuleHeader asks for them, after the
 * after-triggers; the first entry that the record meets says its owner. Mail to the owner is not sent.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_assignmentrules.htm
 */
export class AssignmentRules {
  private readonly byObject = new Map<string, readonly AssignmentRule[]>();

  constructor(schema: Schema, metadata: ProjectMetadata, problems: Error[]) {
    for (const { name, xml, file } of metadata.components('assignmentRules')) {
      const rules = children(xml, 'assignmentRule').map((rule): AssignmentRule => {
        const fullName = text(rule, 'fullName') ?? '';
        const entries = children(rule, 'ruleEntry').flatMap((entry) => {
          try {
            return [readEntry(schema, name, entry)];
          } catch (error) {
            problems.push(new SchemaError(file, `Assignment rule ${name}.${fullName}: ${(error as Error).message}`));
            return [];
          }
        });
        return { id: assignmentRuleId(name, fullName).value, active: flag(rule, 'active'), entries };
      });
      this.byObject.set(name.toLowerCase(), rules);
    }
  }

  /** True when options ask for a rule that the object has. */
  isAsked(env: DmlEnvironment, row: DmlRow): boolean {
    return this.ruleFor(env, row) !== undefined;
  }

  /** Gives the rows their owners; no trigger runs for it. */
  assign(env: DmlEnvironment, rows: readonly DmlRow[]): void {
    const moved: DmlRow[] = [];
    for (const row of rows) {
      const entry = this.ruleFor(env, row)?.entries.find((one) => meets(env, row, one));
      const owner = entry?.assignee && assigneeId(env, entry.assignee);
      if (!owner) continue;
      saveOwner(env, row, owner);
      moved.push(row);
    }
    if (moved.length > 0) reload(env, moved);
  }

  private ruleFor(env: DmlEnvironment, row: DmlRow): AssignmentRule | undefined {
    const asked = row.input.assignmentRule ?? env.assignmentRule;
    if (asked === undefined) return undefined;
    const rules = this.byObject.get(env.object.name.toLowerCase()) ?? [];
    return rules.find((rule) => (asked === 'active' ? rule.active : rule.id === asked.value));
  }
}

/** The id of a rule, by which options and the AssignmentRule object name it. */
export const assignmentRuleId = (object: string, rule: string): ApexId => stableId('01Q', `${object}.${rule}`);

function readEntry(schema: Schema, object: string, xml: XmlNode): RuleEntry {
  const logic = text(xml, 'booleanFilter');
  const source = text(xml, 'formula');
  const formula = source === undefined ? undefined : parseFormula(source);
  if (formula) checkFormula(schema, object, formula);
  const name = text(xml, 'assignedTo');
  return {
    items: readFilterItems(xml, 'criteriaItems'),
    ...(logic !== undefined && { logic }),
    ...(formula && { formula }),
    ...(name !== undefined && {
      assignee: { name, kind: text(xml, 'assignedToType') === 'Queue' ? 'Queue' : 'User' } as const
    })
  };
}

function meets(env: DmlEnvironment, row: DmlRow, entry: RuleEntry): boolean {
  const context = recordContext(env, row.record, row.old);
  if (entry.formula) return evaluate(entry.formula, context) === true;
  const own = (path: string): string[] => path.split('.').filter((part, i) => i > 0 || !isObject(env, part));
  const valueAt = (path: string): ApexValue => context.field(own(path));
  const placeAt = (path: string): FilterPlace => ({
    object: env.object,
    field: env.schema.field(env.object.name, own(path).at(-1) ?? '')
  });
  return filterHolds(entry, valueAt, placeAt);
}

const isObject = (env: DmlEnvironment, part: string): boolean => part.toLowerCase() === env.object.name.toLowerCase();

function assigneeId(env: DmlEnvironment, { name, kind }: NonNullable<RuleEntry['assignee']>): ApexId | undefined {
  const sql =
    kind === 'User'
      ? 'SELECT "Id" FROM "User" WHERE "Username" = ?'
      : `SELECT "Id" FROM "Group" WHERE "DeveloperName" = ? AND "Type" = 'Queue'`;
  const found = env.connection.get(sql, [name]);
  return found ? ApexId.parse(String(found[0])) : undefined;
}

/** Stores the owner of a saved row. */
function saveOwner(env: DmlEnvironment, row: DmlRow, owner: ApexId): void {
  const { old, record: stored } = row;
  row.record = new SObjectValue(stored.object);
  for (const [name, value] of stored.fields) row.record.fields.set(name, value);
  row.record.fields.set('OwnerId', owner);
  row.old = stored;
  updateRows(env, [row]);
  row.old = old;
}
