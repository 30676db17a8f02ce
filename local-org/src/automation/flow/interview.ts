import { randomUUID } from 'node:crypto';
import type { AutomatedRow } from '../../kernel/automation.js';
import type { AccessMode } from '../../kernel/services.js';
import type { SObjectValue } from '../../kernel/sobject.js';
import { Frame } from './frame.js';
import type { FlowFault } from './fault.js';
import type { FlowModel, ScreenNode } from './model.js';

/** The record that a flow was triggered by. */
export interface TriggeringRecord {
  readonly row: AutomatedRow;
  /** `$Record`: before the save the row's own record, after it a copy. */
  readonly record: SObjectValue;
  readonly prior: SObjectValue | null;
  /** Set before the save: fields of `$Record` are then fields of the row. */
  readonly beforeSave: boolean;
}

/** A run of a flow with the subflows that it is in. */
export class Interview {
  readonly flow: FlowModel;
  readonly access: AccessMode;
  trigger: TriggeringRecord | undefined;
  readonly guid = randomUUID();
  readonly frames: Frame[];
  /** Somebody looks at it: it stops at a screen. */
  isWatched = false;
  /** `$Flow.FaultMessage` */
  faultMessage: string | null = null;
  /** Why it has ended before its end. */
  fault: FlowFault | undefined;
  /** Fields of `$Record` that the flow has set after the save. */
  readonly touched = new Set<string>();

  constructor(flow: FlowModel, access: AccessMode, trigger?: TriggeringRecord, start = flow.start.connector) {
    this.flow = flow;
    this.access = access;
    this.trigger = trigger;
    this.frames = [new Frame(flow, start)];
  }

  /** The flow that runs. */
  get frame(): Frame {
    return this.frames[this.frames.length - 1] as Frame;
  }

  /** The screen that it shows. */
  get screen(): ScreenNode | undefined {
    const { node } = this.frame;
    return this.isWatched && !this.fault && node?.kind === 'screen' ? node : undefined;
  }

  get running(): boolean {
    return this.fault === undefined && (this.frames.length > 1 || this.frame.node !== undefined);
  }
}
