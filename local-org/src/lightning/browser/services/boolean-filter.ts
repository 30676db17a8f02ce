/** Evaluates `1 AND (2 OR NOT 3)`; numbers are the criteria, from 1. */
export function evaluate(filter: string, outcomes: readonly boolean[]): boolean {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|\(|\)/g) ?? [];
  const next = { index: 0 };
  const peek = () => tokens[next.index];
  const take = () => tokens[next.index++];
  const factor = (): boolean => {
    const token = take();
    if (token === 'NOT') return !factor();
    if (token !== '(') return outcomes[Number(token) - 1] ?? false;
    const inner = any();
    take();
    return inner;
  };
  const all = (): boolean => {
    let result = factor();
    while (peek() === 'AND') {
      take();
      result = factor() && result;
    }
    return result;
  };
  const any = (): boolean => {
    let result = all();
    while (peek() === 'OR') {
      take();
      result = all() || result;
    }
    return result;
  };
  return any();
}
