import { WeaveSyntaxError } from '../errors.js';
import { Scope } from '../evaluate/scope.js';
import type { Declaration, Script } from '../syntax/tree.js';
import { usedNames } from '../syntax/names.js';
import { arrayFunctions } from './arrays.js';
import { coreFunctions } from './core.js';
import { dateFunctions, periodFunctions } from './dates.js';
import { functionsOf, type Engine, type Functions } from './define.js';
import { mathFunctions, numbersModule } from './numbers.js';
import { objectFunctions } from './objects.js';
import { runtimeFunctions } from './runtime.js';
import { stringModule } from './strings.js';
import { binaryFunctions, cryptoFunctions, urlFunctions } from './binaries.js';
import { coercionFunctions, timerFunctions } from './coercions.js';
import { treeFunctions } from './tree.js';
import { typeFunctions } from './types.js';
import { valueFunctions } from './values.js';

/** The modules of the language that there are, by path. */
const modules: Readonly<Record<string, (engine: Engine) => Functions>> = {
  'dw::Core': coreFunctions,
  'dw::Crypto': () => cryptoFunctions,
  'dw::Runtime': () => runtimeFunctions,
  'dw::core::Arrays': () => arrayFunctions,
  'dw::core::Binaries': () => binaryFunctions,
  'dw::core::Dates': dateFunctions,
  'dw::core::Numbers': () => numbersModule,
  'dw::core::Objects': () => objectFunctions,
  'dw::core::Periods': () => periodFunctions,
  'dw::core::Strings': () => stringModule,
  'dw::core::Types': () => typeFunctions,
  'dw::core::URL': () => urlFunctions,
  'dw::util::Coercions': () => coercionFunctions,
  'dw::util::Math': () => mathFunctions,
  'dw::util::Timer': timerFunctions,
  'dw::util::Tree': () => treeFunctions,
  'dw::util::Values': () => valueFunctions
};

/** Functions that look at the machine: DataWeave in Apex refuses them when a script is made ("Limitations of DataWeave in Apex"). */
const disabled = new Set([
  'readUrl',
  'envVar',
  'envVars',
  'prop',
  'props',
  'eval',
  'evalUrl',
  'run',
  'runUrl',
  'lookup',
  'p'
]);

const lastPart = (path: string): string => path.slice(path.lastIndexOf(':') + 1);

/** The names that every script has: those of dw::Core, and those of the other modules under their path. */
export function coreScope(engine: Engine): Scope {
  const scope = new Scope();
  for (const [name, each] of functionsOf(coreFunctions(engine))) scope.set(name, each);
  return scope;
}

/** Makes known what a header imports. */
export function bindImports(declarations: readonly Declaration[], scope: Scope, engine: Engine): void {
  for (const each of declarations) {
    if (each.kind !== 'import') continue;
    const functions = functionsOf(modules[each.module]?.(engine) ?? {});
    if (each.names === undefined) {
      const prefix = each.alias ?? lastPart(each.module);
      for (const [name, value] of functions) scope.set(`${prefix}::${name}`, value);
    } else if (each.names === '*') for (const [name, value] of functions) scope.set(name, value);
    else {
      for (const { name, alias } of each.names) {
        const value = functions.get(name);
        if (value) scope.set(alias, value);
      }
    }
  }
  for (const [path, make] of Object.entries(modules)) {
    for (const [name, value] of functionsOf(make(engine))) scope.set(`${path}::${name}`, value);
  }
}

/** Refuses modules and functions that are not there, when the script is made. */
export function checkNames(script: Script): void {
  for (const each of script.declarations) {
    if (each.kind !== 'import') continue;
    const make = modules[each.module];
    if (!make) throw new WeaveSyntaxError(`Unable to resolve module with identifier ${each.module}.`, script.body.at);
    if (each.names === undefined || each.names === '*') continue;
    const known = make({} as Engine);
    for (const { name } of each.names) {
      if (!Object.hasOwn(known, name)) {
        throw new WeaveSyntaxError(`Unable to resolve reference of: \`${name}\` in ${each.module}.`, script.body.at);
      }
    }
  }
  for (const { name, at } of usedNames(script)) {
    if (disabled.has(lastPart(name)) && !script.declarations.some((each) => 'name' in each && each.name === name)) {
      throw new WeaveSyntaxError(`The function ${name} is disabled in DataWeave in Apex`, at);
    }
  }
}
