const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

/** The text of a string literal without its quotes and escapes. A multi-line literal drops the line break after its opening quotes. */
export function stringLiteral(source: string): string {
  const multiline = source.startsWith("'''") && source.length >= 6;
  const body = multiline ? source.slice(3, -3).replace(/^\r?\n/, '') : source.slice(1, -1);
  if (!body.includes('\\')) return body;
  return body.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, unicode: string | undefined, char: string) =>
    unicode ? String.fromCharCode(parseInt(unicode, 16)) : (escapes[char] ?? char)
  );
}
