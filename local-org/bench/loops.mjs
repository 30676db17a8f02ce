// Computing loops in Apex against the same algorithms written by hand in JavaScript, in one run: how many times longer Apex takes.
import { BigDecimal, Big } from 'bigdecimal.js';

const apex = `public class Loops {
  public static Integer primes(Integer most) {
    List<Boolean> composite = new List<Boolean>();
    for (Integer i = 0; i <= most; i++) {
      composite.add(false);
    }
    Integer found = 0;
    for (Integer i = 2; i <= most; i++) {
      if (!composite[i]) {
        found++;
        for (Integer j = i + i; j <= most; j += i) {
          composite[j] = true;
        }
      }
    }
    return found;
  }
  public static Integer strings(Integer count) {
    List<String> made = new List<String>();
    Integer length = 0;
    for (Integer i = 0; i < count; i++) {
      String text = 'Order ' + i + ' of ' + count;
      made.add(text);
      length += text.length();
    }
    return length;
  }
  public static Integer entries(Integer count) {
    Map<String, Integer> byName = new Map<String, Integer>();
    for (Integer i = 0; i < count; i++) {
      byName.put('k' + i, i);
    }
    Integer total = 0;
    for (String name : byName.keySet()) {
      total += byName.get(name);
    }
    return total;
  }
  public static Decimal decimals(Integer count) {
    Decimal total = 0;
    Decimal step = 0.01;
    for (Integer i = 0; i < count; i++) {
      total += step;
    }
    return total;
  }
}`;

const byHand = {
  primes(most) {
    const composite = [];
    for (let i = 0; i <= most; i++) composite.push(false);
    let found = 0;
    for (let i = 2; i <= most; i++) {
      if (!composite[i]) {
        found++;
        for (let j = i + i; j <= most; j += i) composite[j] = true;
      }
    }
    return found;
  },
  strings(count) {
    const made = [];
    let length = 0;
    for (let i = 0; i < count; i++) {
      const text = 'Order ' + i + ' of ' + count;
      made.push(text);
      length += text.length;
    }
    return length;
  },
  entries(count) {
    const byName = new Map();
    for (let i = 0; i < count; i++) byName.set('k' + i, i);
    let total = 0;
    for (const name of byName.keys()) total = (total + byName.get(name)) | 0;
    return total;
  },
  decimals(count) {
    let total = Big(0);
    const step = Big('0.01');
    for (let i = 0; i < count; i++) total = total.add(step);
    return total;
  }
};

const cases = [
  ['primes', 2_000_000, 'primes to 2 million'],
  ['strings', 1_000_000, 'building 1 million strings'],
  ['entries', 1_000_000, 'a map of 1 million entries'],
  ['decimals', 1_000_000, '1 million Decimal additions']
];

/** Milliseconds of the quickest of some turns; both sides take turns, so that the machine is as busy for the one as for the other. */
function compare(first, second, turns = 5) {
  const best = [Infinity, Infinity];
  for (let turn = 0; turn < turns; turn++) {
    [first, second].forEach((run, i) => {
      const began = performance.now();
      run();
      best[i] = Math.min(best[i], performance.now() - began);
    });
  }
  return best;
}

/** A transaction of a user in an org without data: the loops touch neither. */
async function transactionFor(code, schema, library) {
  const { createTransaction } = await import('../dist/runtime/transaction.js');
  const { ApexId } = await import('../dist/kernel/scalars.js');
  const id = ApexId.parse('005000000000001');
  const user = { id, profileId: id, timeZone: 'GMT', locale: 'en_US', language: 'en_US', currency: 'USD' };
  const org = { schema, code, library, info: { id, namespace: '' }, metadata: {} };
  return createTransaction({
    org,
    user,
    origin: { kind: 'anonymous' },
    data: {},
    async: {},
    callouts: {},
    limits: 'async'
  });
}

export async function run() {
  const { loadFiles } = await import('../dist/code/load.js');
  const { platformLibrary } = await import('../dist/platform/index.js');
  const { loadSchema } = await import('../dist/schema/load.js');
  const { schema, metadata } = loadSchema([]);
  const files = [{ file: 'Loops.cls', kind: 'class', name: 'Loops', text: apex, apiVersion: 67 }];
  const code = await loadFiles(files, { schema, metadata, library: platformLibrary });
  if (code.compileErrors.length > 0) throw new Error(JSON.stringify(code.compileErrors[0]));
  return await Promise.all(
    cases.map(async ([method, count, what]) => {
      const same = (value) => (value instanceof BigDecimal ? value.toString() : value);
      const inApex = async () =>
        code.invokeStatic(await transactionFor(code, schema, platformLibrary), 'Loops', method, [count]);
      if (same(await inApex()) !== same(byHand[method](count))) throw new Error(`The two sides of '${what}' differ`);
      const tx = await transactionFor(code, schema, platformLibrary);
      const [apexMs, handMs] = compare(
        () => code.invokeStatic(tx, 'Loops', method, [count]),
        () => byHand[method](count)
      );
      return {
        what: `${what}: times as long as by hand (${apexMs.toFixed(0)} ms)`,
        value: (apexMs / handMs).toFixed(1),
        unit: '×',
        bound: 5
      };
    })
  );
}
