import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { ListAnswer, ListRequest, RelatedListRows } from '../../../../protocol/lists.ts';
import type { RecordRepresentation } from '../../../../protocol/ui-api.ts';
import type { FieldDisplay } from '../../../services/fields.ts';
import { messageOf, request } from '../../../services/http.ts';
import { createRecord, recordQuery, recordsChanged, recordStore } from '../../../services/records.ts';
import { bootstrap } from '../../../services/session.ts';

interface Line {
  readonly quantity: string;
  readonly unitPrice: string;
}

const shownProducts = 50;

/** Adds lines to an order or opportunity: products of its price book with quantity and price. Closes with the number added. */
export default class AddProducts extends LightningModal {
  @api recordId = '';
  @api list!: RelatedListRows;
  entries: readonly RecordRepresentation[] | undefined;
  lines: Readonly<Record<string, Line>> = {};
  search = '';
  problem: string | undefined;
  isSaving = false;

  override async connectedCallback(): Promise<void> {
    await this.load();
  }

  get rows() {
    return (this.entries ?? []).map((entry) => {
      const name = textOf(entry, 'Name');
      const line = this.lines[entry.id];
      const value = entry.fields['UnitPrice']?.value as number | null;
      const price: FieldDisplay = { kind: 'currency', value, currencyCode: bootstrap.org.currency };
      return {
        id: entry.id,
        name,
        code: textOf(entry, 'ProductCode'),
        price,
        quantity: line?.quantity ?? '',
        unitPrice: line?.unitPrice ?? (value === null ? '' : String(value)),
        quantityLabel: `Quantity of ${name}`,
        priceLabel: `Sales price of ${name}`
      };
    });
  }

  get isEmpty(): boolean {
    return this.entries?.length === 0;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.search = event.detail.value;
    void this.load();
  }

  handleQuantity(event: CustomEvent<{ value: string }>): void {
    this.change(event, { quantity: event.detail.value });
  }

  handlePrice(event: CustomEvent<{ value: string }>): void {
    this.change(event, { unitPrice: event.detail.value });
  }

  handleCancel(): void {
    this.close();
  }

  async handleSave(): Promise<void> {
    const wanted = Object.entries(this.lines).filter(([, line]) => Number(line.quantity) > 0);
    if (wanted.length === 0) {
      this.problem = 'Enter a quantity for at least one product.';
      return;
    }
    this.isSaving = true;
    try {
      for (const [entryId, line] of wanted) await this.add(entryId, line);
      await recordsChanged([this.recordId]);
      this.close(wanted.length);
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  /** A line that was saved is not sent again when a later one fails. */
  private async add(entryId: string, line: Line): Promise<void> {
    const fields = {
      [this.list.field]: this.recordId,
      PricebookEntryId: entryId,
      Quantity: Number(line.quantity),
      UnitPrice: Number(line.unitPrice)
    };
    await createRecord({ apiName: this.list.object, fields });
    const { [entryId]: _saved, ...rest } = this.lines;
    this.lines = rest;
  }

  private change(event: Event, part: Partial<Line>): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    const row = this.rows.find((candidate) => candidate.id === id);
    const line = { quantity: row?.quantity ?? '', unitPrice: row?.unitPrice ?? '', ...part };
    this.lines = { ...this.lines, [id]: line };
  }

  /** A parent without a price book shows the standard one's entries, and takes it over with the first line. */
  private async load(): Promise<void> {
    try {
      const parent = this.list.field.replace(/Id$/, '');
      const query = recordQuery(this.recordId, { optionalFields: [`${parent}.Pricebook2Id`] });
      const { value: priceBook } = (await recordStore.read(query)).fields['Pricebook2Id'] ?? { value: null };
      const filters = [
        { field: 'IsActive', value: true },
        typeof priceBook === 'string'
          ? { field: 'Pricebook2Id', value: priceBook }
          : { field: 'Pricebook2.IsStandard', value: true }
      ];
      const asked: ListRequest = {
        object: 'PricebookEntry',
        limit: shownProducts,
        filters,
        ...(this.search && { search: this.search })
      };
      this.entries = (await request<ListAnswer>('POST', '/lightning/list', asked)).records;
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

function textOf(record: RecordRepresentation, field: string): string {
  const value = record.fields[field]?.value;
  return typeof value === 'string' ? value : '';
}
