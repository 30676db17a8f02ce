import { Session, type Profiler } from 'node:inspector/promises';
import { frameUnit } from '../kernel/exception.js';
import type { MethodCost } from './profile.js';

/** How often the profiler looks, in microseconds. */
const samplingInterval = 200;

/** V8's sampling profiler over this thread. */
export class CpuProfiler {
  private readonly session = new Session();

  async start(): Promise<void> {
    this.session.connect();
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.setSamplingInterval', { interval: samplingInterval });
    await this.session.post('Profiler.start');
  }

  async stop(): Promise<MethodCost[]> {
    const { profile } = await this.session.post('Profiler.stop');
    this.session.disconnect();
    return methodCosts(profile);
  }
}

/** The Apex methods of a profile. What else runs (library, database) is charged to the Apex method that called it. */
export function methodCosts(profile: Profiler.Profile): MethodCost[] {
  const stacks = apexStacks(profile.nodes);
  const costs = new Map<string, { selfMs: number; totalMs: number }>();
  const cost = (method: string) => {
    const known = costs.get(method) ?? { selfMs: 0, totalMs: 0 };
    costs.set(method, known);
    return known;
  };
  const { samples = [], timeDeltas = [] } = profile;
  samples.forEach((node, index) => {
    const stack = stacks.get(node) ?? [];
    // A delta is the time since the sample before: it is what that node, or this one, took; V8's own viewers charge this one.
    const ms = (timeDeltas[index] ?? 0) / 1000;
    const [innermost] = stack;
    if (innermost === undefined) return;
    cost(innermost).selfMs += ms;
    for (const method of new Set(stack)) cost(method).totalMs += ms;
  });
  return [...costs].map(([method, { selfMs, totalMs }]) => ({ method, selfMs, totalMs }));
}

/** The Apex methods on the stack of each node, innermost first. */
function apexStacks(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, readonly string[]> {
  const parents = new Map<number, number>();
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node.id);
  const stacks = new Map<number, readonly string[]>();
  // Parents stand before their children.
  for (const { id, callFrame } of nodes) {
    const outer = stacks.get(parents.get(id) ?? -1) ?? [];
    const prefix = 'apex://';
    const unit = callFrame.url.startsWith(prefix)
      ? frameUnit(callFrame.url.slice(prefix.length).replace(/\?.*/, ''), callFrame.functionName)
      : undefined;
    stacks.set(id, unit === undefined ? outer : [unit, ...outer]);
  }
  return stacks;
}
