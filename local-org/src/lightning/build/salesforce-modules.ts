import { join } from 'node:path';

/** What the generator must know of the project. */
export interface SalesforceModuleContext {
  /** Folder of the shell's own services. */
  readonly services: string;
  /** Lower-case names of the project's custom labels. */
  readonly labels: ReadonlySet<string>;
}

/** A module that cannot be made; its message names it and says why. */
export class UnknownModule extends Error {}

type Generator = (rest: string, context: SalesforceModuleContext) => string;

/**
 * Source text of `@salesforce/…` modules, by the first part of the name.
 * List of modules: https://developer.salesforce.com/docs/platform/lwc/guide/reference-salesforce-modules.html
 */
const generators: Readonly<Record<string, Generator>> = {
  apex: (rest, context) => {
    if (rest === '') return `export { refreshApex, getSObjectValue } from ${service(context, 'apex')};`;
    const parts = rest.split('.');
    const [className, method] = parts.slice(-2);
    if (parts.length < 2 || parts.length > 3 || !className || !method) {
      throw new UnknownModule(`write @salesforce/apex/Class.method`);
    }
    return `import { apexMethod } from ${service(context, 'apex')};\nexport default apexMethod(${quote(className)}, ${quote(method)});`;
  },
  label: (rest, context) => {
    const name = /^(?:c|\w+)\.(\w+)$/.exec(rest)?.[1];
    if (!name) throw new UnknownModule('write @salesforce/label/c.Name');
    if (!context.labels.has(name.toLowerCase())) throw new UnknownModule('the project has no such custom label');
    return `import { label } from ${service(context, 'session')};\nexport default label(${quote(name)});`;
  },
  schema: (rest) => {
    const [objectApiName, ...path] = rest.split('.');
    const value = path.length === 0 ? { objectApiName } : { fieldApiName: path.join('.'), objectApiName };
    return `export default ${JSON.stringify(value)};`;
  },
  user: (rest, context) => {
    if (rest === 'isGuest') return 'export default false;';
    if (rest !== 'Id') throw new UnknownModule('only Id and isGuest exist');
    return `import { bootstrap } from ${service(context, 'session')};\nexport default bootstrap.user.id;`;
  },
  customPermission: (rest, context) => granted('customPermission', rest, context),
  userPermission: (rest, context) => granted('userPermission', rest, context),
  resourceUrl: (rest) => `export default ${quote(`/resource/${encodeURIComponent(rest)}`)};`,
  messageChannel: (rest) => `export default { name: ${quote(rest)} };`,
  client: (rest, context) => {
    if (rest !== 'formFactor') throw new UnknownModule('only formFactor exists');
    return `export { formFactor as default } from ${service(context, 'form-factor')};`;
  },
  i18n: (rest, context) => {
    const members: Readonly<Record<string, string>> = { timeZone: 'timeZone', currency: 'currency' };
    const member = members[rest];
    if (!member) throw new UnknownModule('not available here');
    return `import { bootstrap } from ${service(context, 'session')};\nexport default bootstrap.user.${member};`;
  }
};

/** Modules of `@salesforce/` for which the base components' package has its own, better made here from the session. */
const replaced = new Set(['client/formFactor', 'i18n/timeZone', 'i18n/currency']);

/** True when this module must be generated although the base components' package ships one. */
export function replacesBaseModule(name: string): boolean {
  return replaced.has(name.slice('@salesforce/'.length));
}

/** The source text of `@salesforce/<kind>/<rest>`; throws UnknownModule when there is no such module here. */
export function salesforceModule(name: string, context: SalesforceModuleContext): string {
  const [kind = '', ...rest] = name.slice('@salesforce/'.length).split('/');
  const generator = generators[kind];
  if (!generator) throw new UnknownModule('the local org does not have this platform module');
  return generator(rest.join('/'), context);
}

/** Permissions are `true` or undefined, never false, as on the platform. */
function granted(list: string, rest: string, context: SalesforceModuleContext): string {
  const name = rest.replace(/^.*__(?=\w)/, '');
  return `import { ${list} } from ${service(context, 'session')};\nexport default ${list}(${quote(name)});`;
}

function service(context: SalesforceModuleContext, name: string): string {
  return quote(join(context.services, `${name}.ts`));
}

function quote(value: string): string {
  return JSON.stringify(value);
}
