/** Writes JSON text in the forms of the platform: compact, or pretty as Jackson prints it (`"a" : 1`, arrays on one line). */
export class JsonWriter {
  private readonly pretty: boolean;
  private readonly parts: string[] = [];
  private readonly open: { readonly kind: '{' | '['; count: number }[] = [];
  private afterName = false;
  private length = 0;

  constructor(pretty: boolean) {
    this.pretty = pretty;
  }

  /** Characters written so far, white space of the pretty form left out. */
  get size(): number {
    return this.length;
  }

  get depth(): number {
    return this.open.length;
  }

  /** Kind of the innermost open bracket. */
  get inside(): '{' | '[' | undefined {
    return this.open[this.open.length - 1]?.kind;
  }

  text(): string {
    return this.parts.join('');
  }

  startObject(): void {
    this.beforeValue();
    this.parts.push('{');
    this.open.push({ kind: '{', count: 0 });
  }

  endObject(): void {
    const frame = this.open.pop();
    if (this.pretty) this.parts.push(frame && frame.count > 0 ? this.newLine() : ' ');
    this.parts.push('}');
  }

  startArray(): void {
    this.beforeValue();
    this.parts.push('[');
    this.open.push({ kind: '[', count: 0 });
  }

  endArray(): void {
    this.open.pop();
    this.parts.push(this.pretty ? ' ]' : ']');
  }

  name(name: string): void {
    const frame = this.open[this.open.length - 1];
    if (frame && frame.count++ > 0) this.parts.push(',');
    if (this.pretty) this.parts.push(this.newLine());
    this.length += name.length + 3;
    this.parts.push(quote(name), this.pretty ? ' : ' : ':');
    this.afterName = true;
  }

  string(value: string): void {
    this.raw(quote(value));
  }

  /** A number, `true`, `false` or `null` as it stands. */
  raw(text: string): void {
    this.beforeValue();
    this.length += text.length + 1;
    this.parts.push(text);
  }

  private beforeValue(): void {
    if (this.afterName) {
      this.afterName = false;
      return;
    }
    const frame = this.open[this.open.length - 1];
    if (!frame || frame.kind === '{') return;
    if (frame.count++ > 0) this.parts.push(this.pretty ? ', ' : ',');
    else if (this.pretty) this.parts.push(' ');
  }

  /** Jackson indents by objects only: arrays stay on the line. */
  private newLine(): string {
    return `\n${'  '.repeat(this.open.filter((frame) => frame.kind === '{').length)}`;
  }
}

/** Quotes and escapes as Jackson does: characters beyond ASCII stay as they are, the digits of control characters are capitals. */
function quote(text: string): string {
  const quoted = JSON.stringify(text);
  return quoted.includes('\\u') ? quoted.replaceAll(/\\(?:\\|u[0-9a-f]{4})/g, capitalDigits) : quoted;
}

function capitalDigits(escape: string): string {
  return escape.length === 2 ? escape : `\\u${escape.slice(2).toUpperCase()}`;
}
