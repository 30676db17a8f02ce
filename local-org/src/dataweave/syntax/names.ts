import type { At, Expression, Script } from './tree.js';

/** The names that a script calls, with their places. */
export function usedNames(script: Script): { readonly name: string; readonly at: At }[] {
  const found: { name: string; at: At }[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (isNode(node)) {
      if (node.kind === 'call' && node.callee.kind === 'name') found.push({ name: node.callee.name, at: node.at });
      Object.values(node).forEach(visit);
    } else if (typeof node === 'object' && node !== null && Object.getPrototypeOf(node) === Object.prototype) {
      Object.values(node).forEach(visit);
    }
  };
  visit(script.declarations);
  visit(script.body);
  return found;
}

const isNode = (node: unknown): node is Expression =>
  typeof node === 'object' && node !== null && 'kind' in node && 'at' in node;
