const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const firstLetters = {
  custom: 'a',
  customSetting: 'a',
  platformEvent: 'e',
  customMetadata: 'm',
  standard: '0'
} as const;

/**
 * A key prefix for an object of the project. It depends on the name, not on the order of the files, so that ids stay valid when
 * objects are added; only where two names meet does the later name give way.
 */
export function keyPrefixFor(name: string, kind: keyof typeof firstLetters, taken: ReadonlySet<string>): string {
  const first = firstLetters[kind];
  // Metadata records come from the project each time; their types count up as in an org that gets them one after the other.
  let slot = kind === 'customMetadata' ? 0 : hash(name.toLowerCase()) % (62 * 62);
  for (;;) {
    const prefix = first + digits.charAt(Math.floor(slot / 62)) + digits.charAt(slot % 62);
    if (!taken.has(prefix)) return prefix;
    slot = (slot + 1) % (62 * 62);
  }
}

/** A made-up but stable 15-character id for something that metadata defines: record types, custom metadata records. */
export function stableId15(keyPrefix: string, name: string): string {
  let rest = '';
  for (let i = 0; rest.length < 12; i++) {
    let value = hash(`${i}:${name.toLowerCase()}`);
    for (let j = 0; j < 5; j++) {
      rest += digits.charAt(value % 62);
      value = Math.floor(value / 62);
    }
  }
  return keyPrefix + rest.slice(0, 12);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}
