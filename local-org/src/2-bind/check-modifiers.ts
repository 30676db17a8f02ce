import type { Modifiers, Position } from '../1-parse/ast/index.js';
import { bindError, type BindError } from './errors.js';
import { annotationRules, keywordRules, propertyRules, type Place } from './modifier-rules.js';

const scopes = ['public', 'private', 'protected', 'global'];

/** What is wrong with the modifiers and annotations of one declaration, whatever it declares. */
export function* modifierErrors(modifiers: Modifiers, place: Place, at: Position): Generator<BindError> {
  const fault = (text: string): BindError => bindError(at, 'modifier', text);
  const seen = new Set<string>();
  for (const word of modifiers.words) {
    const rule = keywordRules.get(word);
    if (!rule) continue;
    if (seen.has(word)) yield fault(`Duplicate modifier: ${rule.shown}`);
    seen.add(word);
    if (rule.on.has(place)) continue;
    const always = word === 'final' && (place === 'classes' || place === 'methods');
    yield fault(always ? `${place} are by default final` : `${rule.shown} is not allowed on ${place}`);
  }
  if (scopes.filter((word) => seen.has(word)).length > 1) yield fault('Declarations can only have one scope');
  if (seen.has('virtual') && seen.has('abstract')) yield fault('abstract are by default virtual');
  const [first, second] = [...seen].filter((word) => word.endsWith(' sharing'));
  if (first !== undefined && second !== undefined)
    yield fault(`${keywordRules.get(first)?.shown} classes cannot be ${keywordRules.get(second)?.shown}`);
  const annotated = new Set<string>();
  for (const { name, args, written = name, unquoted = [] } of modifiers.annotations) {
    const rule = annotationRules.get(name);
    if (!rule) {
      yield fault(`Annotation does not exist: ${written}`);
      continue;
    }
    if (annotated.has(name)) yield fault(`Duplicate modifier: ${rule.shown}`);
    annotated.add(name);
    if (!rule.on.has(place)) yield fault(`${rule.shown} is not allowed on ${place}`);
    for (const property of Object.keys(args)) {
      if (rule.properties && !rule.properties.has(property)) {
        yield fault(`No such property, ${property}, defined on this annotation: ${rule.shown}`);
      }
      const known = propertyRules.get(`${name}.${property}`);
      if (known && !known.boolean && unquoted.includes(property))
        yield fault(`Invalid value for property ${known.shown} expected type String`);
      if (known && rule.on.has(place) && !known.on.has(place))
        yield fault(`Annotation property, ${known.shown} on ${rule.shown}, is not allowed on ${place}`);
    }
  }
}
