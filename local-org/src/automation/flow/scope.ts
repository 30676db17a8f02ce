import { Big } from 'bigdecimal.js';
import type { FormulaNode } from '../../formula/ast.js';
import { evaluateOrNull, type FormulaContext } from '../../formula/evaluate.js';
import { ApexList } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexDate, ApexDatetime, ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { decimalOf } from '../../runtime/conversion.js';
import { formatDate, formatShort } from '../../runtime/date-format.js';
import { todayIn } from '../../runtime/time-zone.js';
import { asFraction } from '../record-formula.js';
import { memberOf } from '../records.js';
import { converted, plainText } from '../values.js';
import { globalValue } from './globals.js';
import type { Interview } from './interview.js';
import type { ResourceModel, TemplatePiece, ValueModel } from './model.js';

/** What the elements of an interview see: the values of its resources, elements and global variables. */
export class Scope {
  readonly tx: Transaction;
  readonly interview: Interview;

  constructor(tx: Transaction, interview: Interview) {
    this.tx = tx;
    this.interview = interview;
  }

  value(model: ValueModel): ApexValue {
    switch (model.kind) {
      case 'literal':
        return model.value;
      case 'reference':
        return this.read(model.path);
      case 'template':
        return this.text(model.pieces);
      case 'formula':
        return converted(this.tx, this.formula(model.node), { dataType: model.type });
    }
  }

  /** The value at `Name.Field.Field`; null where something on the way is empty. */
  read(path: string): ApexValue {
    const [head = '', ...rest] = path.split('.');
    if (head.startsWith('$')) return this.global(head.toLowerCase(), rest);
    const result = this.interview.frame.results.get(head.toLowerCase());
    if (result && 'members' in result) {
      const [member = '', ...further] = rest;
      return this.walk(result.members.get(member.toLowerCase()) ?? null, further);
    }
    return this.walk(this.resource(head.toLowerCase()), rest);
  }

  /** The value of a formula over the interview. */
  formula(node: FormulaNode): ApexValue {
    return evaluateOrNull(node, this.formulaContext());
  }

  text(pieces: readonly TemplatePiece[]): string {
    return pieces.map((piece) => ('text' in piece ? piece.text : this.shown(this.read(piece.path)))).join('');
  }

  /** Follows names from a value: fields and parents of records, members of Apex objects. */
  walk(from: ApexValue, path: readonly string[]): ApexValue {
    let value = from;
    for (const name of path) {
      if (value instanceof SObjectValue) value = parentOrField(this.tx, value, name);
      else if (value instanceof ApexObject) value = apexNumber(this.tx.org.code.getMember(this.tx, value, name));
      else return null;
    }
    return value;
  }

  private resource(name: string): ApexValue {
    const { frame } = this.interview;
    const model = frame.flow.resources.get(name);
    if (model && model.kind !== 'variable') return this.computed(model);
    const result = frame.results.get(name);
    if (result) return 'value' in result ? result.value : null;
    if (model) return frame.variables.get(name) ?? null;
    return frame.outcomes.get(name) ?? (frame.flow.nodes.has(name) ? frame.visited.has(name) : null);
  }

  private computed(model: Exclude<ResourceModel, { kind: 'variable' }>): ApexValue {
    switch (model.kind) {
      case 'template':
        return this.text(model.pieces);
      case 'formula':
        return converted(this.tx, this.formula(model.node), model);
      case 'constant':
        return converted(this.tx, this.value(model.value), model);
      case 'choice':
        return this.value(model.value);
    }
  }

  private global(head: string, rest: readonly string[]): ApexValue {
    const { trigger } = this.interview;
    if (head === '$record') return this.walk(trigger?.record ?? null, rest);
    if (head === '$record__prior') return this.walk(trigger?.prior ?? null, rest);
    return globalValue(this.tx, this.interview, head, rest, (from, path) => this.walk(from, path));
  }

  private formulaContext(): FormulaContext {
    const { tx } = this;
    const { trigger } = this.interview;
    const field = (path: readonly string[]): ApexValue => {
      const value = this.read(path.join('.'));
      const isGlobal = /^\$(?!record)/i.test(path[0] ?? '');
      if (path.length === 1 || value === null || isGlobal) return forFormula(value);
      return forFormula(asFraction(tx, this.read(path.slice(0, -1).join('.')), path.at(-1) ?? '', value));
    };
    const prior = (path: readonly string[]): ApexValue => {
      if (path[0]?.toLowerCase() !== '$record' || !trigger?.prior) return field(path);
      return forFormula(this.walk(trigger.prior, path.slice(1)));
    };
    return {
      field,
      prior,
      isNew: trigger !== undefined && trigger.prior === null,
      today: todayIn(tx.user.timeZone, tx.now()),
      now: tx.now()
    };
  }

  /** A value inside a text: days and moments as the user's locale shows them. */
  private shown(value: ApexValue): string {
    const { locale, timeZone } = this.tx.user;
    if (value instanceof ApexDate) return formatDate(value.days, locale);
    if (value instanceof ApexDatetime) return formatShort(value.ms, { locale, timeZone });
    return plainText(this.tx, value) ?? '';
  }
}

/** Numbers of Apex objects are Decimals in flows. */
const apexNumber = (value: ApexValue): ApexValue => decimalOf(value) ?? value;

/** Formulas reckon with scalars: an id is its text, a collection its size. */
function forFormula(value: ApexValue): ApexValue {
  if (value instanceof ApexId) return value.value;
  if (value instanceof ApexList) return value.items.length === 0 ? null : Big(value.items.length);
  if (value instanceof SObjectValue) return value.object;
  return value instanceof ApexObject && !decimalOf(value) ? 'object' : value;
}

/** A field, a parent, or the parent if it is of a type (`Owner:User`). */
function parentOrField(tx: Transaction, record: SObjectValue, name: string): ApexValue {
  const [step = '', type] = name.split(':');
  const value = memberOf(tx, record, step);
  if (type === undefined || !(value instanceof SObjectValue)) return value;
  return value.object.toLowerCase() === type.toLowerCase() ? value : null;
}
