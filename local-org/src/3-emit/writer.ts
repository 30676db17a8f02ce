const markStart = '\u0001';
const markEnd = '\u0002';

/** Inside the text of an expression: what follows stands on that line. String literals never hold such characters as they are. */
export const lineMark = (line: number): string => `${markStart}${line}${markEnd}`;

export const hasMark = (text: string): boolean => text.includes(markStart);

/**
 * Collects JavaScript so that each piece stands on the line of the Apex that it came from: `at` moves down to a line, nothing
 * ever adds one otherwise. Text for a line that has passed goes on where the writer is.
 */
export class LineWriter {
  readonly #parts: string[] = [];
  #line: number;

  constructor(line: number) {
    this.#line = line;
  }

  get line(): number {
    return this.#line;
  }

  at(line: number): this {
    if (line > this.#line) {
      this.#parts.push('\n'.repeat(line - this.#line));
      this.#line = line;
    }
    return this;
  }

  /** Writes text without line breaks; at its marks it moves down. */
  write(text: string): this {
    if (!hasMark(text)) {
      this.#parts.push(text);
      return this;
    }
    const [first = '', ...rest] = text.split(markStart);
    this.#parts.push(first);
    for (const piece of rest) {
      const end = piece.indexOf(markEnd);
      this.at(Number(piece.slice(0, end))).#parts.push(piece.slice(end + 1));
    }
    return this;
  }

  /** Leaves a place that is filled later, e.g. with the temporaries of a function once they are known. */
  reserve(): (text: string) => void {
    const index = this.#parts.push('') - 1;
    return (text) => {
      this.#parts[index] = text;
    };
  }

  text(): string {
    return this.#parts.join('');
  }
}
