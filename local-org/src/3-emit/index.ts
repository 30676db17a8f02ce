import type { BoundUnit } from '../2-bind/bound/members.js';
import { withInner } from '../2-bind/declare.js';
import type { Project } from '../2-bind/project.js';
import type { TriggerUnitNode } from '../1-parse/ast/index.js';
import type { UnitArtifact } from './artifact.js';
import type { CallGraph } from './call-graph.js';
import { ClassEmitter } from './emit-class.js';
import { declareTop } from './emit-detail.js';
import { emitStatements } from './emit-statement.js';
import { FunctionScope, hasStatics, type ScriptContext } from './function-scope.js';
import { classArtifact } from './reflect.js';
import { ScriptPool } from './script-pool.js';
import { LineWriter } from './writer.js';

export interface EmitOptions {
  readonly coverage: boolean;
  /** The code tells the debug log of each statement, variable and allocation. */
  readonly detailed?: boolean;
}

/**
 * Emits a bound file as one script whose lines are those of the source; the head stands on a line before the first. What is answered
 * finishes the script: call it once the graph, which all scripts of a project share, is settled.
 */
export function emitUnit(
  project: Project,
  unit: BoundUnit,
  trigger: TriggerUnitNode | undefined,
  options: EmitOptions,
  graph: CallGraph
): () => UnitArtifact {
  const pool = new ScriptPool();
  const writer = new LineWriter(1);
  const script: ScriptContext = {
    project,
    source: unit.source,
    pool,
    writer,
    graph,
    coverage: options.coverage,
    detailed: options.detailed === true,
    lines: new Set()
  };
  new ClassEmitter(script, unit.top.symbol).emit(unit.top);
  emitRun(script, unit);
  const name = unit.source.kind === 'trigger' ? `Trigger.${unit.source.unit}` : unit.source.unit;
  const counters = options.coverage ? `const $c = $.coverage(${JSON.stringify(name)}); ` : '';
  return () => ({
    unit: name,
    ...(unit.source.namespace !== undefined && { namespace: unit.source.namespace }),
    script: `(function ($, $library, $classes) { 'use strict'; ${counters}${pool.header()}\n${writer.text()}\n})`,
    library: pool.references(),
    classes: pool.classNames(),
    declared: withInner(unit.top.symbol).map((symbol) => classArtifact(project, symbol)),
    ...(trigger
      ? {
          trigger: {
            name: trigger.name,
            object: project.sobject(trigger.object) ?? trigger.object,
            events: trigger.events
          }
        }
      : {}),
    lines: [...script.lines].sort((a, b) => a - b)
  });
}

/**
 * The statements of a trigger or anonymous block: the static function `$run` of the class around them. A trigger that runs within
 * itself leaves the variables of the outer run alone.
 */
function emitRun(script: ScriptContext, unit: BoundUnit): void {
  const { run, source } = unit;
  if (!run) return;
  const { writer, pool } = script;
  const owner = unit.top.symbol;
  const fn = new FunctionScope(script, owner, true);
  writer.write(`${pool.class(owner)}.$run = function ${source.unit}($x) { `);
  const head = writer.reserve();
  const nested = source.kind === 'trigger' && hasStatics(owner);
  if (nested) {
    fn.usesStatics = true;
    writer.write('const $before = { ...$s }; try { ');
  }
  if (run.body) {
    if (source.kind === 'anonymous') declareTop(fn, run.body);
    emitStatements(fn, run.body);
  } else writer.write(`${fn.support('notCompiled')}(${JSON.stringify(source.unit)}); `);
  if (nested) writer.write('} finally { Object.assign($s, $before); } ');
  writer.write('}; ');
  head(fn.head());
}
