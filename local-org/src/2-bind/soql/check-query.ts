import type { Position } from '../../1-parse/ast/index.js';
import type { Schema } from '../../schema/model.js';
import { isAggregateQuery } from '../../soql/aggregates.js';
import type { SoqlCondition, SoqlOperand, SoqlQuery, SoqlSelectItem } from '../../soql/ast.js';
import { bindError } from '../errors.js';
import { checkGrouping } from './check-grouping.js';
import { SoqlScope } from './soql-scope.js';

/** Static SOQL names things of the schema only; throws the platform's compile error for the first that is not there. */
export function checkQuery(schema: Schema, at: Position, query: SoqlQuery): void {
  const object = schema.object(query.from.object)?.name;
  if (object === undefined) throw bindError(at, 'noSuchObject', query.from.object);
  new QueryCheck(schema, at, query, object).run();
}

class QueryCheck {
  readonly #schema: Schema;
  readonly #at: Position;
  readonly #query: SoqlQuery;
  readonly #scope: SoqlScope;

  constructor(schema: Schema, at: Position, query: SoqlQuery, object: string) {
    this.#schema = schema;
    this.#at = at;
    this.#query = query;
    this.#scope = new SoqlScope(schema, at, object, query.from);
  }

  run(): void {
    const { select, where, groupBy, having, orderBy } = this.#query;
    for (const item of select) this.#selected(item);
    if (where) this.#condition(where);
    for (const operand of groupBy?.operands ?? []) this.#operand(operand);
    if (having) this.#condition(having);
    for (const { operand } of orderBy) this.#operand(operand);
    if (isAggregateQuery(this.#query)) checkGrouping(this.#scope, this.#at, this.#query);
  }

  #selected(item: SoqlSelectItem): void {
    switch (item.kind) {
      case 'field':
        if (item.alias !== undefined && !isAggregateQuery(this.#query)) throw bindError(this.#at, 'fieldAlias');
        this.#scope.field(item.path);
        break;
      case 'function':
        this.#operand(item);
        break;
      case 'subquery':
        this.#children(item.query);
        break;
      case 'typeof':
        this.#typeOf(item);
        break;
      case 'fields':
        break;
    }
  }

  /** `(SELECT … FROM Contacts)`, also written `Account.Contacts`. */
  #children(query: SoqlQuery): void {
    const name = query.from.object.split('.').at(-1) ?? '';
    const relationship = this.#schema.childRelationship(this.#scope.object, name);
    if (!relationship) throw bindError(this.#at, 'noSuchRelationship', name, 'FROM part of query call');
    new QueryCheck(this.#schema, this.#at, query, relationship.childObject).run();
  }

  #typeOf(item: Extract<SoqlSelectItem, { kind: 'typeof' }>): void {
    this.#scope.parents(item.path);
    for (const { object, fields } of item.whens) {
      const model = this.#schema.object(object);
      if (!model) throw bindError(this.#at, 'noSuchObject', object);
      const branch = new SoqlScope(this.#schema, this.#at, model.name, { object, aliases: [] });
      for (const path of fields) branch.field(path);
    }
    for (const path of item.otherwise) this.#scope.field([...item.path, ...path]);
  }

  #condition(condition: SoqlCondition): void {
    switch (condition.kind) {
      case 'and':
      case 'or':
        for (const item of condition.items) this.#condition(item);
        break;
      case 'not':
        this.#condition(condition.item);
        break;
      case 'compare':
        this.#operand(condition.left);
        if (condition.right.kind === 'query') checkQuery(this.#schema, this.#at, condition.right.query);
        break;
    }
  }

  #operand(operand: SoqlOperand): void {
    if (operand.kind === 'field') this.#scope.field(operand.path);
    if (operand.kind !== 'function') return;
    for (const arg of operand.args) this.#operand(arg);
  }
}
