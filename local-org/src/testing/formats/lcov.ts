import { relative } from 'node:path';
import type { ClassCoverage } from '../results.js';

/** Coverage as lcov's tracefile, which editors and coverage services read; paths are relative to `folder` when they lie in it. */
export function lcovReport(classes: readonly ClassCoverage[], folder: string): string {
  return classes.map((one) => record(one, folder)).join('');
}

function record({ file, lines }: ClassCoverage, folder: string): string {
  const path = relative(folder, file);
  const covered = lines.filter(([, hits]) => hits > 0).length;
  return [
    'TN:',
    `SF:${path.startsWith('..') ? file : path}`,
    ...lines.map(([line, hits]) => `DA:${line},${hits}`),
    `LF:${lines.length}`,
    `LH:${covered}`,
    'end_of_record',
    ''
  ].join('\n');
}
