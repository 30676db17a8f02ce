import type { BoundStatement } from './bound/statements.js';

/** Whether what follows a statement can be reached: false after return, throw, break, continue and loops without end. */
export function completes(statement: BoundStatement): boolean {
  switch (statement.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'block':
    case 'runAs': {
      const { statements } = statement.kind === 'block' ? statement : statement.body;
      const last = statements[statements.length - 1];
      return !last || completes(last);
    }
    case 'if':
      return !statement.whenFalse || completes(statement.whenTrue) || completes(statement.whenFalse);
    case 'switch':
      return (
        !statement.cases.some((each) => each.labels.kind === 'else') ||
        statement.cases.some((each) => completes(each.body))
      );
    case 'while':
      return !isAlways(statement) || breaksOut(statement.body);
    case 'for':
      return statement.condition !== undefined || breaksOut(statement.body);
    case 'try':
      if (statement.finallyBlock && !completes(statement.finallyBlock)) return false;
      return completes(statement.body) || statement.catches.some((each) => completes(each.body));
    default:
      return true;
  }
}

function isAlways(statement: BoundStatement & { kind: 'while' }): boolean {
  return statement.condition.kind === 'constant' && statement.condition.value === true;
}

/** A `break` that leaves the loop whose body this is. */
function breaksOut(statement: BoundStatement): boolean {
  switch (statement.kind) {
    case 'break':
      return true;
    case 'block':
      return statement.statements.some(breaksOut);
    case 'runAs':
      return breaksOut(statement.body);
    case 'if':
      return breaksOut(statement.whenTrue) || (statement.whenFalse !== undefined && breaksOut(statement.whenFalse));
    case 'switch':
      return statement.cases.some((each) => breaksOut(each.body));
    case 'try': {
      const blocks = [statement.body, ...statement.catches.map((each) => each.body), statement.finallyBlock];
      return blocks.some((each) => each !== undefined && breaksOut(each));
    }
    default:
      return false;
  }
}
