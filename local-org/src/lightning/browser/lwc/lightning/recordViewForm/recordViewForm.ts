import { api, LightningElement } from 'lwc';
import { loadForm, objectNameOf, type FormMember } from '../../../services/form-fields.ts';
import { messageOf } from '../../../services/http.ts';
import { onRecordsChanged } from '../../../services/records.ts';

/** Shows fields of a record. Source: https://developer.salesforce.com/docs/component-library/bundle/lightning-record-view-form */
export default class RecordViewForm extends LightningElement {
  @api density = 'auto';
  problem: string | undefined;
  private members: FormMember[] = [];
  private shownId: string | undefined;
  private shownObject: unknown;
  private scheduled = false;
  private stop: (() => void) | undefined;

  @api get recordId(): string | undefined {
    return this.shownId;
  }
  set recordId(id: string | undefined) {
    this.shownId = id;
    this.schedule();
  }

  @api get objectApiName(): unknown {
    return this.shownObject;
  }
  set objectApiName(object: unknown) {
    this.shownObject = object;
    this.schedule();
  }

  override connectedCallback(): void {
    this.stop = onRecordsChanged((ids) => {
      if (ids.includes(this.shownId ?? '')) this.schedule();
    });
  }

  override disconnectedCallback(): void {
    this.stop?.();
  }

  handleJoin(event: CustomEvent<FormMember>): void {
    event.stopPropagation();
    this.members.push(event.detail);
    this.schedule();
  }

  /** Reads once for all fields that join in the same turn. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    void Promise.resolve().then(() => this.load());
  }

  private async load(): Promise<void> {
    this.scheduled = false;
    const object = objectNameOf(this.shownObject);
    if (!object || !this.shownId) return;
    try {
      const state = await loadForm(
        object,
        this.shownId,
        this.members.map((member) => member.fieldName ?? '')
      );
      for (const member of this.members) member.receive?.(state);
      this.problem = undefined;
      this.dispatchEvent(
        new CustomEvent('load', {
          detail: { objectInfos: { [object]: state.info }, records: { [this.shownId]: state.record } }
        })
      );
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
