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

function section(platformClass: PlatformClass): string {
  const lines = [heading(platformClass), ''];
  if (platformClass.kind !== 'class') lines.push(`${platformClass.kind === 'enum' ? 'Enum' : 'Interface'}.`, '');
  if (platformClass.values.length > 0)
    lines.push(`Constants: ${platformClass.values.map((value) => `\`${value}\``).join(' ')}`, '');
  const supported = platformClass.members.filter(isSupported).map((member) => `- \`${member.signature}\``);
  if (supported.length > 0) lines.push(...supported.sort(), '');
  const absent = platformClass.members.filter((member) => !isSupported(member));
  if (absent.length > 0) {
    const rows = absent.map((member) => `- \`${member.signature}\`: ${reasonOf(member)}`);
    lines.push('Not supported:', '', ...rows.sort(), '');
  }
  return lines.join('\n');
}

/** The reference page of the library in Markdown: every class with its signatures, and what is not supported with the reason. */
export function renderReference(library: PlatformLibrary): string {
  const classes = [...library.classes()].sort((a, b) => fullName(a).localeCompare(fullName(b), 'en'));
  const members = classes.flatMap((platformClass) => platformClass.members);
  const supported = members.filter(isSupported).length;
  return [
    '# Platform library',
    '',
    'What Apex code can call in the local org. Generated from the signatures in `src/platform`; do not edit.',
    'To renew it: `UPDATE_REFERENCE=1 npx vitest run local-org/test/platform/reference.test.ts`.',
    '',
    `${classes.length} classes, ${members.length} members, ${supported} of them implemented.`,
    'Using a member that is not supported is a compile error with the reason given here.',
    '',
    ...classes.map(section)
  ].join('\n');
}
