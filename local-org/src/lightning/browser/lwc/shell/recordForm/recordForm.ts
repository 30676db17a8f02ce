import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { JsonValue } from '../../../../protocol/apex.ts';
import type { FieldSection } from '../../../../protocol/pages.ts';
import type { ObjectInfoRepresentation, RecordRepresentation } from '../../../../protocol/ui-api.ts';
import {
  formSections,
  initialValues,
  picklistsOf,
  toFieldValue,
  type FormField,
  type Picklists,
  type Preset
} from '../../../services/form.ts';
import { messageOf } from '../../../services/http.ts';
import { createRecord, updateRecord } from '../../../services/records.ts';

interface FieldInputElement extends HTMLElement {
  reportValidity(): boolean;
  focus(): void;
}

/** The form of a new or an existing record. Closes with the saved record, or undefined. */
export default class RecordForm extends LightningModal {
  @api info!: ObjectInfoRepresentation;
  @api sectionModels: readonly FieldSection[] = [];
  @api record: RecordRepresentation | undefined;
  @api preset: Preset = {};
  @api focusField: string | undefined;
  picklists: Picklists | undefined;
  problem: string | undefined;
  isSaving = false;
  private changed: Record<string, JsonValue> = {};
  private focused = false;

  override async connectedCallback(): Promise<void> {
    try {
      this.picklists = await picklistsOf(this.info.apiName);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  override renderedCallback(): void {
    if (this.focused || !this.picklists || !this.focusField) return;
    this.focused = true;
    this.inputs()
      .find((input) => input.dataset['field'] === this.focusField)
      ?.focus();
  }

  get sections() {
    const { info, sectionModels, picklists, record, preset } = this;
    return picklists ? formSections(info, sectionModels, picklists, record, preset) : [];
  }

  get isLoading(): boolean {
    return (!this.picklists && !this.problem) || this.isSaving;
  }

  get isBusy(): boolean {
    return this.isLoading;
  }

  handleChange(event: CustomEvent<{ field: FormField; value: unknown }>): void {
    const { field, value } = event.detail;
    this.changed[field.apiName] = toFieldValue(field, value);
  }

  handleCancel(): void {
    this.close();
  }

  async handleSave(): Promise<void> {
    const valid = this.inputs().map((input) => input.reportValidity());
    if (valid.includes(false)) {
      this.problem = 'Complete the fields that are marked, then save again.';
      return;
    }
    this.isSaving = true;
    this.problem = undefined;
    try {
      this.close(await this.save());
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  /** An existing record sends what changed; nothing changed is nothing to send. */
  private async save(): Promise<RecordRepresentation | undefined> {
    const { info, record, changed } = this;
    if (!record)
      return createRecord({
        apiName: info.apiName,
        fields: withValues({ ...initialValues(this.sections), ...changed })
      });
    if (Object.keys(changed).length === 0) return undefined;
    return updateRecord({ fields: { ...changed, Id: record.id } });
  }

  private inputs(): readonly FieldInputElement[] {
    return [...(this.template?.querySelectorAll('shell-field-input') ?? [])] as unknown as FieldInputElement[];
  }
}

/** A new record leaves out what was left empty, so that defaults apply. */
function withValues(fields: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
