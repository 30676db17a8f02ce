/**
 * The namespace of the project's own things. The schema and all answers carry their full names, `ns__Thing__c`; code and metadata
 * write them with or without it, so every look-up by name takes both (Apex Developer Guide, "Namespace Prefix").
 */
export class OwnNamespace {
  /** As sfdx-project.json writes it; empty where the project has none. */
  readonly name: string;
  private readonly prefix: string;
  private readonly written: RegExp;

  constructor(name: string) {
    this.name = name;
    this.prefix = name === '' ? '' : `${name}__`;
    this.written = new RegExp(`(^|\\.)${name}__(?=\\w)`, 'gi');
  }

  /** The full name: `Thing__c` is `ns__Thing__c`. What is standard or has a namespace stays as it is. */
  full(name: string): string {
    return this.prefix !== '' && isBareCustomName(name) ? this.prefix + name : name;
  }

  /** The full names of a path: `Thing__r.Size__c`. */
  fullPath(path: string): string {
    return this.prefix === ''
      ? path
      : path
          .split('.')
          .map((name) => this.full(name))
          .join('.');
  }

  /** A name or path without the own namespace: `ns__Thing__c` is `Thing__c`. */
  bare(name: string): string {
    return this.prefix === '' ? name : name.replace(this.written, '$1');
  }

  /** What the platform calls something that has no suffix of its own: `ns__Record`, as QualifiedApiName has it. */
  prefixed(name: string): string {
    return this.prefix + name;
  }
}

const suffixes = new Set('c r e mdt x xo b kav pc pr share history feed changeevent tag s'.split(' '));

/**
 * `Thing__c`, `Thing__Share`, `Place__Latitude__s`, the layout `Thing__c-Main`: names of custom things cannot hold two underscores
 * themselves, so that a further part is a namespace.
 */
function isBareCustomName(name: string): boolean {
  const parts = name.split('__');
  const suffix = (parts.at(-1) ?? '').replace(/-.*/, '').toLowerCase();
  return suffixes.has(suffix) && parts.length === (suffix === 's' ? 3 : 2);
}

/** The columns that definitions make of a full name: `ns__Thing__c` is the developer name Thing of the namespace ns. */
export function nameParts(name: string): { readonly DeveloperName: string; readonly NamespacePrefix?: string } {
  const parts = name.split('__');
  if (parts.length === 1) return { DeveloperName: name };
  const own = parts.pop() === 's' ? 2 : 1;
  const DeveloperName = parts.slice(-own).join('__');
  return parts.length === own ? { DeveloperName } : { DeveloperName, NamespacePrefix: parts[0] ?? '' };
}
