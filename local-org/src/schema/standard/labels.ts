/** A label made of an API name: `BillingPostalCode` → `Billing Postal Code`. */
export function labelOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/(?<=\D)2$/, '')
    .replace(/ Id$/, ' ID');
}

/** The plural of an English label. */
export function pluralOf(label: string): string {
  if (/[^aeiou]y$/.test(label)) return `${label.slice(0, -1)}ies`;
  return /s$/.test(label) ? label : `${label}s`;
}
