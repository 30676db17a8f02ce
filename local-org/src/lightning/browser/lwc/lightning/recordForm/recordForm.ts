import { api, LightningElement } from 'lwc';
import { currentApp } from '../../../services/apps.ts';
import { fieldNameOf, objectNameOf } from '../../../services/form-fields.ts';
import { recordPageModel } from '../../../services/page-models.ts';
import { currentPage } from '../../../services/router.ts';

/** Shows, edits or creates a record. Source: https://developer.salesforce.com/docs/component-library/bundle/lightning-record-form */
export default class RecordForm extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: unknown;
  @api fields: unknown;
  @api layoutType: 'Full' | 'Compact' | undefined;
  @api columns: number | string = 1;
  @api mode: 'view' | 'edit' | 'readonly' | undefined;
  @api density = 'auto';
  @api recordTypeId: string | undefined;
  layoutFields: readonly string[] = [];
  private editing: boolean | undefined;

  override async connectedCallback(): Promise<void> {
    if (!this.layoutType) return;
    const model = await recordPageModel(objectNameOf(this.objectApiName), currentApp(currentPage())?.name ?? '');
    const full = model.sections.flatMap((section) => section.columns.flat());
    this.layoutFields = this.layoutType === 'Compact' ? model.highlights : full;
  }

  /** Without a record there is nothing to view. */
  get isEditing(): boolean {
    return this.editing ?? (this.mode === 'edit' || !this.recordId);
  }

  get canEdit(): boolean {
    return this.mode !== 'readonly';
  }

  get names(): readonly string[] {
    const listed = this.fields === undefined ? [] : [this.fields].flat().map(fieldNameOf);
    return [...new Set([...listed, ...this.layoutFields])];
  }

  get gridClass(): string {
    return 'slds-grid slds-wrap slds-gutters_small';
  }

  get cellClass(): string {
    return `slds-col slds-size_1-of-1 slds-medium-size_1-of-${Math.min(Math.max(Number(this.columns) || 1, 1), 4)}`;
  }

  handleEdit(): void {
    this.editing = true;
  }

  handleCancel(): void {
    this.editing = this.recordId ? false : undefined;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSubmit(event: CustomEvent): void {
    const asked = new CustomEvent('submit', { cancelable: true, detail: event.detail });
    if (!this.dispatchEvent(asked)) event.preventDefault();
  }

  handleSuccess(event: CustomEvent): void {
    this.editing = this.recordId ? false : undefined;
    this.dispatchEvent(new CustomEvent('success', { detail: event.detail }));
  }

  handleError(event: CustomEvent): void {
    this.dispatchEvent(new CustomEvent('error', { detail: event.detail }));
  }
}
