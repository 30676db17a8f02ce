import { parseDeclaration } from './declaration-parser.js';
import { parseBody } from './object-parser.js';
import { Scanner } from './scanner.js';
import type { Declaration, Directive, Script } from './tree.js';

/** Reads a script: a header of directives and declarations, three dashes, and the expression that makes the result. */
export function parseScript(text: string): Script {
  const scanner = new Scanner(text);
  const inputs: Directive[] = [];
  const declarations: Declaration[] = [];
  let output: Directive | undefined;
  scanner.take(/%dw[ \t]+[\d.]+/y);
  for (;;) {
    if (scanner.eatWord('input')) inputs.push(parseDirective(scanner, scanner.word('a name')));
    else if (scanner.eatWord('output')) output = parseDirective(scanner, 'output');
    else {
      const declaration = parseDeclaration(scanner);
      if (!declaration) break;
      declarations.push(declaration);
    }
  }
  if (!scanner.eat('---') && (declarations.length > 0 || inputs.length > 0 || output)) {
    throw scanner.fail('Missing --- before the body');
  }
  const body = parseBody(scanner);
  if (!scanner.atEnd) throw scanner.fail(`Invalid input '${scanner.text[scanner.position]}'`);
  return { inputs, output, declarations, body };
}

/** `application/csv separator=';', header=false`. The names of formats (`csv`, `json`) stand for their types. */
function parseDirective(scanner: Scanner, name: string): Directive {
  const at = scanner.at();
  // A type of the value may stand before the format: `input payload: Any application/json`.
  if (scanner.sees(':')) scanner.take(/:\s*[\w:<>|, ]+?(?=\s+\w+\/|\s*\n)/y);
  const mimeType =
    scanner.take(/[\w*+.-]+\/[\w*+.-]+/y)?.[0] ?? scanner.take(/(json|csv|xml|java|dw|text|apex|yaml)\b/y)?.[0];
  if (mimeType === undefined) throw scanner.fail('Expected a format');
  if (scanner.eatWord('with')) scanner.word('a format');
  const properties = new Map<string, string | boolean | number>();
  for (;;) {
    const property = scanner.take(/,?\s*(\w+)\s*=\s*("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\w.-]+)/y);
    if (!property) break;
    properties.set(property[1] ?? '', propertyValue(property[2] ?? ''));
  }
  return { name, mimeType: mimeType.toLowerCase(), properties, at };
}

function propertyValue(text: string): string | boolean | number {
  if (/^["']/.test(text))
    return text.slice(1, -1).replace(/\\(.)/g, (_, c: string) => (c === 't' ? '\t' : c === 'n' ? '\n' : c));
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
