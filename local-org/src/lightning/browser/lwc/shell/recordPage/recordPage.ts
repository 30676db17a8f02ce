import { api, LightningElement, wire } from 'lwc';
import type { RecordPageModel } from '../../../../protocol/pages.ts';
import type { ObjectInfoRepresentation, RecordRepresentation } from '../../../../protocol/ui-api.ts';
import { getObjectInfo } from '../../lightning/uiObjectInfoApi/uiObjectInfoApi.ts';
import { getRecord } from '../../lightning/uiRecordApi/uiRecordApi.ts';
import { messageOf, type FetchFailure } from '../../../services/http.ts';
import { recordPageModel } from '../../../services/page-models.ts';
import type { Provision } from '../../../services/query-store.ts';
import { pageFields, recordName, type RecordContext } from '../../../services/record-context.ts';

/** A record's page: the page that the app assigns, filled with the record. Its name becomes the page's title. */
export default class RecordPage extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @api appName = '';
  model: RecordPageModel | undefined;
  info: ObjectInfoRepresentation | undefined;
  record: RecordRepresentation | undefined;
  failure: unknown;

  override async connectedCallback(): Promise<void> {
    try {
      this.model = await recordPageModel(this.objectApiName, this.appName);
    } catch (error) {
      this.failure = error;
    }
  }

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  receiveInfo({ data, error }: Provision<ObjectInfoRepresentation>): void {
    this.info = data ?? this.info;
    this.failure = error ?? this.failure;
  }

  @wire(getRecord, { recordId: '$recordId', fields: '$requiredFields', optionalFields: '$fields' })
  receiveRecord({ data, error }: Provision<RecordRepresentation>): void {
    this.record = data ?? (error ? undefined : this.record);
    this.failure = error ?? (data ? undefined : this.failure);
    const { context } = this;
    if (context) document.title = `${recordName(context)} | ${context.info.label}`;
  }

  /** Undefined until the page is known: the record is then read once, with all that the page shows. */
  get fields(): readonly string[] | undefined {
    return this.model && this.info ? pageFields(this.model, this.info) : undefined;
  }

  get requiredFields(): readonly string[] | undefined {
    return this.fields && [`${this.objectApiName}.Id`];
  }

  get context(): RecordContext | undefined {
    const { recordId, objectApiName, model, info, record } = this;
    return model && info && record ? { recordId, objectApiName, model, info, record } : undefined;
  }

  get isLoading(): boolean {
    return !this.context && !this.failure;
  }

  get problem(): string | undefined {
    return this.failure ? messageOf(this.failure) : undefined;
  }

  get problemHeading(): string {
    const status = (this.failure as Partial<FetchFailure>).status;
    if (status === 404) return 'This record does not exist, or was deleted';
    return status === 403 ? 'You cannot see this record' : 'This page cannot be shown';
  }
}
