import type { Json } from '../json/to-json.js';

/** A reference that leads nowhere; its text is the API's. */
export class InvalidReference extends Error {}

const pattern = /@\{([^{}]+)\}/g;

/**
 * Puts earlier answers in place of `@{referenceId.path}` in the texts of a subrequest: `@{account.id}`, `@{found.records[0].Id}`. A
 * text that is nothing but one reference becomes the value itself.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/requests_composite.htm
 */
export function resolveReferences(value: Json, answers: ReadonlyMap<string, Json>): Json {
  if (typeof value === 'string') return resolveText(value, answers);
  if (Array.isArray(value)) return value.map((one) => resolveReferences(one, answers));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolveReferences(one, answers)]));
}

function resolveText(text: string, answers: ReadonlyMap<string, Json>): Json {
  const whole = /^@\{([^{}]+)\}$/.exec(text)?.[1];
  if (whole !== undefined) return valueAt(whole, answers);
  return text.replace(pattern, (_, path: string) => {
    const value = valueAt(path, answers);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}

function valueAt(path: string, answers: ReadonlyMap<string, Json>): Json {
  const [reference = '', ...steps] = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  if (!answers.has(reference)) {
    throw new InvalidReference(`Invalid reference specified. No reference with id ${reference} found`);
  }
  let value: Json | undefined = answers.get(reference);
  for (const step of steps) {
    const inner: unknown =
      typeof value === 'object' && value !== null ? (value as Readonly<Record<string, Json>>)[step] : undefined;
    if (inner === undefined) {
      const wanted = path.slice(reference.length + 1);
      throw new InvalidReference(`Invalid reference specified. No value for ${wanted} found in ${reference}`);
    }
    value = inner as Json;
  }
  return value ?? null;
}
