import { api, LightningElement } from 'lwc';
import { displayOf, fieldLabel } from '../../../services/fields.ts';
import type { RecordContext } from '../../../services/record-context.ts';
import { editRecord } from '../../../services/record-windows.ts';
import { bootstrap } from '../../../services/session.ts';

/** force:detailPanel: the fields of the record in the sections of its layout; a pencil opens the form at that field. */
export default class DetailPanel extends LightningElement {
  @api context!: RecordContext;

  get sections() {
    return this.context.model.sections
      .map(({ label, columns }, index) => ({
        key: index,
        label,
        columns: columns.map((fields, key) => ({ key, fields: fields.flatMap((name) => this.entry(name)) }))
      }))
      .filter(({ columns }) => columns.some(({ fields }) => fields.length > 0));
  }

  handleEdit(event: MouseEvent): void {
    void editRecord(this.context, (event.currentTarget as HTMLElement).dataset['field']);
  }

  private entry(name: string) {
    const { info, record } = this.context;
    const field = info.fields[name];
    if (!field || record.fields[name] === undefined) return [];
    const label = fieldLabel(field);
    return [
      {
        apiName: name,
        label,
        help: field.inlineHelpText,
        display: displayOf(field, record, bootstrap.org.currency),
        editable: info.updateable && field.updateable,
        editTitle: `Edit ${label}`
      }
    ];
  }
}
