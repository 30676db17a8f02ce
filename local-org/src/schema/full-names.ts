import type { OwnNamespace } from './own-namespace.js';
import type { XmlNode, XmlValue } from './xml.js';

/** Elements whose texts are no names, whatever they look like. */
const data = new Set(
  (
    'value stringValue defaultValue formula label masterLabel pluralLabel description inlineHelpText errorMessage content ' +
    'valueName controllingFieldValue'
  ).split(' ')
);

/** `Thing__c`, `Thing__c.Size__c`, `$Record.Size__c`, `Thing__c-Thing Layout`: the whole text is a name or a path of names. */
const named = /^\$?\w+(?:\.\w+)*(?:-[^.]+)?$/;

/**
 * Metadata as the org holds it: with the project's namespace in front of its names, `ns__Thing__c`, which its files leave out.
 * Formulas stay as written; they look names up.
 */
export function withFullNames(node: XmlNode, namespace: OwnNamespace): XmlNode {
  // Values of picklists say which is the default.
  if ('fullName' in node && 'default' in node) return node;
  const each = (element: string, value: XmlValue | undefined): XmlValue | undefined => {
    if (typeof value === 'string') return fullText(element, value, namespace);
    if (Array.isArray(value)) return value.map((item: XmlValue) => each(element, item) as string | XmlNode);
    return value && withFullNames(value as XmlNode, namespace);
  };
  return Object.fromEntries(Object.entries(node).map(([element, value]) => [element, each(element, value)]));
}

function fullText(element: string, text: string, namespace: OwnNamespace): string {
  return !data.has(element) && text.includes('__') && named.test(text) ? namespace.fullPath(text) : text;
}
