import type { TestClass } from './results.js';

/**
 * The tests that `--filter` selects: `Class`, `Class.method`, or a pattern of either in which `*` stands for anything.
 * A text without `*` that is no class or method name selects what contains it. Case is ignored.
 */
export function selectTests(classes: readonly TestClass[], filter: string | null): TestClass[] {
  if (filter === null || filter === '') return [...classes];
  const exact = matching(classes, new RegExp(`^${pattern(filter)}$`, 'i'));
  if (exact.length > 0 || filter.includes('*')) return exact;
  return matching(classes, new RegExp(pattern(filter), 'i'));
}

function matching(classes: readonly TestClass[], expression: RegExp): TestClass[] {
  return classes.flatMap((one) => {
    if (expression.test(one.name)) return [one];
    const methods = one.methods.filter((method) => expression.test(`${one.name}.${method}`));
    return methods.length > 0 ? [{ ...one, methods }] : [];
  });
}

const pattern = (text: string): string =>
  text
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
