import { readFileSync } from 'node:fs';
import type { CompileError } from '../1-parse/compile-error.js';
import type { LoadedCode } from '../code/loaded-code.js';
import type { ClassInfo, MethodInfo } from '../kernel/services.js';
import type { TestClass } from './results.js';

const has = (of: Pick<MethodInfo, 'annotations'>, name: string): boolean =>
  of.annotations.some((one) => one.name === name);

export const isTestMethod = (method: MethodInfo): boolean => method.static && has(method, 'istest');
export const setupMethods = (info: ClassInfo): readonly MethodInfo[] =>
  info.methods.filter((method) => method.static && has(method, 'testsetup'));

/** `@IsTest(SeeAllData=true)` on the class or the method; code of API version 23 and before always (Apex Developer Guide, "IsTest Annotation"). */
export function seesAllData(info: ClassInfo, method: MethodInfo): boolean {
  const args = [...info.annotations, ...method.annotations]
    .filter((one) => one.name === 'istest')
    .map((one) => one.args);
  if (info.apiVersion < 24) return true;
  return args.some((each) =>
    Object.entries(each).some(([name, value]) => name.toLowerCase() === 'seealldata' && value.toLowerCase() === 'true')
  );
}

/**
 * The project's test classes by name. One that does not compile has its tests read from its text, so that they fail one by one; but
 * where the local org alone is at fault, the tests that reach nothing unsupported run.
 */
export function findTests(code: LoadedCode): TestClass[] {
  const found = new Map<string, TestClass>();
  for (const info of code.classes()) {
    if (info.name.includes('.')) continue;
    const methods = info.methods.filter(isTestMethod).map((method) => method.name);
    if (methods.length > 0) found.set(info.name.toLowerCase(), { name: info.name, methods, broken: null });
  }
  for (const [name, errors] of errorsByClass(code)) {
    const known = found.get(name.toLowerCase());
    if (known && errors.every(isGap)) continue;
    const methods = known?.methods ?? testMethodsIn(errors[0]?.file ?? '');
    if (methods.length > 0)
      found.set(name.toLowerCase(), { name: known?.name ?? name, methods, broken: verdict(errors) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function errorsByClass(code: LoadedCode): Map<string, CompileError[]> {
  const byClass = new Map<string, CompileError[]>();
  for (const error of code.compileErrors) {
    if (!error.file.endsWith('.cls')) continue;
    byClass.set(error.className, [...(byClass.get(error.className) ?? []), error]);
  }
  return byClass;
}

const isGap = (error: CompileError): boolean => error.code === 'unsupported';

function verdict(errors: readonly CompileError[]): TestClass['broken'] {
  const lacking = errors.every(isGap);
  const message = errors.map((error) => `${error.file}:${error.line}:${error.column}: ${error.message}`).join('\n');
  return { outcome: lacking ? 'unsupported' : 'failed', message };
}

const testMethod =
  /(?:@istest\b(?:\s*\([^)]*\))?[\s\w]*?\bstatic\b|\bstatic\s+testmethod\b|\btestmethod\s+static\b)[\s\w]*?\bvoid\s+(\w+)\s*\(/gi;

function testMethodsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  return [...text.matchAll(testMethod)].flatMap((match) => match[1] ?? []);
}
