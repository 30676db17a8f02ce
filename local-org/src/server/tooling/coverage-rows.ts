import { idOf } from '../../async/job-rows.js';
import { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { ClassCoverage } from '../../testing/results.js';
import type { LocalOrg } from '../../org/local-org.js';
import { quote } from '../routes/records.js';
import type { ClassOutcome, TestPlan } from './test-plan.js';

interface Lines {
  readonly covered: Set<number>;
  readonly all: Set<number>;
}

/**
 * Writes the coverage of a run: a row a test method and class that it ran, and from all rows the sums by class and of the org.
 * Rows of earlier runs stay, unless the lines of the class have changed since.
 */
export function recordCoverage(org: LocalOrg, plan: TestPlan, outcomes: readonly ClassOutcome[]): void {
  org.run({ userId: idOf(plan.userId), origin: { kind: 'sync' }, untraced: true }, (tx) => {
    const ids = unitIds(org, tx);
    const sums = new Map<string, Lines>();
    const seen = outcomes.flatMap((one) => one.coverage.flatMap(({ lines }) => lines));
    for (const unit of seen) {
      const id = ids.get(unit.name.toLowerCase());
      if (id) sums.set(id.value, { covered: new Set(), all: new Set(unit.lines.map(([line]) => line)) });
    }
    for (const outcome of outcomes) {
      for (const { method, lines } of outcome.coverage) replaceRows(org, tx, ids, { outcome, method, lines });
    }
    addUp(org, tx, sums);
    writeSums(org, tx, sums);
  });
}

/** Ids of classes and triggers by name. */
function unitIds(org: LocalOrg, tx: Transaction): Map<string, ApexId> {
  const ids = new Map<string, ApexId>();
  for (const object of ['ApexTrigger', 'ApexClass']) {
    for (const row of org.tooling.select(tx, `SELECT Id, Name FROM ${object}`)) {
      const id = row.fields.get('Id');
      if (id instanceof ApexId) ids.set(String(row.fields.get('Name')).toLowerCase(), id);
    }
  }
  return ids;
}

interface MethodCoverage {
  readonly outcome: ClassOutcome;
  readonly method: string;
  readonly lines: readonly ClassCoverage[];
}

function replaceRows(
  org: LocalOrg,
  tx: Transaction,
  ids: ReadonlyMap<string, ApexId>,
  { outcome, method, lines }: MethodCoverage
): void {
  const test = outcome.class.id;
  const old = org.tooling.select(
    tx,
    `SELECT Id FROM ApexCodeCoverage WHERE ApexTestClassId = ${quote(test)} AND TestMethodName = ${quote(method)}`
  );
  for (const row of old) {
    const id = row.fields.get('Id');
    if (id instanceof ApexId) org.tooling.remove(tx, 'ApexCodeCoverage', id);
  }
  for (const unit of lines) {
    const id = ids.get(unit.name.toLowerCase());
    const covered = unit.lines.flatMap(([line, hits]) => (hits > 0 ? [line] : []));
    if (!id || covered.length === 0) continue;
    const uncovered = unit.lines.flatMap(([line, hits]) => (hits > 0 ? [] : [line]));
    org.tooling.write(tx, 'ApexCodeCoverage', null, {
      ApexTestClassId: idOf(test),
      TestMethodName: method,
      ApexClassOrTriggerId: id,
      ...lineFields(covered, uncovered)
    });
  }
}

const lineFields = (covered: readonly number[], uncovered: readonly number[]) => ({
  NumLinesCovered: covered.length,
  NumLinesUncovered: uncovered.length,
  Coverage: JSON.stringify({ coveredLines: covered, uncoveredLines: uncovered })
});

/** Adds the rows of all runs to the lines of this one; a row with other lines is of older code and is thrown away. */
function addUp(org: LocalOrg, tx: Transaction, sums: ReadonlyMap<string, Lines>): void {
  for (const row of org.tooling.select(tx, 'SELECT Id, ApexClassOrTriggerId, Coverage FROM ApexCodeCoverage')) {
    const unit = row.fields.get('ApexClassOrTriggerId');
    const id = row.fields.get('Id');
    const sum = unit instanceof ApexId ? sums.get(unit.value) : undefined;
    const { coveredLines, uncoveredLines } = JSON.parse(String(row.fields.get('Coverage'))) as {
      coveredLines: number[];
      uncoveredLines: number[];
    };
    const lines = [...coveredLines, ...uncoveredLines];
    if (sum && lines.length === sum.all.size && lines.every((line) => sum.all.has(line))) {
      for (const line of coveredLines) sum.covered.add(line);
    } else if (id instanceof ApexId) org.tooling.remove(tx, 'ApexCodeCoverage', id);
  }
}

function writeSums(org: LocalOrg, tx: Transaction, sums: ReadonlyMap<string, Lines>): void {
  for (const object of ['ApexCodeCoverageAggregate', 'ApexOrgWideCoverage']) {
    for (const row of org.tooling.select(tx, `SELECT Id FROM ${object}`)) {
      const id = row.fields.get('Id');
      if (id instanceof ApexId) org.tooling.remove(tx, object, id);
    }
  }
  let covered = 0;
  let total = 0;
  for (const [unit, lines] of sums) {
    const inOrder = [...lines.all].sort((a, b) => a - b);
    const hit = inOrder.filter((line) => lines.covered.has(line));
    const missed = inOrder.filter((line) => !lines.covered.has(line));
    covered += hit.length;
    total += inOrder.length;
    org.tooling.write(tx, 'ApexCodeCoverageAggregate', null, {
      ApexClassOrTriggerId: idOf(unit),
      ...lineFields(hit, missed)
    });
  }
  org.tooling.write(tx, 'ApexOrgWideCoverage', null, {
    PercentCovered: total === 0 ? 0 : Math.floor((covered / total) * 100)
  });
}
