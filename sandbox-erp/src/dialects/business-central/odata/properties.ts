import type { EdmKind, Property } from './edm.js';

function property(kind: EdmKind, name: string, column: string, maxLength = 0): Property {
  return { name, column, kind, maxLength, options: [], access: 'writable' };
}

export const guid = (name: string, column = name) => property('guid', name, column);
/** Text kept in upper case, such as numbers and codes. */
export const code = (name: string, maxLength: number, column = name) => property('code', name, column, maxLength);
export const text = (name: string, maxLength: number, column = name) => property('text', name, column, maxLength);
/** A decimal stored as cents. */
export const cents = (name: string, column: string) => property('cents', name, column);
/** A decimal stored with five decimals. */
export const fine = (name: string, column = name) => property('fine', name, column);
export const whole = (name: string, column = name) => property('whole', name, column);
export const flag = (name: string, column = name) => property('flag', name, column);
export const day = (name: string, column = name) => property('day', name, column);
export const moment = (name: string, column = name) => property('moment', name, column);
export const option = (name: string, options: readonly string[], column = name): Property => ({
  ...property('option', name, column),
  options
});

/** A property that a client cannot set. */
export const readOnly = (writable: Property): Property => ({ ...writable, access: 'readOnly' });

/** A property of the API that the ledger holds nothing for: it always shows the kind's empty value. */
export function fixed(kind: EdmKind, ...names: readonly string[]): Property[] {
  const numeric = kind === 'cents' || kind === 'fine' || kind === 'whole' || kind === 'flag';
  const column = numeric ? '0' : kind === 'day' ? `'0001-01-01'` : `''`;
  return names.map((name) => ({ ...property(kind, name, column), access: 'fixed' }));
}

export const modified = readOnly(moment('lastModifiedDateTime', 'lastModified'));
export const identity = readOnly(guid('id'));
