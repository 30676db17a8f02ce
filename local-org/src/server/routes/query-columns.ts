import type { FieldModel, Schema } from '../../schema/model.js';
import type { SoqlOperand, SoqlQuery, SoqlSelectItem } from '../../soql/ast.js';

interface Column {
  readonly aggregate: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly Column[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
  readonly booleanType: boolean;
  readonly apexType: string | null;
}

/** GET query?q=&columns=true: the columns of a query instead of its rows, which clients show as a table's head. */
export function queryColumns(schema: Schema, query: SoqlQuery): Record<string, unknown> {
  const model = schema.object(query.from.object);
  return {
    columnMetadata: columnsOf(schema, query),
    entityName: model?.name ?? query.from.object,
    groupBy: query.groupBy !== undefined,
    idSelected: query.select.some((item) => item.kind === 'field' && item.path.join('.').toLowerCase() === 'id'),
    keyPrefix: model?.keyPrefix ?? null
  };
}

function columnsOf(schema: Schema, query: SoqlQuery): Column[] {
  let unnamed = 0;
  // Rows of groups are flat: a grouped field goes by its own name, without the path to it.
  const grouped = query.groupBy !== undefined || query.select.some((item) => item.kind === 'function');
  return query.select.flatMap((item) =>
    grouped && item.kind === 'field'
      ? [plain(item.alias ?? item.path.at(-1) ?? '', undefined)]
      : columnOf(schema, query.from.object, item, () => `expr${unnamed++}`)
  );
}

function columnOf(schema: Schema, object: string, item: SoqlSelectItem, nextName: () => string): Column[] {
  switch (item.kind) {
    case 'field':
      return [pathColumn(schema, object, item.path, item.alias)];
    case 'function': {
      const name = item.alias ?? nextName();
      return [{ ...plain(name, undefined), aggregate: true, displayName: item.alias ?? functionText(item) }];
    }
    case 'subquery': {
      const relationship = schema.childRelationship(object, item.query.from.object);
      const child: SoqlQuery = {
        ...item.query,
        from: { ...item.query.from, object: relationship?.childObject ?? item.query.from.object }
      };
      const name = relationship?.name ?? item.query.from.object;
      return [{ ...plain(name, undefined), aggregate: true, joinColumns: columnsOf(schema, child) }];
    }
    case 'fields':
      return [...(schema.object(object)?.fields.values() ?? [])]
        .filter((field) => item.set === 'all' || field.custom === (item.set === 'custom'))
        .map((field) => plain(field.name, field));
    case 'typeof':
      return [plain(item.path.join('.'), undefined)];
  }
}

/** A path through parents is a column of the first parent with joined columns in it. */
function pathColumn(schema: Schema, object: string, path: readonly string[], alias: string | undefined): Column {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    const field = schema.field(object, first);
    return plain(alias ?? field?.name ?? first, field);
  }
  const parent = schema.parentRelationship(object, first);
  const target = parent?.referenceTo?.[0];
  const name = parent?.relationshipName ?? first;
  if (target === undefined) return plain(path.join('.'), undefined);
  return {
    ...plain(name, undefined),
    foreignKeyName: parent?.name ?? null,
    joinColumns: [pathColumn(schema, target, rest, undefined)]
  };
}

const numbers = new Set(['int', 'double', 'currency', 'percent']);

function plain(name: string, field: FieldModel | undefined): Column {
  const type = field?.type ?? 'anyType';
  const number = numbers.has(type);
  return {
    aggregate: false,
    apexType: null,
    booleanType: type === 'boolean',
    columnName: name,
    custom: field?.custom ?? false,
    displayName: name,
    foreignKeyName: null,
    insertable: field?.createable ?? false,
    joinColumns: [],
    numberType: number,
    textType: field !== undefined && !number && type !== 'boolean',
    updatable: field?.updateable ?? false
  };
}

/** `COUNT(Id)`, as a function without an alias is shown. */
function functionText(item: Extract<SoqlSelectItem, { kind: 'function' }>): string {
  const text = (operand: SoqlOperand): string => {
    if (operand.kind === 'field') return operand.path.join('.');
    if (operand.kind === 'function') return `${operand.name}(${operand.args.map(text).join(', ')})`;
    return 'text' in operand ? operand.text : 'value' in operand ? String(operand.value) : '';
  };
  return `${item.name}(${item.args.map(text).join(', ')})`;
}
