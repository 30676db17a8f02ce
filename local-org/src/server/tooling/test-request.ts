import { HttpError } from '../routes/route.js';

/** What a request to run tests asks for. */
export interface TestRequest {
  /** Classes by name or id, with the methods that are wanted; null: all of them. */
  readonly tests: readonly { readonly class: string; readonly methods: readonly string[] | null }[] | null;
  /** Names or ids of test suites. */
  readonly suites: readonly string[];
  readonly coverage: boolean;
}

type Body = Readonly<Record<string, unknown>>;

/**
 * The body of runTestsAsynchronous and runTestsSynchronous.
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/intro_rest_resources_testing_runner_async.htm
 */
export function readTestRequest(body: Uint8Array): TestRequest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(body) || '{}');
  } catch (error) {
    throw new HttpError(400, 'JSON_PARSER_ERROR', error instanceof Error ? error.message : 'The body is no JSON');
  }
  // The synchronous runner also takes the bare list.
  const all: Body = Array.isArray(json) ? { tests: json as unknown } : ((json ?? {}) as Body);
  const named = [...listOf(all['classNames']), ...listOf(all['classids'] ?? all['classIds'])];
  const suites = [...listOf(all['suiteNames'] ?? all['suitenames']), ...listOf(all['suiteids'] ?? all['suiteIds'])];
  const category = all['category'] ?? all['Category'];
  if (Array.isArray(category) && !category.some((one) => String(one).toLowerCase() === 'apex')) {
    throw new HttpError(400, 'UNSUPPORTED_OPERATION', 'The local org runs Apex tests only, no flow tests.');
  }
  const tests = Array.isArray(all['tests'])
    ? all['tests'].map((one) => testOf(one as Body))
    : named.length > 0
      ? named.map((name) => ({ class: name, methods: null }))
      : null;
  const everything =
    /^(?:RunLocalTests|RunAllTestsInOrg)$/i.test(String(all['testLevel'] ?? '')) || Array.isArray(category);
  if (tests === null && suites.length === 0 && !everything) {
    throw new HttpError(400, 'INVALID_INPUT', 'Specify tests, class names, suites or a test level');
  }
  return {
    tests: tests ?? (suites.length > 0 ? [] : null),
    suites,
    coverage: String(all['skipCodeCoverage'] ?? 'false') !== 'true'
  };
}

function testOf(one: Body): { readonly class: string; readonly methods: readonly string[] | null } {
  const name = one['classId'] ?? one['className'];
  if (typeof name !== 'string') throw new HttpError(400, 'INVALID_INPUT', 'Each test needs a className or a classId');
  const methods = one['testMethods'];
  return { class: name, methods: Array.isArray(methods) ? methods.map(String) : null };
}

/** A comma-separated text, or a list. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(',').flatMap((one) => one.trim() || []) : [];
}
