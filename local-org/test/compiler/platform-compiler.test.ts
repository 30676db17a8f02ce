import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/1-parse/index.js';
import { bindProject, type ParsedFile } from '../../src/2-bind/index.js';
import { platformLibrary } from '../../src/platform/index.js';
import { loadSchema } from '../../src/schema/load.js';

/**
 * What the platform's own compiler says of small sources, and that we say the same. The answers were taken from the Apex compiler
 * front end inside the dev dependency prettier-plugin-apex (`apex-jorje-lsp.jar`, API version 67). A row is the source and the
 * messages, none for one that compiles. The source begins with its kind: `S` statements of a static method, `I` of an instance
 * method, `M` members of a class, `F` whole files, divided by `-----`.
 */
type Row = readonly [source: string, ...messages: string[]];

const folder = new URL('platform-compiler/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const rows = (name: string): Row[] => JSON.parse(read(name)) as Row[];

const frame = read('frame.txt').replaceAll('\n', ' ');
const { schema } = loadSchema([]);

function filesOf(row: string): string[] {
  const source = row.slice(2);
  switch (row[0]) {
    case 'S':
      return [`public class Main {\nstatic void run() {\n${source}\n}\n${frame}}`];
    case 'I':
      return [`public class Main {\nvoid run() {\n${source}\n}\n${frame}}`];
    case 'M':
      return [`public class Main {\n${source}\n${frame}}`];
    default:
      return source.split(' ----- ');
  }
}

function messagesOf(row: string): string[] {
  const messages = new Set<string>();
  const parsed: ParsedFile[] = [];
  for (const text of filesOf(row)) {
    const [, unit = 'X'] = /(?:class|interface|enum|trigger)\s+(\w+)/i.exec(text) ?? [];
    const kind = text.startsWith('trigger') ? 'trigger' : 'class';
    const result = parseSource(text, unit, kind);
    for (const error of result.errors) messages.add(error.message);
    if (result.unit) parsed.push({ source: { unit, kind, file: unit, apiVersion: 67 }, unit: result.unit });
  }
  const bound = bindProject({
    files: parsed,
    library: platformLibrary,
    schema,
    hasNamed: () => false
  });
  for (const { source } of parsed) for (const error of bound.errorsOf(source)) messages.add(error.message);
  return [...messages].sort();
}

describe.each([
  'statements',
  'members',
  'modifiers',
  'annotations',
  'names',
  'rules',
  'overloads',
  'values',
  'shadows',
  'conversions',
  'inheritance',
  'reachability',
  'operators',
  'triggers',
  'collections'
])('as the platform says of %s', (name) => {
  test.each(rows(`${name}.json`))('%s', (source, ...messages) => {
    expect(messagesOf(source)).toEqual(messages);
  });
});
