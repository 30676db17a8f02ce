import { expect, test } from 'vitest';
import { UncompiledCode } from '../../src/code/uncompiled.js';
import { platformClass } from '../../src/platform/define.js';
import { platformLibrary } from '../../src/platform/index.js';
import { compile, errorsOf, transaction } from './harness.js';

const lacking = platformClass({
  name: 'System.Lacking',
  members: { 'static Integer count(String of)': { unsupported: 'counting' } }
});
const library = {
  ...platformLibrary,
  class: (name: string) => (name.toLowerCase() === 'lacking' ? lacking : platformLibrary.class(name))
};

test('code with a member that the local org lacks runs until it gets there', async () => {
  const source = `public class Main {
    public static Integer run(Boolean all) {
      Integer found = 1;
      if (all) found += Lacking.count('x');
      return found;
    }
  }`;
  const code = await compile({ Main: source }, { load: { library } });
  const call = (all: boolean) => code.invokeStatic(transaction(code), 'Main', 'run', [all]);

  expect(errorsOf(code)).toEqual([
    '4:33 The local org does not support Lacking: static Integer count(String of): counting'
  ]);
  expect(call(false)).toBe(1);
  expect(() => call(true)).toThrow(UncompiledCode);
  expect(() => call(true)).toThrow('counting');
});
