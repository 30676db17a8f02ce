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

  /** Writes text without line breaks. */
  write(text: string): this {
    this.#parts.push(text);
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
