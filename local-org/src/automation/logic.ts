/** True when outcomes satisfy `and`, `or`, or logic by their numbers: `1 AND (2 OR NOT 3)`. No outcome at all is true. */
export function satisfies(logic: string, count: number, outcome: (index: number) => boolean): boolean {
  const indexes = Array.from({ length: count }, (_, i) => i);
  const word = logic.trim().toLowerCase();
  if (word === '' || word === 'and') return indexes.every(outcome);
  if (word === 'or') return count === 0 || indexes.some(outcome);
  return new LogicReader(logic, outcome).read();
}

class LogicReader {
  private readonly tokens: readonly string[];
  private readonly outcome: (index: number) => boolean;
  private at = 0;

  constructor(logic: string, outcome: (index: number) => boolean) {
    this.tokens = (logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? []) as readonly string[];
    this.outcome = outcome;
  }

  read(): boolean {
    let value = this.all();
    while (this.take('OR')) value = this.all() || value;
    return value;
  }

  private all(): boolean {
    let value = this.one();
    while (this.take('AND')) value = this.one() && value;
    return value;
  }

  private one(): boolean {
    if (this.take('NOT')) return !this.one();
    if (!this.take('(')) return this.outcome(Number(this.tokens[this.at++] ?? 0) - 1);
    const value = this.read();
    this.take(')');
    return value;
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }
}
