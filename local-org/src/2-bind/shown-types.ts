import type { ApexType } from '../kernel/types.js';

/** Types of the namespace System that messages show without it. */
const bare = new Set(
  'Object Boolean Integer Long Double Decimal String Id Date Datetime Time Blob List Set Map Exception System Database'.split(
    ' '
  )
);

/** A type as the platform's compiler shows it in messages: `System.Iterable<Account>`, `List<String>`, `NULL`. */
export function shownType(type: ApexType): string {
  if (type.kind === 'null') return 'NULL';
  if (type.kind === 'void') return 'void';
  if (type.kind !== 'platform') return type.name;
  const name = bare.has(type.name) || type.name.includes('.') ? type.name : `System.${type.name}`;
  return type.args.length === 0 ? name : `${name}<${type.args.map(shownType).join(',')}>`;
}
