import type { LoadedCode } from '../code/loaded-code.js';
import type { ClassCoverage } from './results.js';

/** What ran since it was last asked for: lines of the project's code without its tests, and the files of all code that ran. */
export function takeCoverage(code: LoadedCode): {
  readonly coverage: ClassCoverage[];
  readonly touched: string[];
} {
  const units = new Map<string, [line: number, hits: number][]>();
  for (const { unit, line, hits } of code.coverage()) {
    const lines = units.get(unit) ?? [];
    lines.push([line, hits]);
    units.set(unit, lines);
  }
  code.clearCoverage();
  const coverage: ClassCoverage[] = [];
  const touched: string[] = [];
  for (const [unit, lines] of units) {
    const info = code.classInfo(unit);
    if (!info) continue;
    if (lines.some(([, hits]) => hits > 0)) touched.push(info.file);
    if (!info.isTest) coverage.push({ name: unit.replace(/^Trigger\./, ''), file: info.file, lines });
  }
  return { coverage, touched };
}
