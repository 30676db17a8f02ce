import type { ApexValue } from '../../kernel/object.js';
import type { FormulaModel, FormulaSource } from '../../kernel/services.js';
import { SObjectValue } from '../../kernel/sobject.js';
import { todayIn } from '../translate/dates.js';
import { FormulaError, type FormulaNode } from './ast.js';
import { checkFormula } from './check.js';
import { evaluate, type FormulaContext } from './evaluate.js';
import { formulaFunctions } from './functions.js';
import { parseFormula } from './parse.js';
import { recordContext } from './record-context.js';
import type { FormulaWorld } from './world.js';

/** A formula of Formula.builder(): parsed and checked once, evaluated over records or objects of a class. Throws FormulaError. */
export function dynamicFormula(world: FormulaWorld, source: FormulaSource): FormulaModel {
  const node = source.template ? template(source.text) : parseFormula(source.text);
  if (source.object !== undefined) checkFormula(world.schema, source.object, node);
  else checkFunctions(node);
  const paths = new Map<string, string>();
  collect(node, (path) => paths.set(path.join('.').toLowerCase(), path.join('.')));
  return {
    referencedFields: [...paths.values()].filter((path) => !path.startsWith('$')),
    evaluate: (context) => plain(evaluate(node, contextOf(world, context, source.nullAsZero)))
  };
}

/** Text results are never null in a formula; an empty one counts as none. */
const plain = (value: ApexValue): ApexValue => (value === '' ? null : value);

function contextOf(
  world: FormulaWorld,
  of: SObjectValue | ((path: readonly string[]) => ApexValue),
  nullAsZero: boolean
): FormulaContext {
  const blanks = nullAsZero ? 'zero' : 'blank';
  if (of instanceof SObjectValue) return { ...recordContext(world, of, of), blanks };
  const { tx } = world;
  const variables = recordContext(world, new SObjectValue('User'), null);
  const field = (path: readonly string[]): ApexValue => (path[0]?.startsWith('$') ? variables.field(path) : of(path));
  return {
    field,
    prior: field,
    isNew: false,
    today: todayIn(tx.user.timeZone, tx.now()),
    now: tx.now(),
    blanks
  };
}

/** `{!Name} ({!Website})` as one expression that joins its parts. */
function template(text: string): FormulaNode {
  let node: FormulaNode = { kind: 'text', value: '' };
  const join = (right: FormulaNode): void => {
    node = { kind: 'binary', operator: '&', left: node, right };
  };
  for (const part of text.split(/(\{![^}]*\})/)) {
    if (part.startsWith('{!')) join({ kind: 'call', name: 'TEXT', args: [parseFormula(part.slice(2, -1))] });
    else if (part !== '') join({ kind: 'text', value: part });
  }
  return node;
}

function checkFunctions(node: FormulaNode): void {
  if (node.kind === 'call' && !(node.name in formulaFunctions))
    throw new FormulaError(`The function ${node.name} is not supported by the local org.`);
  for (const child of childrenOf(node)) checkFunctions(child);
}

function collect(node: FormulaNode, visit: (path: readonly string[]) => void): void {
  if (node.kind === 'field') visit(node.path);
  for (const child of childrenOf(node)) collect(child, visit);
}

function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'call':
      return node.args;
    default:
      return [];
  }
}
