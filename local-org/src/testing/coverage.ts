import type { ClassCoverage } from './results.js';

/** Adds up what the workers have counted, class by class. */
export class CoverageSum {
  private readonly classes = new Map<string, { readonly name: string; readonly lines: Map<number, number> }>();

  add(part: readonly ClassCoverage[]): void {
    for (const one of part) {
      const { lines } = this.classes.get(one.file) ?? { lines: new Map<number, number>() };
      this.classes.set(one.file, { name: one.name, lines });
      for (const [line, hits] of one.lines) lines.set(line, (lines.get(line) ?? 0) + hits);
    }
  }

  /** By name; lines in order. */
  all(): ClassCoverage[] {
    return [...this.classes]
      .map(([file, { name, lines }]) => ({ name, file, lines: [...lines].sort(([a], [b]) => a - b) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

export interface CoverageLine {
  readonly name: string;
  readonly lines: number;
  readonly covered: number;
  /** 0 to 100, one decimal; 100 for a class without statements. */
  readonly percent: number;
  readonly uncoveredLines: readonly number[];
}

export function coverageOf(one: ClassCoverage): CoverageLine {
  const uncoveredLines = one.lines.filter(([, hits]) => hits === 0).map(([line]) => line);
  const covered = one.lines.length - uncoveredLines.length;
  return {
    name: one.name,
    lines: one.lines.length,
    covered,
    percent: percentOf(covered, one.lines.length),
    uncoveredLines
  };
}

/** Coverage of all classes together, by lines, as the platform counts it for deployments. */
export function overall(classes: readonly ClassCoverage[]): number {
  const each = classes.map(coverageOf);
  const sum = (of: (one: CoverageLine) => number) => each.reduce((total, one) => total + of(one), 0);
  return percentOf(
    sum((one) => one.covered),
    sum((one) => one.lines)
  );
}

/** Rounded down, so that 85 is not shown for 84.96. */
const percentOf = (covered: number, lines: number): number =>
  lines === 0 ? 100 : Math.floor((covered / lines) * 1000) / 10;
