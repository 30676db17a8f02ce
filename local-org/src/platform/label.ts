import type { Transaction } from '../kernel/services.js';
import { required } from '../runtime/arguments.js';
import { invalidParameter } from '../runtime/exceptions.js';
import { platformClass } from './define.js';

type S = string | null;

/** The name by which the org knows a label: without a namespace that of the org (Apex Reference Guide, "Label Class"). */
const fullName = (namespace: S, label: S): string => {
  const name = required(label, 2);
  return namespace === null || namespace === '' ? name : `${namespace}.${name}`;
};

function labelText(tx: Transaction, namespace: S, label: S, language: S): string {
  const name = fullName(namespace, label);
  const translated = language === null ? undefined : tx.org.metadata.labelTranslation(name, language);
  const text = translated ?? tx.org.metadata.label(name);
  // No page has the exception of a label that is not there.
  if (text === undefined) throw invalidParameter(`Custom label does not exist: ${name}`);
  return text;
}

/** System.Label, whose labels are also names: `Label.Greeting`. */
export const labelClass = platformClass({
  name: 'System.Label',
  members: {
    'static String get(String namespace, String label)': (tx, namespace: S, label: S) =>
      labelText(tx, namespace, label, tx.user.language),
    'static String get(String namespace, String label, String language)': (tx, namespace: S, label: S, language: S) =>
      labelText(tx, namespace, label, required(language, 3)),
    'static Boolean translationExists(String namespace, String label, String language)': (
      tx,
      namespace: S,
      label: S,
      language: S
    ) => tx.org.metadata.labelTranslation(fullName(namespace, label), required(language, 3)) !== undefined
  }
});
