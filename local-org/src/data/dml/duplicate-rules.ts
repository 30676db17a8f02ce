import type { ApexValue } from '../../kernel/object.js';
import type { DuplicateFinding, Transaction } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import type { ProjectMetadata } from '../../schema/metadata.js';
import type { FilterItem, Schema } from '../../schema/model.js';
import { SchemaError } from '../../schema/schema-error.js';
import { child, children, flag, text, texts, type XmlNode } from '../../schema/xml.js';
import { recordContext } from '../formula/record-context.js';
import type { FormulaWorld } from '../formula/world.js';
import { isPerson } from '../standard/person-accounts.js';
import { changed, idAt } from '../standard/rule.js';
import type { DmlEnvironment } from './environment.js';
import { filterHolds, type FilterPlace } from './filter-items.js';
import { findMatches, readMatchingRule, type MatchingRule } from './matching-rules.js';
import { alive, type DmlRow } from './row.js';

interface MatchWay {
  readonly matching: MatchingRule;
  /** Fields of the rule's object by the fields of the matched object, where the two are not the same. */
  readonly mapping: ReadonlyMap<string, string> | null;
}

interface DuplicateRule {
  readonly name: string;
  readonly object: string;
  readonly persons: boolean;
  readonly order: number;
  readonly message: string;
  readonly sharing: boolean;
  readonly filter: { readonly items: readonly FilterItem[]; readonly logic?: string };
  readonly ways: readonly MatchWay[];
  readonly onInsert: Reaction;
  readonly onUpdate: Reaction;
}

/** What a rule does about duplicates: nothing, refuse unless the options allow it, refuse. */
type Reaction = 'pass' | 'alert' | 'block';

/** The text of a new rule in Setup (from memory). */
const usualMessage = 'Use one of these records?';

/**
 * The project's active duplicate rules, at their place in the order of execution (Metadata API, "DuplicateRule"). The standard rules of
 * a new org are not there; reports of duplicates (DuplicateRecordSet) are not written.
 */
export class DuplicateRules {
  private readonly byObject = new Map<string, DuplicateRule[]>();

  constructor(schema: Schema, metadata: ProjectMetadata, problems: Error[]) {
    const matching = new Map<string, MatchingRule>();
    for (const { name: object, xml } of metadata.components('MatchingRules')) {
      for (const one of children(xml, 'matchingRules')) {
        const rule = readMatchingRule(object, one);
        matching.set(`${object}.${rule.name}`.toLowerCase(), rule);
      }
    }
    for (const { name, xml, file } of metadata.components('DuplicateRule')) {
      if (!flag(xml, 'isActive')) continue;
      try {
        const rule = readRule(schema, name, xml, matching);
        const key = rule.object.toLowerCase();
        this.byObject.set(
          key,
          [...(this.byObject.get(key) ?? []), rule].sort((a, b) => a.order - b.order)
        );
      } catch (error) {
        if (!(error instanceof UnknownPart)) throw error;
        problems.push(new SchemaError(file, `Duplicate rule ${name} does not run: ${error.message}`));
      }
    }
  }

  /** Refuses rows that have duplicates, unless rule and options let them pass. */
  check(env: DmlEnvironment, rows: readonly DmlRow[]): void {
    const rules = this.byObject.get(env.object.name.toLowerCase());
    if (!rules) return;
    for (const row of alive(rows)) {
      const allowed = row.input.allowDuplicates ?? env.allowDuplicates ?? false;
      for (const rule of rules) {
        const reaction = row.old ? rule.onUpdate : rule.onInsert;
        if (reaction === 'pass' || (reaction === 'alert' && allowed)) continue;
        if (row.old && !rule.ways.some((way) => inputFields(way).some((field) => changed(row, nameOf(env, field)))))
          continue;
        const finding = find(env.tx, env, rule, row.record, idAt(row.record, 'Id') ?? row.id?.value ?? null);
        if (!finding) continue;
        row.errors.push({ code: 'DUPLICATES_DETECTED', message: rule.message, fields: [], duplicates: finding });
        break;
      }
    }
  }

  /** Datacloud.FindDuplicates: what each active rule finds for a record. */
  find(tx: Transaction, world: FormulaWorld, record: SObjectValue): DuplicateFinding[] {
    const rules = this.byObject.get(record.object.toLowerCase()) ?? [];
    return rules.flatMap((rule) => find(tx, world, rule, record, idAt(record, 'Id')) ?? []);
  }
}

class UnknownPart extends Error {}

function readRule(
  schema: Schema,
  name: string,
  xml: XmlNode,
  matching: ReadonlyMap<string, MatchingRule>
): DuplicateRule {
  const [written = '', ...rest] = name.split('.');
  const persons = /^personaccount$/i.test(written);
  const object = schema.object(persons ? 'Account' : written)?.name;
  if (object === undefined) throw new UnknownPart(`there is no object ${written}`);
  const filter = child(xml, 'duplicateRuleFilter');
  const logic = text(filter, 'booleanFilter');
  return {
    name: rest.join('.'),
    object,
    persons,
    order: Number(text(xml, 'sortOrder') ?? 0),
    message: text(xml, 'alertText') ?? usualMessage,
    sharing: text(xml, 'securityOption') === 'EnforceSharingRules',
    filter: {
      items: children(filter, 'duplicateRuleFilterItems').map(readFilterItem),
      ...(logic !== undefined && { logic })
    },
    ways: children(xml, 'duplicateRuleMatchRules').map((way) => readWay(way, matching)),
    onInsert: reaction(text(xml, 'actionOnInsert'), texts(xml, 'operationsOnInsert')),
    onUpdate: reaction(text(xml, 'actionOnUpdate'), texts(xml, 'operationsOnUpdate'))
  };
}

function readWay(xml: XmlNode, matching: ReadonlyMap<string, MatchingRule>): MatchWay {
  const object = text(xml, 'matchRuleSObjectType') ?? '';
  const name = text(xml, 'matchingRule') ?? '';
  const rule = matching.get(`${object}.${name}`.toLowerCase());
  if (!rule) throw new UnknownPart(`the project has no matching rule ${object}.${name}`);
  const fields = children(child(xml, 'objectMapping'), 'mappingFields');
  const pairs = fields.map(
    (one) => [(text(one, 'outputField') ?? '').toLowerCase(), text(one, 'inputField') ?? ''] as const
  );
  return { matching: rule, mapping: pairs.length > 0 ? new Map(pairs) : null };
}

function readFilterItem(xml: XmlNode): FilterItem {
  const field = text(xml, 'field') ?? '';
  const value = text(xml, 'value');
  const ofUser = text(xml, 'table') === 'User';
  return {
    field: ofUser ? `$User.${field}` : field,
    operation: text(xml, 'operation') ?? 'equals',
    ...(value !== undefined && { value })
  };
}

function reaction(action: string | undefined, operations: readonly string[]): Reaction {
  if (action === 'Block') return 'block';
  return operations.some((one) => one.toLowerCase() === 'alert') ? 'alert' : 'pass';
}

const inputFields = ({ matching, mapping }: MatchWay): string[] =>
  matching.items.map(({ field }) => mapping?.get(field.toLowerCase()) ?? field);

const nameOf = (env: DmlEnvironment, field: string): string => env.schema.field(env.object.name, field)?.name ?? field;

function find(
  tx: Transaction,
  world: FormulaWorld,
  rule: DuplicateRule,
  record: SObjectValue,
  except: string | null
): DuplicateFinding | null {
  if (rule.persons && !isPerson(record)) return null;
  const context = recordContext(world, record, null);
  const valueAt = (path: string): ApexValue => context.field(path.split('.'));
  const object = world.schema.object(record.object);
  const placeAt = (path: string): FilterPlace => ({ object, field: world.schema.field(record.object, path) });
  if (!filterHolds(rule.filter, valueAt, placeAt)) return null;
  const matches = rule.ways.flatMap(({ matching, mapping }) => {
    const valueFor = (field: string): ApexValue => {
      const own = world.schema.field(record.object, mapping ? (mapping.get(field.toLowerCase()) ?? '') : field);
      return own ? (record.fields.get(own.name) ?? null) : null;
    };
    return matching.active ? (findMatches(tx, matching, valueFor, { sharing: rule.sharing, except }) ?? []) : [];
  });
  if (matches.length === 0) return null;
  const allowSave = (record.fields.has('Id') ? rule.onUpdate : rule.onInsert) !== 'block';
  return { rule: rule.name, object: rule.object, allowSave, message: rule.message, matches };
}
