/** A function of a script: under which names it may be called, what it may call, and what to do once it can lead back to itself. */
export interface CallNode {
  readonly names: readonly string[];
  readonly calls: ReadonlySet<string>;
  readonly recursive: () => void;
}

interface Visit {
  readonly node: CallNode;
  readonly index: number;
  low: number;
  open: boolean;
  /** Those that it calls and that were not looked at yet. */
  readonly rest: Iterator<CallNode>;
}

/**
 * Who may call whom, by names that stand for what a call can reach. Only functions on a cycle can run deep, so only they
 * count how deep they are.
 */
export class CallGraph {
  readonly #nodes: CallNode[] = [];
  readonly #byName = new Map<string, CallNode[]>();

  add(node: CallNode): void {
    this.#nodes.push(node);
    for (const name of node.names) {
      const known = this.#byName.get(name);
      if (known) known.push(node);
      else this.#byName.set(name, [node]);
    }
  }

  /** Tells every function on a cycle (strongly connected components after Tarjan, without recursion of its own). */
  settle(): void {
    const visits = new Map<CallNode, Visit>();
    for (const node of this.#nodes) if (!visits.has(node)) this.#visit(node, visits);
  }

  /** Tells every function: where code is compiled by itself, all calls from outside are unknown. */
  settleAll(): void {
    for (const node of this.#nodes) node.recursive();
  }

  #visit(root: CallNode, visits: Map<CallNode, Visit>): void {
    const path: Visit[] = [];
    const component: Visit[] = [];
    const enter = (node: CallNode): void => {
      const index = visits.size;
      const visit = { node, index, low: index, open: true, rest: this.#called(node) };
      visits.set(node, visit);
      path.push(visit);
      component.push(visit);
    };
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.next();
      if (!next.done) {
        const known = visits.get(next.value);
        if (!known) enter(next.value);
        else if (known.open) top.low = Math.min(top.low, known.index);
        continue;
      }
      path.pop();
      const caller = path.at(-1);
      if (caller) caller.low = Math.min(caller.low, top.low);
      if (top.low === top.index) this.#close(component.splice(component.lastIndexOf(top)));
    }
  }

  #close(component: readonly Visit[]): void {
    for (const visit of component) visit.open = false;
    const [first] = component;
    if (component.length === 1 && first && ![...this.#called(first.node)].includes(first.node)) return;
    for (const { node } of component) node.recursive();
  }

  *#called(node: CallNode): Generator<CallNode, undefined> {
    for (const name of node.calls) yield* this.#byName.get(name) ?? [];
    return undefined;
  }
}
