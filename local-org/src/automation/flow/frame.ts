import type { ApexValue } from '../../kernel/object.js';
import type { FlowModel, FlowNode, SubflowNode } from './model.js';

/** What an element has left behind: a value under its name, or values under their own names. */
export type ElementResult = { readonly value: ApexValue } | { readonly members: ReadonlyMap<string, ApexValue> };

/** Where a loop stands. */
export interface LoopState {
  readonly items: readonly ApexValue[];
  next: number;
}

/** One run of one flow; a subflow has a frame of its own above that of its caller. */
export class Frame {
  readonly flow: FlowModel;
  /** The element of the calling flow, undefined for the flow that was started. */
  readonly caller: SubflowNode | undefined;
  /** By names in lower case. */
  readonly variables = new Map<string, ApexValue>();
  readonly results = new Map<string, ElementResult>();
  readonly loops = new Map<string, LoopState>();
  readonly visited = new Set<string>();
  /** Outcomes of decisions that were evaluated. */
  readonly outcomes = new Map<string, boolean>();
  readonly failed = new Set<string>();
  private at: string | undefined;

  constructor(flow: FlowModel, start: string | undefined, caller?: SubflowNode) {
    this.flow = flow;
    this.caller = caller;
    this.at = start;
  }

  /** The element that is to be executed next, undefined at the end. */
  get node(): FlowNode | undefined {
    return this.at === undefined ? undefined : this.flow.nodes.get(this.at.toLowerCase());
  }

  goTo(name: string | undefined): void {
    this.at = name;
  }
}
