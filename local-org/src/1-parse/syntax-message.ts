/** The platform's sentence for an expression that its compiler cannot follow. */
export const tooLong = 'Expression is too long, please split this expression into multiple statements';

/** What the ANTLR parser says of a syntax error: its sentence, and the text that it stumbled over. */
const forms: readonly (readonly [RegExp, (found: string, wanted: string) => string])[] = [
  [/^missing '(?<wanted>.+?)' at '(?<found>.*)'$/s, (found, wanted) => `Missing '${wanted}' at '${found}'`],
  [/^missing .* at '(?<found>.*)'$/s, (found) => `Unexpected token '${found}'.`],
  [
    /^extraneous input '(?<found>.*?)' expecting '(?<wanted>.+)'$/s,
    (found, wanted) => `Extra '${wanted}', at '${found}'.`
  ],
  [
    /^mismatched input '(?<found>.*?)' expecting \{'catch', 'finally'\}$/s,
    () => 'Try block must have at least one catch block or a finally block'
  ],
  [/^mismatched input '\}' expecting 'when'$/, () => 'Switch statement requires at least one when block'],
  [/^mismatched input '(?<found>.*?)' expecting <EOF>$/s, (found) => `Missing '<EOF>' at '${found}'`],
  [/^extraneous input '(?<found>.*?)' expecting <EOF>$/s, (found) => `Extra '<EOF>', at '${found}'.`],
  [
    /^mismatched input '(?<found>.*?)' expecting '(?<wanted>[^']+)'$/s,
    (found, wanted) => `Expecting '${wanted}' but was: '${found}'`
  ],
  [/^(?:mismatched|extraneous) input '(?<found>.*?)' expecting .*$/s, (found) => `Unexpected token '${found}'.`],
  [/^no viable alternative at input '(?<found>.*)'$/s, (found) => `Unexpected token '${lastToken(found)}'.`],
  [/^token recognition error at: ''(?<found>.*)$/s, (found) => stringError(`'${found.replace(/'$/, '')}`)],
  [
    /^token recognition error at: '(?<found>.*)'$/s,
    (found) => `Unrecognized symbol '${found}', which is not a valid Apex identifier.`
  ]
];

/**
 * The platform's sentence for a syntax error (texts as in 2-bind/errors.ts). The two parsers recover differently, so of several errors
 * of a file the first is the one to trust.
 */
export function syntaxMessage(message: string): string {
  for (const [form, text] of forms) {
    const match = form.exec(message);
    if (match) return text(match.groups?.['found'] ?? '', match.groups?.['wanted'] ?? '');
  }
  return message;
}

/** The parser shows all that it had read of an alternative; the last word of it is where it stopped. */
const lastToken = (read: string): string => /(?:\w+|\S)$/.exec(read.trimEnd())?.[0] ?? read;

/** A text that does not end, or that has an escape which there is none of. */
function stringError(text: string): string {
  const escape = /\\(?:u[0-9a-fA-F]{0,3}(?![0-9a-fA-F])|[^btnfru"'\\])/.exec(text.split('\n')[0] ?? '')?.[0];
  if (escape !== undefined) {
    return `Illegal string literal: Invalid string literal. Illegal character sequence '${escape}' in string literal.`;
  }
  return text.includes('\n')
    ? 'Illegal string literal: Line breaks are not allowed in string literals'
    : "Missing closing quote character ' on string.";
}
