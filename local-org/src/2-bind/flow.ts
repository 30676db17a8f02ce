import type { Statement } from '../1-parse/ast/index.js';

/**
 * Whether what follows a statement can be reached: false after return and throw. Unlike Java, a loop without end counts as ending
 * (the platform wants a return behind `while (true) { … }`: public code has it there), and so do break, continue and
 * whatever stands inside System.runAs. A return in `finally` does not count.
 */
export function completes(statement: Statement): boolean {
  switch (statement.kind) {
    case 'return':
    case 'throw':
      return false;
    case 'block':
      return statement.statements.every(completes);
    case 'if':
      return !statement.whenFalse || completes(statement.whenTrue) || completes(statement.whenFalse);
    case 'switch':
      return (
        !statement.cases.some((each) => each.labels.kind === 'else') ||
        statement.cases.some((each) => completes(each.body))
      );
    case 'try':
      return completes(statement.body) || statement.catches.some((each) => completes(each.body));
    default:
      return true;
  }
}
