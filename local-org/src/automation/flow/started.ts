import type { FlowInterview } from '../../kernel/automation.js';
import type { ApexValue } from '../../kernel/object.js';
import type { AccessMode, Transaction } from '../../kernel/services.js';
import { apexException } from '../../runtime/exceptions.js';
import { isActive } from './catalog.js';
import { unhandledFault } from './fault.js';
import { Interview } from './interview.js';
import type { FlowModel } from './model.js';
import { runInterviews } from './run.js';
import { Scope } from './scope.js';
import { initialize } from './steps.js';
import type { FlowWorld } from './world.js';

/** An interview that Apex or the API starts. */
export class StartedInterview implements FlowInterview {
  readonly outputs: readonly string[];
  private readonly flow: FlowModel;
  private readonly inputs: ReadonlyMap<string, ApexValue>;
  private readonly world: FlowWorld;
  private interview: Interview | undefined;

  constructor(flow: FlowModel, inputs: ReadonlyMap<string, ApexValue>, world: FlowWorld) {
    this.flow = flow;
    this.world = world;
    this.inputs = new Map([...inputs].map(([name, value]) => [name.toLowerCase(), value]));
    this.outputs = [...flow.resources.values()].flatMap((model) =>
      model.kind === 'variable' && model.output ? [model.name] : []
    );
  }

  /**
   * Whoever may manage flows runs the latest version, in whatever status; others run the active one.
   * Apex Reference Guide, "Interview Class", start; the text of the refusal is from public reports.
   */
  start(tx: Transaction): void {
    if (!isActive(this.flow) && !mayManage(tx)) throw apexException('FlowException', this.flow.name.toLowerCase());
    const interview = this.prepared(tx);
    runInterviews(tx, [interview], this.world);
    if (interview.fault) throw apexException('FlowException', unhandledFault);
  }

  variable(tx: Transaction, name: string): ApexValue {
    const { frame } = this.prepared(tx);
    return frame.variables.get(name.toLowerCase()) ?? null;
  }

  private prepared(tx: Transaction): Interview {
    if (this.interview) return this.interview;
    this.interview = new Interview(this.flow, accessOf(tx, this.flow));
    initialize(new Scope(tx, this.interview), this.inputs);
    return this.interview;
  }
}

const mayManage = ({ user: { access } }: Transaction): boolean =>
  ['ManageFlow', 'CustomizeApplication', 'ModifyAllData'].some((name) => access.userPermission(name));

/** From API version 62 a flow in default mode keeps to the sharing of the class that starts it. */
function accessOf(tx: Transaction, { runInMode, apiVersion }: FlowModel): AccessMode {
  if (runInMode === 'SystemModeWithSharing') return { mode: 'system', sharing: true };
  const sharing = runInMode === 'DefaultMode' && apiVersion >= 62 && tx.org.code.callerAccess(tx).sharing;
  return { mode: 'system', sharing };
}
