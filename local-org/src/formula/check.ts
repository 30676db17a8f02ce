import type { Schema } from '../schema/model.js';
import { FormulaError, type FormulaNode } from './ast.js';
import { formulaFunctions } from './functions.js';

const variables = new Set(
  '$objecttype $recordtype $user $userrole $profile $permission $label $organization $setup $custommetadata $system $api'.split(
    ' '
  )
);

/** Refuses what a formula names and the local org does not know: functions, variables, fields. */
export function checkFormula(schema: Schema, object: string, node: FormulaNode): void {
  switch (node.kind) {
    case 'field':
      checkPath(schema, object, node.path);
      return;
    case 'unary':
      checkFormula(schema, object, node.operand);
      return;
    case 'binary':
      checkFormula(schema, object, node.left);
      checkFormula(schema, object, node.right);
      return;
    case 'call':
      if (node.name === 'GEOLOCATION') return;
      if (!(node.name in formulaFunctions))
        throw new FormulaError(`The function ${node.name} is not supported by the local org.`);
      for (const arg of node.args) checkFormula(schema, object, arg);
      return;
  }
}

function checkPath(schema: Schema, object: string, path: readonly string[]): void {
  const [head = '', ...rest] = path;
  if (head.startsWith('$')) {
    if (!variables.has(head.toLowerCase()))
      throw new FormulaError(`The variable ${head} is not supported by the local org.`);
    return;
  }
  if (rest.length === 0) {
    if (!schema.field(object, head)) throw new FormulaError(`Field ${head} does not exist on ${object}.`);
    return;
  }
  const [name = '', chosen] = head.split(':');
  const reference = schema.parentRelationship(object, name);
  if (!reference) throw new FormulaError(`Relationship ${head} does not exist on ${object}.`);
  const targets = reference.referenceTo ?? [];
  checkPath(schema, chosen ?? (targets.includes('User') ? 'User' : (targets[0] ?? '')), rest);
}
