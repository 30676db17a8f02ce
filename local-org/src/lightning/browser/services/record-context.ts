import type { RecordPageModel, VisibilityRule } from '../../protocol/pages.ts';
import type { ObjectInfoRepresentation, RecordRepresentation } from '../../protocol/ui-api.ts';
import { readableNames } from './fields.ts';

/** What the components of a record page share. */
export interface RecordContext {
  readonly recordId: string;
  readonly objectApiName: string;
  readonly model: RecordPageModel;
  readonly info: ObjectInfoRepresentation;
  readonly record: RecordRepresentation;
}

/** All fields that a record page shows or decides on, as `Object.Field`. */
export function pageFields(model: RecordPageModel, info: ObjectInfoRepresentation): readonly string[] {
  const shown = [
    ...info.nameFields,
    ...model.highlights,
    ...model.sections.flatMap((section) => section.columns.flat()),
    'CurrencyIsoCode'
  ];
  const names = shown.flatMap((field) => readableNames(info, field));
  const decisive = visibilityRules(model).flatMap((rule) =>
    rule.criteria.flatMap(({ left }) => {
      const path = /^\{!Record\.([\w.]+)\}$/.exec(left)?.[1];
      return path ? [`${info.apiName}.${path}`] : [];
    })
  );
  return [...new Set([...names, ...decisive])];
}

function visibilityRules(model: RecordPageModel): readonly VisibilityRule[] {
  const nested = JSON.stringify(model);
  const found: VisibilityRule[] = [];
  JSON.parse(nested, (key, value: unknown) => {
    if (key === 'visibility' && value) found.push(value as VisibilityRule);
    return value;
  });
  return found;
}

/** The name of a record: the text of its name field. */
export function recordName(context: Pick<RecordContext, 'info' | 'record'>): string {
  const names = context.info.nameFields.includes('Name') ? ['Name'] : context.info.nameFields;
  const parts = names
    .map((field) => context.record.fields[field]?.value)
    .filter((part) => part !== null && part !== undefined);
  return parts.length > 0 ? parts.map(String).join(' ') : context.record.id;
}
