import { api, LightningElement } from 'lwc';
import type { ListAnswer, ListRequest } from '../../../../protocol/lists.ts';
import type { RecordRepresentation } from '../../../../protocol/ui-api.ts';
import { objectSummary } from '../../../services/apps.ts';
import { displayOf } from '../../../services/fields.ts';
import { messageOf, request } from '../../../services/http.ts';
import { bootstrap } from '../../../services/session.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly icon: string;
}

const shownChoices = 8;

/** Chooses a record by its name. Fires `choose` with { value: id, text: name }, empty texts when cleared. */
export default class LookupInput extends LightningElement {
  @api label = '';
  /** Objects to choose from; the first one is searched. */
  @api targets: readonly string[] = [];
  @api required = false;
  @api disabled = false;
  @api filters: ListRequest['filters'];
  problem: string | undefined;
  isOpen = false;
  found: readonly Choice[] | undefined;
  activeIndex = -1;
  private chosenId = '';
  private chosenText = '';
  private typed: string | undefined;
  private newest = 0;

  @api get value(): string {
    return this.chosenId;
  }
  set value(id: string) {
    this.chosenId = id ?? '';
  }

  @api get text(): string {
    return this.chosenText;
  }
  set text(name: string) {
    this.chosenText = name ?? '';
  }

  @api reportValidity(): boolean {
    const unfinished = Boolean(this.typed) && !this.chosenId;
    const missing = this.required && !this.chosenId;
    this.problem = unfinished ? 'Choose one of the records found.' : missing ? 'Complete this field.' : undefined;
    return this.problem === undefined;
  }

  @api focus(): void {
    this.template?.querySelector('input')?.focus();
  }

  get isClearable(): boolean {
    return this.chosenId !== '' && !this.disabled;
  }

  get shownText(): string {
    return this.typed ?? (this.chosenText || this.chosenId);
  }

  get elementClass(): string {
    return this.problem ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  get listClass(): string {
    return this.isOpen ? 'list list_open' : 'list';
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get invalid(): string {
    return String(this.problem !== undefined);
  }

  get clearLabel(): string {
    return `Clear ${this.label}`;
  }

  get choices() {
    return (this.found ?? []).map((choice, index) => ({
      ...choice,
      selected: String(index === this.activeIndex),
      className: index === this.activeIndex ? 'item item_active' : 'item'
    }));
  }

  get nothing(): boolean {
    return this.found?.length === 0;
  }

  handleFocus(): void {
    if (!this.isOpen) void this.search('');
  }

  handleInput(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.typed = value;
    if (this.chosenId) this.tell('', '', value);
    void this.search(value);
  }

  handleKey(event: KeyboardEvent): void {
    const count = this.found?.length ?? 0;
    if (event.key === 'Escape' && this.isOpen) {
      event.stopPropagation();
      this.isOpen = false;
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      this.isOpen = true;
      this.activeIndex = (this.activeIndex + (event.key === 'ArrowDown' ? 1 : -1) + count) % count;
    } else if (event.key === 'Enter' && this.isOpen && this.activeIndex >= 0) {
      event.preventDefault();
      this.choose(this.found?.[this.activeIndex]);
    }
  }

  handleChoose(event: MouseEvent): void {
    event.preventDefault();
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.choose(this.found?.find((choice) => choice.id === id));
  }

  handleClear(): void {
    this.tell('', '', undefined);
    this.focus();
  }

  handleFocusOut(): void {
    this.isOpen = false;
  }

  private choose(choice: Choice | undefined): void {
    if (choice) this.tell(choice.id, choice.name, undefined);
    this.isOpen = false;
  }

  private tell(id: string, name: string, typed: string | undefined): void {
    this.chosenId = id;
    this.chosenText = name;
    this.typed = typed;
    this.problem = undefined;
    this.dispatchEvent(new CustomEvent('choose', { detail: { value: id, text: name } }));
  }

  private async search(text: string): Promise<void> {
    const turn = ++this.newest;
    const object = this.targets[0];
    if (!object) return;
    try {
      const asked: ListRequest = {
        object,
        limit: shownChoices,
        ...(text && { search: text }),
        ...(this.filters && { filters: this.filters })
      };
      const answer = await request<ListAnswer>('POST', '/lightning/list', asked);
      if (turn !== this.newest) return;
      this.found = answer.records.map((record) => choiceOf(record, answer));
      this.activeIndex = -1;
      this.isOpen = true;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

/** Name from the first column, the next column that holds something as detail. */
function choiceOf(record: RecordRepresentation, { columns, object }: ListAnswer): Choice {
  const texts = columns.map((column) => {
    const field = { apiName: column.field, dataType: column.dataType, relationshipName: column.relationship ?? null };
    const targets = column.nameField ? [{ apiName: '', nameFields: [column.nameField] }] : [];
    const shown = displayOf(
      { ...field, scale: 2, extraTypeInfo: null, referenceToInfos: targets },
      record,
      bootstrap.org.currency
    );
    return shown.value === null ? '' : String(shown.value);
  });
  const icon = objectSummary(object)?.icon ?? 'standard:default';
  return { id: record.id, name: texts[0] || record.id, detail: texts.slice(1).find(Boolean) ?? '', icon };
}
