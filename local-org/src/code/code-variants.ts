import type { ApexClass } from './class-table.js';

type Functions = Record<string, unknown>;
type Attached = readonly (readonly [holder: Functions, key: string, value: unknown])[];

/** Two forms of the functions of the same classes, of which one at a time is attached to them. */
export interface CodeVariants {
  use(variant: 'usual' | 'detailed'): void;
}

/** Keeps what is attached now, lets the other form be attached, keeps that too, and puts back what was there. */
export function makeVariants(classes: readonly ApexClass[], attachDetailed: () => void): CodeVariants {
  const usual = attachedTo(classes);
  attachDetailed();
  const forms = { usual, detailed: attachedTo(classes) };
  const use = (variant: 'usual' | 'detailed'): void => {
    for (const [holder, key, value] of forms[variant]) holder[key] = value;
  };
  use('usual');
  return { use };
}

/** The functions of classes and prototypes. The reader of static state is no part of the scripts. */
function attachedTo(classes: readonly ApexClass[]): Attached {
  const holders = classes.flatMap((of) => [of, of.prototype] as unknown as readonly Functions[]);
  return holders.flatMap((holder) =>
    Object.getOwnPropertyNames(holder)
      .filter(
        (key) => key !== '$s' && key !== 'constructor' && key !== 'prototype' && typeof holder[key] === 'function'
      )
      .map((key) => [holder, key, holder[key]] as const)
  );
}
