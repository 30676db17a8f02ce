import type { FieldModel, ObjectModel } from './model.js';

/** Roll-ups of roll-ups of roll-ups: as deep as master-detail relationships go. */
const deepest = 3;

/** A roll-up has the type and scale of what it sums up, which may be a roll-up: the largest date of the details is a date. */
export function typeSummaries(objects: Map<string, ObjectModel>): void {
  for (let level = 0; level < deepest; level++) typeLevel(objects);
}

function typeLevel(objects: Map<string, ObjectModel>): void {
  for (const [key, object] of objects) {
    const changed: FieldModel[] = [];
    for (const field of object.fields.values()) {
      const child = field.summary && objects.get(field.summary.childObject.toLowerCase());
      const name = field.summary?.summarizedField?.toLowerCase();
      const summed = child && name && [...child.fields.values()].find((one) => one.name.toLowerCase() === name);
      if (!summed || summed.type === 'int') continue;
      const { precision: _, scale: __, ...rest } = field;
      const scale = summed.scale === undefined ? {} : { precision: 18, scale: summed.scale };
      changed.push({ ...rest, type: summed.type, ...scale });
    }
    if (changed.length === 0) continue;
    const fields = new Map(object.fields);
    for (const field of changed) fields.set(field.name, field);
    objects.set(key, { ...object, fields });
  }
}
