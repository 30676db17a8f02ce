import type { Position } from '../1-parse/ast/index.js';
import { bindError, type BindError } from './errors.js';

/**
 * Words that name no variable and no type, though the grammar would let them: observed word by word, as the texts in errors.ts.
 * Methods may bear them (unlike what the Apex Developer Guide says under "Reserved Keywords").
 */
const reserved = new Set(
  (
    'activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal ' +
    'default double end exception exit export float goto group hint import inner int integer into join long loop number object of ' +
    'outer package parallel pragma retrieve rollback set short sobject sort string switch synchronized system then time ' +
    'transaction when'
  ).split(' ')
);

/** Words of queries and statements that the platform's grammar keeps to itself: nothing bears them. */
const keywords = new Set(
  'and as asc bulk by commit desc from having in instanceof like limit not nulls on or select trigger using where'.split(
    ' '
  )
);

/** Words that only types may not be called. */
const reservedTypes = new Set(['list', 'map']);

/** Classes and interfaces may not, enums may. */
const hiding = new Set(['apexpages', 'page']);

/** What is wrong with the name of a variable. */
export function variableNameError(name: string, at: Position): BindError | undefined {
  const key = name.toLowerCase();
  if (reserved.has(key)) return bindError(at, 'reservedName', name);
  if (keywords.has(key)) return bindError(at, 'rawType', name);
  return shapeError(name, at);
}

/** What is wrong with the name of a method. */
export function methodNameError(name: string, at: Position): BindError | undefined {
  return keywords.has(name.toLowerCase()) ? bindError(at, 'rawType', name) : undefined;
}

/** What is wrong with the name of a class, interface or enum. */
export function typeNameError(name: string, kind: 'class' | 'interface' | 'enum', at: Position): BindError | undefined {
  const key = name.toLowerCase();
  if (keywords.has(key)) return bindError(at, 'rawType', name);
  if (kind !== 'enum' && hiding.has(key)) return bindError(at, 'reservedType', name);
  // A class named Exception is told what its name demands of it.
  if ((key !== 'exception' || kind === 'enum') && (reserved.has(key) || reservedTypes.has(key)))
    return bindError(at, 'reservedName', name);
  return shapeError(name, at);
}

function shapeError(name: string, at: Position): BindError | undefined {
  if (name.startsWith('_') || name.endsWith('_') || name.includes('__')) {
    return bindError(at, 'identifierCharacter', name);
  }
  return name.length > 255 ? bindError(at, 'identifierLength', name) : undefined;
}
