import { captureFrames } from '../kernel/exception.js';
import { typeName } from '../kernel/types.js';
import type { ApexClass, ApexFunction } from './class-table.js';

/** A call of a method or constructor of the project. */
export interface TracedCall {
  readonly kind: 'method' | 'constructor';
  /** Full name of the class that declares it. */
  readonly of: string;
  /** `total(Integer, List<Account>)`, `<init>(String)` */
  readonly signature: string;
  /** Of the caller; 0 when the platform calls. */
  readonly line: number;
}

/** Hears of a call as it begins; what is returned is called when it has ended, however it ends. */
export type CallListener = (call: TracedCall) => () => void;

type Functions = Record<string, unknown>;

/** Stands in front of all methods and constructors of the classes until what is returned is called. Without it calls cost nothing. */
export function traceCalls(classes: Iterable<ApexClass>, listener: CallListener): () => void {
  const undo: (() => void)[] = [];
  for (const of of classes) {
    const statics = of as unknown as Functions;
    const instance = of.prototype as unknown as Functions;
    for (const { name, jsName, static: isStatic, params } of of.artifact.methods) {
      const call = { kind: 'method', of: of.className, signature: `${name}${listOf(params)}` } as const;
      undo.push(...wrapped(isStatic ? statics : instance, jsName, call, listener));
    }
    for (const [jsName, params] of Object.entries(of.artifact.constructors)) {
      const call = { kind: 'constructor', of: of.className, signature: `<init>${listOf(params)}` } as const;
      undo.push(...wrapped(statics, jsName, call, listener));
    }
  }
  return () => {
    for (const step of undo.reverse()) step();
  };
}

const listOf = (params: Params): string => `(${params.map(({ type }) => typeName(type)).join(', ')})`;
type Params = ApexClass['artifact']['methods'][number]['params'];

/** A method may be known by several names; each of them leads through the listener. */
function* wrapped(
  holder: Functions,
  jsName: string,
  call: Omit<TracedCall, 'line'>,
  listener: CallListener
): Generator<() => void> {
  const original = Object.hasOwn(holder, jsName) ? holder[jsName] : undefined;
  if (typeof original !== 'function') return;
  const inner = original as ApexFunction;
  // A name that begins with a dollar sign is glue in a stack: traced code has the frames that it has otherwise.
  const $traced: ApexFunction = function $traced(this: unknown, ...args) {
    const ended = listener({ ...call, line: captureFrames()[0]?.line ?? 0 });
    try {
      return inner.apply(this, args);
    } finally {
      ended();
    }
  };
  for (const key of Object.getOwnPropertyNames(holder)) {
    if (holder[key] !== original) continue;
    holder[key] = $traced;
    yield () => {
      holder[key] = original;
    };
  }
}
