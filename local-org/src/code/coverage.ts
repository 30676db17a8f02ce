/** How often a line of a class or trigger ran. */
export interface LineCoverage {
  readonly className: string;
  readonly line: number;
  readonly hits: number;
}

/** Line counters of all scripts that were compiled for coverage. */
export class Coverage {
  readonly #units = new Map<string, { readonly lines: readonly number[]; readonly counters: Uint32Array }>();

  /** Called before the script runs. */
  declare(unit: string, lines: readonly number[]): void {
    const name = unit.replace(/^Trigger\./, '');
    if (lines.length > 0)
      this.#units.set(name, { lines, counters: new Uint32Array((lines[lines.length - 1] ?? 0) + 1) });
  }

  counters(unit: string): Uint32Array {
    return this.#units.get(unit)?.counters ?? new Uint32Array(1);
  }

  *lines(): Generator<LineCoverage> {
    for (const [className, { lines, counters }] of this.#units) {
      for (const line of lines) yield { className, line, hits: counters[line] ?? 0 };
    }
  }

  clear(): void {
    for (const { counters } of this.#units.values()) counters.fill(0);
  }
}
