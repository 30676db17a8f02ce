import type { ConversionOperation } from '../2-bind/conversion.js';
import type { ClassInfo, TriggerEvent } from '../kernel/services.js';
import type { ApexType } from '../kernel/types.js';

/**
 * What the compiler makes of a source file: a script and what it needs to run. Plain data, kept in the cache as JSON.
 * The script is one function of three arguments: the support functions, the library's implementations and the classes.
 */
export interface UnitArtifact {
  /** `Foo`, `Trigger.Name` or `AnonymousBlock`: the script's file name behind `apex://`. */
  readonly unit: string;
  /** Of the project, for stack traces. */
  readonly namespace?: string;
  readonly script: string;
  readonly library: readonly LibraryReference[];
  /** Names of the classes that the script refers to. */
  readonly classes: readonly string[];
  readonly declared: readonly ClassArtifact[];
  readonly trigger?: { readonly name: string; readonly object: string; readonly events: readonly TriggerEvent[] };
  /** Lines that hold statements, when compiled for coverage. */
  readonly lines: readonly number[];
}

export interface LibraryReference {
  readonly owner: string;
  readonly signature: string;
  /** Of a property. */
  readonly accessor?: 'get' | 'set';
}

/** What the loader needs to make the JavaScript class before any script runs. */
export interface ClassArtifact {
  readonly name: string;
  readonly info: ClassInfo;
  /** A class of the project. */
  readonly superclass: string | undefined;
  readonly isException: boolean;
  /** True when nobody else may construct it: it cannot be stubbed. */
  readonly onlyPrivateConstructors: boolean;
  readonly slots: readonly string[];
  readonly staticSlots: readonly string[];
  /** True when there are static fields or initialisers. */
  readonly hasStatics: boolean;
  readonly methods: readonly MethodArtifact[];
  /** Parameters of the constructors, by the function that makes the object. */
  readonly constructors: Readonly<Record<string, MethodArtifact['params']>>;
  readonly members: readonly MemberArtifact[];
  /** Other names under which a method is called: that of an interface which spells it differently, or which Object or Exception answers. */
  readonly aliases: readonly (
    /** `takes`: how the arguments are converted first; `gives`: how the result is. */
    | {
        readonly alias: string;
        readonly jsName: string;
        readonly takes?: readonly (ConversionOperation | null)[];
        readonly gives?: ConversionOperation;
      }
    | { readonly alias: string; readonly library: string }
    /** A static method stands in for the one that an interface wants. */
    | { readonly alias: string; readonly static: string; readonly owner: string }
  )[];
}

export interface MethodArtifact {
  readonly name: string;
  readonly jsName: string;
  readonly static: boolean;
  readonly abstract: boolean;
  readonly params: readonly { readonly name: string; readonly type: ApexType }[];
  readonly returns: ApexType;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
}

/** How a field or property is read and written from outside: directly or by accessors. */
export interface MemberArtifact {
  readonly name: string;
  readonly static: boolean;
  readonly slot: string;
  readonly type: ApexType;
  readonly getter: string | undefined;
  readonly setter: string | undefined;
}
