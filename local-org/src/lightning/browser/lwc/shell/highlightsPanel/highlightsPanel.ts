import { api, LightningElement } from 'lwc';
import { displayOf, fieldLabel } from '../../../services/fields.ts';
import { objectSummary } from '../../../services/apps.ts';
import { formFactor } from '../../../services/form-factor.ts';
import { recordName, type RecordContext } from '../../../services/record-context.ts';
import { deleteWithQuestion, editRecord, openScreenAction } from '../../../services/record-windows.ts';
import { bootstrap } from '../../../services/session.ts';
import { isVisible } from '../../../services/visibility.ts';

interface ActionEntry {
  readonly name: string;
  readonly label: string;
}

const editAction: ActionEntry = { name: 'Edit', label: 'Edit' };
const deleteAction: ActionEntry = { name: 'Delete', label: 'Delete' };

/** force:highlightsPanel: name, key fields, and the actions that the user may take. */
export default class HighlightsPanel extends LightningElement {
  @api context!: RecordContext;
  /** The headless action that was pressed last. A new key makes a new component for each press, as on the platform. */
  headless: readonly { readonly key: number; readonly component: string }[] = [];
  private presses = 0;

  get name(): string {
    return recordName(this.context);
  }

  get icon(): string {
    return objectSummary(this.context.objectApiName)?.icon ?? 'standard:default';
  }

  get fields() {
    const { info, record, model } = this.context;
    return model.highlights.flatMap((name) => {
      const field = info.fields[name];
      if (!field) return [];
      const display = displayOf(field, record, bootstrap.org.currency);
      return [{ apiName: name, label: fieldLabel(field), display }];
    });
  }

  get actions(): readonly ActionEntry[] {
    const { info, model, record } = this.context;
    const own = model.quickActions.filter((action) => isVisible(action.visibility, record));
    return [...own, ...(info.updateable ? [editAction] : []), ...(info.deletable ? [deleteAction] : [])];
  }

  get buttons(): readonly ActionEntry[] {
    return this.actions.slice(0, formFactor === 'Small' ? 1 : 3);
  }

  get menu(): readonly ActionEntry[] {
    return this.actions.slice(this.buttons.length);
  }

  get actionProperties(): Readonly<Record<string, unknown>> {
    const { recordId, objectApiName } = this.context;
    return { recordId, objectApiName };
  }

  handleAction(event: MouseEvent): void {
    this.run((event.currentTarget as HTMLElement).dataset['name'] as string);
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    this.run(event.detail.value);
  }

  private run(name: string): void {
    const action = this.context.model.quickActions.find((candidate) => candidate.name === name);
    if (action?.mode === 'ScreenAction') void openScreenAction(action, this.actionProperties);
    else if (action) this.headless = [{ key: ++this.presses, component: action.component }];
    else if (name === 'Edit') void editRecord(this.context);
    else void deleteWithQuestion(this.context);
  }
}
