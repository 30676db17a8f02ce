/** Source: https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-utils */

/** `{ Name: 'A, B' }` → `Name=A%2C%20B`, fields separated by commas, for the state `defaultFieldValues`. */
export function encodeDefaultFieldValues(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([field, value]) => `${encodeURIComponent(field)}=${encodeURIComponent(String(value))}`)
    .join(',');
}

/** The reverse of encodeDefaultFieldValues. */
export function decodeDefaultFieldValues(encoded: string): Record<string, string> {
  const pairs = encoded.split(',').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [field = '', value = ''] = pair.split('=').map(decodeURIComponent);
      return [field, value];
    })
  );
}
