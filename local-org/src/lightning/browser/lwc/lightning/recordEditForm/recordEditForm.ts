import { api, LightningElement } from 'lwc';
import type { JsonValue } from '../../../../protocol/apex.ts';
import { formErrors, loadForm, objectNameOf, type FormMember } from '../../../services/form-fields.ts';
import { messageOf } from '../../../services/http.ts';
import { createRecord, updateRecord } from '../../../services/records.ts';

type Fields = Readonly<Record<string, JsonValue>>;

/**
 * Edits or creates a record with the fields placed in it. Events: load, submit (cancelable, detail.fields), success (detail.id), error.
 * Source: https://developer.salesforce.com/docs/component-library/bundle/lightning-record-edit-form
 */
export default class RecordEditForm extends LightningElement {
  @api density = 'auto';
  @api recordTypeId: string | undefined;
  problem: string | undefined;
  private members: FormMember[] = [];
  private editedId: string | undefined;
  private editedObject: unknown;
  private scheduled = false;

  @api get recordId(): string | undefined {
    return this.editedId;
  }
  set recordId(id: string | undefined) {
    this.editedId = id;
    this.schedule();
  }

  @api get objectApiName(): unknown {
    return this.editedObject;
  }
  set objectApiName(object: unknown) {
    this.editedObject = object;
    this.schedule();
  }

  /** Saves these fields, or those of the form, without the submit event. */
  @api async submit(fields: Fields = this.fields()): Promise<void> {
    if (this.members.map((member) => member.validate?.() ?? true).includes(false)) return;
    for (const member of this.members) member.showErrors?.({ message: '', fields: {} });
    try {
      const { editedId } = this;
      const record = editedId
        ? await updateRecord({ fields: { ...fields, Id: editedId } })
        : await createRecord({ apiName: objectNameOf(this.editedObject), fields: withValues(fields) });
      this.dispatchEvent(new CustomEvent('success', { detail: record }));
    } catch (error) {
      const errors = formErrors(error);
      for (const member of this.members) member.showErrors?.(errors);
      const { body } = error as { body?: { output?: unknown } };
      this.dispatchEvent(
        new CustomEvent('error', { detail: { message: errors.message, detail: errors.message, output: body?.output } })
      );
    }
  }

  handleJoin(event: CustomEvent<FormMember>): void {
    event.stopPropagation();
    this.members.push(event.detail);
    this.schedule();
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    const fields = this.fields();
    const asked = new CustomEvent('submit', { cancelable: true, detail: { fields } });
    if (this.dispatchEvent(asked)) void this.submit(fields);
  }

  handleReset(event: Event): void {
    event.preventDefault();
    for (const member of this.members) member.reset?.();
  }

  private fields(): Fields {
    const values = this.members.flatMap(({ fieldName, value }) =>
      fieldName && value ? [[fieldName, value() ?? null]] : []
    );
    return Object.fromEntries(values) as Fields;
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    void Promise.resolve().then(() => this.load());
  }

  private async load(): Promise<void> {
    this.scheduled = false;
    const object = objectNameOf(this.editedObject);
    if (!object) return;
    try {
      const state = await loadForm(
        object,
        this.editedId,
        this.members.map((member) => member.fieldName ?? '')
      );
      for (const member of this.members) member.receive?.(state);
      this.problem = undefined;
      this.dispatchEvent(
        new CustomEvent('load', { detail: { objectInfos: { [object]: state.info }, record: state.record } })
      );
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

function withValues(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
