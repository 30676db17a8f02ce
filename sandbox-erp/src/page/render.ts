import type { SandboxState } from '../control/state.js';
import type { Fault } from '../faults/fault.js';

export function renderPage(state: SandboxState, faults: readonly Fault[]): string {
  return `<!doctype html><pre>${JSON.stringify({ state, faults }, null, 1)}</pre>`;
}
