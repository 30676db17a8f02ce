import { api, LightningElement } from 'lwc';
import type { ListColumn, ListRequest } from '../../../../protocol/lists.ts';
import type { RecordRepresentation } from '../../../../protocol/ui-api.ts';
import { displayOf, type FieldDisplay } from '../../../services/fields.ts';
import { recordUrl } from '../../../services/router.ts';
import { bootstrap } from '../../../services/session.ts';

type Sort = NonNullable<ListRequest['sort']>;

/** In a narrow place a record is a tile with its first columns. */
const columnsOfTile = 3;
const numeric = new Set(['Currency', 'Double', 'Int', 'Percent']);

/**
 * Records in rows; the first column links to the record. Fires `sort` with a field name, `rowaction` with { id, action }, `choose` with the
 * ids of the selected records.
 */
export default class RecordTable extends LightningElement {
  @api label = '';
  @api columns: readonly ListColumn[] = [];
  @api records: readonly RecordRepresentation[] = [];
  @api sort: Sort | undefined;
  @api hasActions = false;
  /** Whether rows can be selected. */
  @api selectable = false;
  /** Ids of the selected records. */
  @api selected: readonly string[] = [];

  get headers() {
    return this.columns.map(({ field, label, sortable, dataType }) => {
      const direction = this.sort?.field === field ? this.sort.direction : undefined;
      return {
        field,
        label: dataType === 'Reference' ? label.replace(/ ID$/, '') : label,
        sortable: sortable && this.sort !== undefined,
        className: numeric.has(dataType) ? 'number' : '',
        ariaSort: direction === undefined ? null : direction === 'asc' ? 'ascending' : 'descending',
        arrow: direction === undefined ? undefined : direction === 'asc' ? 'utility:arrowup' : 'utility:arrowdown'
      };
    });
  }

  get rows() {
    return this.records.map((record) => ({
      id: record.id,
      menuLabel: `Actions for ${this.nameOf(record)}`,
      selectLabel: `Select ${this.nameOf(record)}`,
      isSelected: this.selected.includes(record.id),
      cells: this.columns.map((column, index) => ({
        field: column.field,
        label: column.label,
        className: [
          numeric.has(column.dataType) && 'number',
          index === 0 && 'first',
          index >= columnsOfTile && 'further'
        ]
          .filter(Boolean)
          .join(' '),
        display: index === 0 ? linkTo(record, displayOfColumn(column, record)) : displayOfColumn(column, record)
      }))
    }));
  }

  get allSelected(): boolean {
    return this.records.length > 0 && this.records.every(({ id }) => this.selected.includes(id));
  }

  handleSelect(event: Event): void {
    const { checked, dataset } = event.currentTarget as HTMLInputElement;
    const id = dataset['id'] ?? '';
    this.select(checked ? [...this.selected, id] : this.selected.filter((one) => one !== id));
  }

  handleSelectAll(event: Event): void {
    this.select((event.currentTarget as HTMLInputElement).checked ? this.records.map(({ id }) => id) : []);
  }

  handleSort(event: MouseEvent): void {
    this.dispatchEvent(new CustomEvent('sort', { detail: (event.currentTarget as HTMLElement).dataset['field'] }));
  }

  handleRowAction(event: CustomEvent<{ value: string }>): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('rowaction', { detail: { id, action: event.detail.value } }));
  }

  private select(ids: readonly string[]): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: ids }));
  }

  /** What the first column shows: numbered records such as orders have no Name. */
  private nameOf(record: RecordRepresentation): string {
    const first = this.columns[0]?.field ?? 'Name';
    return String((record.fields['Name'] ?? record.fields[first])?.value ?? record.id);
  }
}

/** A column one step up (`Account.Name`) reads the parent's field. */
function displayOfColumn(column: ListColumn, record: RecordRepresentation): FieldDisplay {
  const path = column.field.split('.');
  const parent = path.length > 1 ? record.fields[path[0] ?? '']?.value : undefined;
  const holder = parent && typeof parent === 'object' ? parent : record;
  const field = {
    apiName: path.at(-1) ?? '',
    dataType: column.dataType,
    relationshipName: column.relationship ?? null,
    scale: 2,
    extraTypeInfo: null,
    referenceToInfos: column.nameField ? [{ apiName: '', nameFields: [column.nameField] }] : []
  };
  const shown = displayOf(field, holder, bootstrap.org.currency);
  return shown.kind === 'longText' || shown.kind === 'richText' ? { ...shown, kind: 'text' } : shown;
}

function linkTo(record: RecordRepresentation, display: FieldDisplay): FieldDisplay {
  const value = display.kind === 'empty' ? record.id : display.value;
  return { kind: 'link', value, url: recordUrl(record.apiName, record.id) };
}
