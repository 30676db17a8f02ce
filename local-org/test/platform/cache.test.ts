import { expect, test } from 'vitest';
import { run } from '../compiler/harness.js';
import { orgTable } from './org-table.js';

/** Apex Reference Guide, "Partition Class" and "Org Class" of the namespace Cache. */
test.each([
  ["Cache.Org.put('a', 'x', 300, Cache.Visibility.ALL, false)", "Cache.Org.get('a')", 'x'],
  ["Cache.Org.getPartition('local.p').put('a', 1, Cache.Visibility.NAMESPACE)", "Cache.Org.get('local.p.a')", '1'],
  ["Cache.Session.put('a', 1)", "Cache.Session.contains(new Set<String>{ 'a', 'b' })", '{a=true, b=false}'],
  ["Cache.Session.put('a', 1)", "Cache.Session.get(new Set<String>{ 'a', 'b' })", '{a=1, b=null}'],
  ["Cache.Org.put('a', 1)", "Cache.Partition.createFullyQualifiedKey('local', 'p', 'a')", 'local.p.a']
])('%s; %s', async (statement, expression, expected) => {
  const main = `public class Main { public static Object run() { ${statement}; return ${expression}; } }`;

  expect(await run({ Main: main })).toBe(expected);
});

test('the exceptions of the cache can be caught by name', async () => {
  const main = `public class Main { public static Object run() {
    try { throw new Cache.Org.OrgCacheException('gone'); } catch (Cache.Org.OrgCacheException e) { return e.getMessage(); }
  } }`;

  expect(await run({ Main: main })).toBe('gone');
});

test('what a builder makes lies under a key of the builder’s own', async () => {
  const main = `public class Main {
    public class Weather implements Cache.CacheBuilder { public Object doLoad(String city) { return 'rain in ' + city; } }
    public static Object run() {
      Cache.OrgPartition part = Cache.Org.getPartition('local.p');
      Object made = part.get(Weather.class, 'oslo');
      List<Object> seen = new List<Object>{ made, part.contains('oslo'), part.getNumKeys(), part.getKeys().toString().contains('Weather') };
      part.remove(Weather.class, 'oslo');
      seen.add(part.getNumKeys());
      return seen;
    }
  }`;

  expect(await run({ Main: main })).toBe('(rain in oslo, false, 1, true, 0)');
});

orgTable(
  'partitions of the project',
  [["[SELECT DeveloperName FROM PlatformCachePartition WHERE NamespacePrefix = ''].DeveloperName", 'Shared']],
  {
    files: {
      'cachePartitions/Shared.cachePartition-meta.xml':
        '<PlatformCachePartition><masterLabel>Shared</masterLabel></PlatformCachePartition>'
    }
  }
);
