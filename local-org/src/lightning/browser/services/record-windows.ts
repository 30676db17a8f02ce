import LightningConfirm from 'lightning/confirm';
import AddProducts from '../lwc/shell/addProducts/addProducts.ts';
import QuickActionWindow from '../lwc/shell/quickActionWindow/quickActionWindow.ts';
import RecordForm from '../lwc/shell/recordForm/recordForm.ts';
import type { RelatedListRows } from '../../protocol/lists.ts';
import type { QuickActionModel } from '../../protocol/pages.ts';
import type { RecordRepresentation } from '../../protocol/ui-api.ts';
import { currentApp } from './apps.ts';
import { readableNames } from './fields.ts';
import type { Preset } from './form.ts';
import { messageOf } from './http.ts';
import { objectInfoQuery, objectInfoStore } from './object-info.ts';
import { recordPageModel } from './page-models.ts';
import { recordName, type RecordContext } from './record-context.ts';
import { deleteRecord, recordQuery, recordStore } from './records.ts';
import { currentPage, open, recordUrl } from './router.ts';
import { showToast } from './toast.ts';

/** Opens the form of a record; `field` is where the cursor goes. */
export async function editRecord(context: RecordContext, field?: string): Promise<void> {
  const { info, record, model } = context;
  const label = `Edit ${recordName(context)}`;
  const saved = await RecordForm.open({
    label,
    size: 'medium',
    info,
    sectionModels: model.sections,
    record,
    focusField: field
  });
  if (saved)
    showToast({
      title: `${info.label} “${nameOf(saved as RecordRepresentation, context)}” was saved.`,
      variant: 'success'
    });
}

/** Opens an empty form and, when it was saved, the new record. `preset` values are filled in already. */
export function editNewRecord(object: string, preset: Preset = {}, stay = false): Promise<void> {
  return orSay(openNewForm(object, preset, stay));
}

async function openNewForm(object: string, preset: Preset, stay: boolean): Promise<void> {
  const info = await objectInfoStore.read(objectInfoQuery(object));
  const model = await recordPageModel(object, currentApp(currentPage())?.name ?? '');
  const saved = await RecordForm.open({
    label: `New ${info.label}`,
    size: 'medium',
    info,
    sectionModels: model.sections,
    preset
  });
  if (!saved) return;
  const record = saved as RecordRepresentation;
  showToast({ title: `${info.label} was created.`, variant: 'success' });
  if (!stay) open(recordUrl(object, record.id));
}

/** Opens the form of a record that is only a row so far. */
export function editFromList(object: string, recordId: string): Promise<void> {
  return orSay(contextOf(object, recordId).then((context) => editRecord(context)));
}

/** Asks, deletes, and goes to the object's list. */
export async function deleteWithQuestion(context: RecordContext): Promise<void> {
  if (await confirmAndDelete(context)) open(`/lightning/o/${context.objectApiName}/list`);
}

/** Asks and deletes; the list shows the rest. */
export function deleteFromList(object: string, recordId: string): Promise<void> {
  return orSay(contextOf(object, recordId).then(confirmAndDelete));
}

/** Opens the window of a screen quick action. */
export async function openScreenAction(
  action: QuickActionModel,
  properties: Readonly<Record<string, unknown>>
): Promise<void> {
  await QuickActionWindow.open({ label: action.label, size: 'small', componentName: action.component, properties });
}

/** A new child of a record; lines of an order or opportunity are chosen among the products of its price book. */
export async function addRelated(context: RecordContext, list: RelatedListRows): Promise<void> {
  if (list.object === 'OrderItem' || list.object === 'OpportunityLineItem') {
    const label = `Add Products to ${recordName(context)}`;
    await AddProducts.open({ label, size: 'medium', recordId: context.recordId, list });
    return;
  }
  const parent = { value: context.recordId, text: recordName(context) };
  await editNewRecord(list.object, { [list.field]: parent }, true);
}

/** What keeps a window from opening is said in a toast: the button that was pressed has no place for it. */
async function orSay(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    showToast({ title: 'This cannot be opened', message: messageOf(error), variant: 'error' });
  }
}

async function contextOf(object: string, recordId: string): Promise<RecordContext> {
  const info = await objectInfoStore.read(objectInfoQuery(object));
  const model = await recordPageModel(object, currentApp(currentPage())?.name ?? '');
  const shown = [...info.nameFields, ...model.sections.flatMap((section) => section.columns.flat())];
  const optionalFields = shown.flatMap((field) => readableNames(info, field));
  const record = await recordStore.read(recordQuery(recordId, { optionalFields }));
  return { recordId, objectApiName: object, model, info, record };
}

async function confirmAndDelete(context: RecordContext): Promise<boolean> {
  const { info } = context;
  const label = `Delete ${info.label}`;
  const message = `Are you sure you want to delete “${recordName(context)}”?`;
  if (!(await LightningConfirm.open({ message, label, theme: 'error' }))) return false;
  try {
    await deleteRecord(context.recordId);
  } catch (error) {
    showToast({ title: `${info.label} was not deleted`, message: messageOf(error), variant: 'error' });
    return false;
  }
  showToast({ title: `${info.label} “${recordName(context)}” was deleted.`, variant: 'success' });
  return true;
}

function nameOf(saved: RecordRepresentation, context: RecordContext): string {
  return recordName({
    info: context.info,
    record: { ...saved, fields: { ...context.record.fields, ...saved.fields } }
  });
}
