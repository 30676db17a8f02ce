import { ApexList } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { listException } from '../../runtime/exceptions.js';
import { platformClass } from '../define.js';
import { virtual } from '../object.js';

type S = string | null;
type B = boolean | null;
const named = (name: string): ApexType => ({ kind: 'platform', name, args: [] });

/** VisualEditor.DataRow. */
class DataRow extends ApexObject {
  readonly label: S;
  readonly value: ApexValue;
  readonly selected: boolean;
  constructor(label: S, value: ApexValue, selected: boolean) {
    super();
    this.label = label;
    this.value = value;
    this.selected = selected;
  }
  override apexType(): ApexType {
    return named('VisualEditor.DataRow');
  }
  /** Rows are in the order of their labels. */
  compare(other: DataRow): number {
    const [a, b] = [this.label ?? '', other.label ?? ''];
    return a < b ? -1 : a > b ? 1 : 0;
  }
}

/** VisualEditor.DynamicPickListRows. */
class Rows extends ApexObject {
  readonly rows: DataRow[];
  all: boolean;
  constructor(rows: readonly DataRow[], all: boolean) {
    super();
    this.rows = [...rows];
    this.all = all;
  }
  override apexType(): ApexType {
    return named('VisualEditor.DynamicPickListRows');
  }
}

type Row = DataRow | null;
type RowList = ApexList<DataRow> | null;

/** Values of a component's design attribute (Apex Reference Guide, "VisualEditor Namespace"). */
export const visualEditorClasses = [
  platformClass({
    name: 'VisualEditor.DynamicPickList',
    extensible: true,
    members: {
      'VisualEditor.DynamicPickList()': () => null,
      'VisualEditor.DataRow getDefaultValue()': virtual('getDefaultValue'),
      'VisualEditor.DynamicPickListRows getValues()': virtual('getValues'),
      'String getLabel(Object attributeValue)': () => null,
      'Boolean isValid(Object attributeValue)': () => true
    }
  }),
  platformClass({
    name: 'VisualEditor.DataRow',
    members: {
      'VisualEditor.DataRow(String label, Object value)': (_tx, label: S, value: ApexValue) =>
        new DataRow(label, value, false),
      'VisualEditor.DataRow(String label, Object value, Boolean selected)': (_tx, label: S, value: ApexValue, on: B) =>
        new DataRow(label, value, on === true),
      'Integer compareTo(VisualEditor.DataRow o)': (_tx, self: DataRow, other: Row) => self.compare(required(other, 1)),
      'String getLabel()': (_tx, self: DataRow) => self.label,
      'Object getValue()': (_tx, self: DataRow) => self.value,
      'Boolean isSelected()': (_tx, self: DataRow) => self.selected
    }
  }),
  platformClass({
    name: 'VisualEditor.DynamicPickListRows',
    members: {
      'VisualEditor.DynamicPickListRows()': () => new Rows([], false),
      'VisualEditor.DynamicPickListRows(List<VisualEditor.DataRow> rows)': (_tx, rows: RowList) =>
        new Rows(required(rows, 1).items, false),
      'VisualEditor.DynamicPickListRows(List<VisualEditor.DataRow> rows, Boolean containsAllRows)': (
        _tx,
        rows: RowList,
        all: B
      ) => new Rows(required(rows, 1).items, all === true),
      'void addAllRows(List<VisualEditor.DataRow> rows)': (_tx, self: Rows, rows: RowList) => {
        self.rows.push(...required(rows, 1).items);
      },
      'void addRow(VisualEditor.DataRow row)': (_tx, self: Rows, row: Row) => {
        self.rows.push(required(row, 1));
      },
      'Boolean containsAllRows()': (_tx, self: Rows) => self.all,
      'VisualEditor.DataRow get(Integer i)': (_tx, self: Rows, index: number | null) => {
        const row = self.rows[required(index, 1)];
        if (!row) throw listException(`List index out of bounds: ${index}`);
        return row;
      },
      'List<VisualEditor.DataRow> getDataRows()': (_tx, self: Rows) =>
        new ApexList(named('VisualEditor.DataRow'), [...self.rows]),
      'void setContainsAllRows(Boolean containsAllRows)': (_tx, self: Rows, all: B) => {
        self.all = all === true;
      },
      'Integer size()': (_tx, self: Rows) => self.rows.length,
      'void sort()': (_tx, self: Rows) => {
        self.rows.sort((a, b) => a.compare(b));
      }
    }
  })
];
