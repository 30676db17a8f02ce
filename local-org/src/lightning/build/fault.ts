import { resolve, sep } from 'node:path';
import type { ComponentBundle } from '../components.js';

/** The project's components do not compile, or import what is not there. `message` is the first fault with its place. */
export class LightningBuildError extends Error {}

/** A component that was left out of the bundle, and why. */
export interface ComponentFault {
  readonly component: string;
  readonly message: string;
}

interface BundlerFault {
  readonly message: string;
  readonly loc?: { readonly file?: string; readonly line: number; readonly column: number };
  readonly id?: string;
}

/** `file:line:column: message` of each fault; the bundler's own text repeats them with a stack. */
export function faultTexts(error: unknown): readonly string[] {
  const faults = (error as { errors?: readonly BundlerFault[] }).errors ?? [error as BundlerFault];
  return faults.map(faultText);
}

const colours = /\u001b\[[\d;]*m/g;
const missingExport = /^\[MISSING_EXPORT\] (.+?)\n.*?\[ ([^?\s]+)[^:\s]*:(\d+):(\d+) \]/s;

function faultText(fault: BundlerFault): string {
  const message = (fault.message ?? String(fault)).replace(colours, '').replace(/^\[plugin [^\]]*\]\s*/, '');
  const missing = missingExport.exec(message);
  if (missing) return `${resolve(missing[2] ?? '')}:${missing[3]}:${missing[4]}: ${missing[1]}`;
  const file = fault.loc?.file ?? fault.id?.split('?')[0];
  if (!file || message.includes(file)) return message;
  return fault.loc ? `${file}:${fault.loc.line}:${fault.loc.column}: ${message}` : `${file}: ${message}`;
}

/** Which of the project's components the faults lie in, one fault each; faults elsewhere are left out. */
export function componentFaults(texts: readonly string[], bundles: readonly ComponentBundle[]): ComponentFault[] {
  const found = new Map<string, string>();
  for (const message of texts) {
    const bundle = bundles.find(({ folder }) => message.includes(folder + sep));
    if (bundle && !found.has(bundle.name)) found.set(bundle.name, message);
  }
  return [...found].map(([component, message]) => ({ component, message }));
}
