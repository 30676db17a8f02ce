import { parseExpression } from './expression-parser.js';
import { parseParameters } from './primary-parser.js';
import type { Scanner } from './scanner.js';
import type { Declaration } from './tree.js';
import { parseType } from './type-parser.js';

/** Reads `var`, `fun`, `type`, `ns` or `import`; undefined when none comes next. */
export function parseDeclaration(scanner: Scanner): Declaration | undefined {
  while (scanner.take(/@\w+(\([^)]*\))?/y)) continue;
  switch (scanner.peekWord()) {
    case 'var':
      return parseVariable(scanner);
    case 'fun':
      return parseFunction(scanner);
    case 'type': {
      scanner.eatWord('type');
      const name = scanner.word('a type');
      if (scanner.eat('<')) scanner.take(/[^>]*>/y);
      scanner.expect('=');
      return { kind: 'type', name, type: parseType(scanner) };
    }
    case 'ns': {
      scanner.eatWord('ns');
      const prefix = scanner.word('a prefix');
      const uri = scanner.take(/"[^"]*"|\S+/y)?.[0] ?? '';
      return { kind: 'namespace', prefix, uri: uri.replace(/^"|"$/g, '') };
    }
    case 'import':
      return parseImport(scanner);
    default:
      return undefined;
  }
}

function parseVariable(scanner: Scanner): Declaration {
  scanner.eatWord('var');
  const name = scanner.word('a variable');
  const type = scanner.eat(':') ? { type: parseType(scanner) } : {};
  scanner.expect('=');
  return { kind: 'var', name, ...type, value: parseExpression(scanner) };
}

function parseFunction(scanner: Scanner): Declaration {
  scanner.eatWord('fun');
  const name = scanner.word('a function');
  if (scanner.eat('<')) scanner.take(/[^>]*>/y);
  const parameters = parseParameters(scanner);
  const returns = scanner.eat(':') ? { returns: parseType(scanner) } : {};
  scanner.expect('=');
  return { kind: 'fun', name, parameters, ...returns, body: parseExpression(scanner) };
}

/** `import a, b as c from dw::Module`, `import * from dw::Module`, `import dw::Module as M`. */
function parseImport(scanner: Scanner): Declaration {
  scanner.eatWord('import');
  if (scanner.eat('*')) {
    if (!scanner.eatWord('from')) throw scanner.fail("Missing 'from'");
    return { kind: 'import', module: parsePath(scanner), names: '*' };
  }
  const first = parsePath(scanner);
  if (!scanner.sees(',') && scanner.peekWord() !== 'from' && scanner.peekWord() !== 'as') {
    return { kind: 'import', module: first, names: undefined };
  }
  const names = [{ name: first, alias: scanner.eatWord('as') ? scanner.word('a name') : first }];
  while (scanner.eat(',')) {
    const name = scanner.word('a name');
    names.push({ name, alias: scanner.eatWord('as') ? scanner.word('a name') : name });
  }
  if (scanner.eatWord('from')) return { kind: 'import', module: parsePath(scanner), names };
  return { kind: 'import', module: first, alias: names[0]?.alias ?? first, names: undefined };
}

function parsePath(scanner: Scanner): string {
  let path = scanner.word('a module');
  while (scanner.eat('::')) path += `::${scanner.word('a module')}`;
  return path;
}
