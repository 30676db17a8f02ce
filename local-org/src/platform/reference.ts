import { cataloguedTypes } from './catalogue/catalogue.js';
import type { PlatformClass, PlatformMember } from './define.js';
import type { PlatformLibrary } from './library.js';

const fullName = (platformClass: PlatformClass): string =>
  platformClass.name.startsWith(`${platformClass.namespace}.`)
    ? platformClass.name
    : `${platformClass.namespace}.${platformClass.name}`;

const isSupported = ({ implementation }: PlatformMember): boolean =>
  typeof implementation === 'function' || !('unsupported' in implementation);

function reasonOf({ implementation }: PlatformMember): string {
  return typeof implementation !== 'function' && 'unsupported' in implementation ? implementation.unsupported : '';
}

function heading(platformClass: PlatformClass): string {
  const parameters = platformClass.typeParameters.length > 0 ? `<${platformClass.typeParameters.join(', ')}>` : '';
  return `## ${fullName(platformClass)}${parameters}`;
}

function section(platformClass: PlatformClass, library: PlatformLibrary): string {
  const lines = [heading(platformClass), ''];
  if (platformClass.kind !== 'class') lines.push(`${platformClass.kind === 'enum' ? 'Enum' : 'Interface'}.`, '');
  if (platformClass.values.length > 0)
    lines.push(`Constants: ${platformClass.values.map((value) => `\`${value}\``).join(' ')}`, '');
  const supported = platformClass.members.filter(isSupported).map((member) => `- \`${member.signature}\``);
  if (supported.length > 0) lines.push(...supported.sort(), '');
  const absent = platformClass.members.filter((member) => !isSupported(member));
  const missing = library.missing(platformClass.name);
  if (absent.length + missing.length > 0) {
    const rows = [
      ...absent.map((member) => `- \`${member.signature}\`: ${reasonOf(member)}`),
      ...missing.map((member) => `- \`${member.signature}\``)
    ];
    lines.push('Not supported:', '', ...rows.sort(), '');
  }
  return lines.join('\n');
}

/** Types of the catalogue that the library cannot even make from it, by namespace. */
function absentTypes(library: PlatformLibrary): string[] {
  const byNamespace = new Map<string, string[]>();
  for (const type of cataloguedTypes()) {
    if (library.class(type.name)) continue;
    byNamespace.set(type.namespace, [...(byNamespace.get(type.namespace) ?? []), type.name.replace(/^.*?\./, '')]);
  }
  return [...byNamespace]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(
      ([namespace, names]) =>
        `- ${namespace} (${names.length}): ${names
          .sort()
          .map((name) => `\`${name}\``)
          .join(' ')}`
    );
}

/**
 * The reference page of the library in Markdown: every class with its signatures, and what is not supported, with the reason where
 * there is more to say than that it is missing.
 */
export function renderReference(library: PlatformLibrary): string {
  const classes = [...library.classes()].sort((a, b) => fullName(a).localeCompare(fullName(b), 'en'));
  const members = classes.flatMap((platformClass) => platformClass.members);
  const supported = members.filter(isSupported).length;
  const lacking = members.length - supported + classes.flatMap(({ name }) => library.missing(name)).length;
  return [
    '# Platform library',
    '',
    'What Apex code can call in the local org. Generated from the signatures in `src/platform`; do not edit.',
    'To renew it: `UPDATE_REFERENCE=1 npx vitest run local-org/test/platform/reference.test.ts`.',
    '',
    `${classes.length} classes with ${supported} members. Salesforce gives these classes ${lacking} more, listed here as not supported;`,
    'the types that the library lacks altogether stand at the end. Using any of them is a compile error that says so. Enums and',
    "exceptions that are not listed are made from the catalogue of Salesforce's types (`src/platform/catalogue`).",
    '',
    ...classes.map((each) => section(each, library)),
    '## Types that are not supported',
    '',
    ...absentTypes(library)
  ].join('\n');
}
