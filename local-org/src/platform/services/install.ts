import { ApexObject } from '../../kernel/object.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { callMethod } from '../../runtime/dispatch.js';
import { platformClass } from '../define.js';
import { virtual } from '../object.js';

type S = string | null;

/** What a script learns about the installation, uninstallation or sandbox copy that it belongs to. */
export class ScriptContext extends ApexObject {
  private readonly type: string;
  readonly version: ApexObject | null;
  readonly push: boolean;
  readonly organization: ApexId | null;
  readonly sandbox: { readonly id: ApexId | null; readonly name: S };
  constructor(
    type: string,
    more: {
      version?: ApexObject | null;
      push?: boolean;
      organization: ApexId | null;
      sandboxId?: ApexId | null;
      sandboxName?: S;
    }
  ) {
    super();
    this.type = type;
    this.version = more.version ?? null;
    this.push = more.push === true;
    this.organization = more.organization;
    this.sandbox = { id: more.sandboxId ?? null, name: more.sandboxName ?? null };
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: this.type, args: [] };
  }
}

/** Test.testInstall: a null version stands for a first installation. */
export function runInstall(tx: Transaction, script: ApexObject, version: ApexObject | null, push: boolean): void {
  const context = new ScriptContext('InstallContext', { version, push, organization: tx.org.info.id });
  callMethod(tx, script, 'onInstall', [context]);
}

/** Test.testUninstall. */
export function runUninstall(tx: Transaction, script: ApexObject): void {
  callMethod(tx, script, 'onUninstall', [new ScriptContext('UninstallContext', { organization: tx.org.info.id })]);
}

/** Test.testSandboxPostCopyScript. */
export function runSandboxCopy(
  tx: Transaction,
  script: ApexObject,
  organization: ApexId | null,
  sandboxId: ApexId | null,
  sandboxName: S
): void {
  callMethod(tx, script, 'runApexClass', [
    new ScriptContext('SandboxContext', { organization, sandboxId, sandboxName })
  ]);
}

type Self = ScriptContext;

/** Scripts of packages and sandboxes (Apex Reference Guide, "InstallHandler Interface", "SandboxPostCopy Interface"). */
export const installClasses = [
  platformClass({
    name: 'System.InstallHandler',
    kind: 'interface',
    members: { 'void onInstall(InstallContext context)': virtual('onInstall') }
  }),
  platformClass({
    name: 'System.InstallContext',
    kind: 'interface',
    members: {
      'Id installerId()': (tx) => tx.user.id,
      'Boolean isPush()': (_tx, self: Self) => self.push,
      'Boolean isUpgrade()': (_tx, self: Self) => self.version !== null,
      'Id organizationId()': (_tx, self: Self) => self.organization,
      'Version previousVersion()': (_tx, self: Self) => self.version
    }
  }),
  platformClass({
    name: 'System.UninstallHandler',
    kind: 'interface',
    members: { 'void onUninstall(UninstallContext context)': virtual('onUninstall') }
  }),
  platformClass({
    name: 'System.UninstallContext',
    kind: 'interface',
    members: {
      'Id organizationId()': (_tx, self: Self) => self.organization,
      'Id uninstallerId()': (tx) => tx.user.id
    }
  }),
  platformClass({
    name: 'System.SandboxPostCopy',
    kind: 'interface',
    members: { 'void runApexClass(SandboxContext context)': virtual('runApexClass') }
  }),
  platformClass({
    name: 'System.SandboxContext',
    kind: 'interface',
    members: {
      'Id organizationId()': (_tx, self: Self) => self.organization,
      'Id sandboxId()': (_tx, self: Self) => self.sandbox.id,
      'String sandboxName()': (_tx, self: Self) => self.sandbox.name
    }
  })
];
