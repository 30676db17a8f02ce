// The short form of an object that few projects name: one text an object. Read again by src/schema/standard/more.ts.
//   prefix|nameField|kind|Field Field:type(length) …
// A field without type is text of 255 characters. `>A,B/Relation/Children` are a reference's targets and names, `-` after the type means
// neither createable nor updateable, `=` createable only, `+` updateable only, `*` required, what stands behind `#` the values of a
// restricted picklist (`_` for a space) or the format of an automatic number. Behind the kind and `-` stand the letters of what the
// platform refuses: c(reate), u(pdate), d(elete). Fields that the platform gives to every object stand as `@`.

const everywhere = [
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp'
];

export function compact({ prefix = '', nameField, kind = '', refuses, fields }) {
  const all = everywhere.every((name) => name in fields);
  const words = Object.entries(fields)
    .filter(([name]) => !all || !everywhere.includes(name))
    .map(([name, field]) => word(name, field));
  return `${prefix}|${nameField}|${kind}${refuses ? `-${refuses}` : ''}|${[...(all ? ['@'] : []), ...words].join(' ')}`;
}

function word(name, field) {
  const size =
    field.precision !== undefined
      ? `(${field.precision},${field.scale})`
      : field.length !== undefined
        ? `(${field.length})`
        : '';
  const type = `${field.type}${size}`;
  const right =
    field.createable === false && field.updateable === false
      ? '-'
      : field.updateable === false
        ? '='
        : field.createable === false
          ? '+'
          : '';
  const reference = field.type === 'reference' ? targets(name, field) : '';
  return `${name}${type === 'string(255)' ? '' : `:${field.type === 'reference' ? '' : type}`}${right}${field.required ? '*' : ''}${reference}${values(field)}`;
}

/** Values of a restricted picklist, and the format of an automatic number. */
function values({ picklist, autoNumberFormat }) {
  if (autoNumberFormat) return `#${autoNumberFormat}`;
  return picklist ? `#${picklist.map((value) => value.replaceAll(' ', '_')).join(';')}` : '';
}

function targets(name, { referenceTo = [], relationshipName, childRelationshipName }) {
  const usual =
    relationshipName === undefined ? '!' : relationshipName === name.replace(/Id$/, '') ? '' : relationshipName;
  const names = childRelationshipName ? `/${usual}/${childRelationshipName}` : usual ? `/${usual}` : '';
  return `>${referenceTo.join(',')}${names}`;
}
