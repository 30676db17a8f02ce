import vm from 'node:vm';
import type { LibraryReference, UnitArtifact } from '../3-emit/artifact.js';
import type { PlatformLibrary } from '../platform/library.js';
import type { ClassTable } from './class-table.js';

export interface RunnerParts {
  readonly support: object;
  readonly library: PlatformLibrary;
  readonly classes: ClassTable;
  /** What code of a unit throws that reaches a member which the local org lacks. */
  readonly gap: (unit: string, member: string) => Error;
}

/** Runs the scripts of compiled files: each attaches its methods to the classes, which exist already. */
export class ScriptRunner {
  readonly #support: object;
  readonly #gap: RunnerParts['gap'];
  readonly #library: PlatformLibrary;
  readonly #classes: ClassTable;

  constructor({ support, library, classes, gap }: RunnerParts) {
    this.#gap = gap;
    this.#support = support;
    this.#library = library;
    this.#classes = classes;
  }

  run(artifact: UnitArtifact): void {
    // The head of the script stands on a line of its own; without it lines are those of the source.
    const { unit: name, namespace } = artifact;
    const filename = `apex://${encodeURIComponent(name)}${namespace === undefined ? '' : `?${namespace}`}`;
    const script = new vm.Script(artifact.script, { filename, lineOffset: -1 });
    const unit = script.runInThisContext() as (support: object, library: unknown[], classes: unknown[]) => void;
    const library = artifact.library.map((reference) => this.#implementation(artifact.unit, reference));
    unit(
      this.#support,
      library,
      artifact.classes.map((name) => this.#classes.get(name))
    );
  }

  #implementation(unit: string, reference: LibraryReference): unknown {
    const owner = this.#library.class(reference.owner);
    const member = owner?.members.find((each) => each.signature === reference.signature);
    if (!member) throw new Error(`The library lacks ${reference.owner}: ${reference.signature}`);
    if (typeof member.implementation === 'object' && 'unsupported' in member.implementation) {
      return () => {
        throw this.#gap(unit, `${reference.owner}: ${reference.signature}`);
      };
    }
    if (!reference.accessor) return member.implementation;
    return (member.implementation as { get: unknown; set?: unknown })[reference.accessor];
  }
}
