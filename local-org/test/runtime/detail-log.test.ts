import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../src/org/local-org.js';
import type { LogLevels } from '../../src/runtime/log-levels.js';
import { executeAnonymous } from '../../src/server/routes/anonymous.js';
import { openOrg } from '../platform/org-table.js';

const subject = `public class Cart {
  static Integer count = 0;
  static String title;
  String label = 'New';
  List<Integer> prices;
  public Cart(String label) {
    this.label = label;
    prices = new List<Integer>{ 3 };
  }
  public Integer total(Integer extra) {
    Integer sum = extra;
    for (Integer price : prices) {
      sum += price;
    }
    return sum;
  }
  public static void run() {
    Cart cart = new Cart('A label that is longer than twenty');
    Account buyer = new Account();
    buyer.Name = 'Acme';
    try {
      count++;
      Decimal rate = 1.5;
      throw new MathException('too many');
    } catch (MathException e) {
      title = null;
    }
    Integer total = cart.total(2);
  }
  public static Integer spin(Integer turns) {
    Integer sum = 0;
    for (Integer i = 0; i < turns; i++) {
      if (Math.mod(i, 2) == 0) sum += i;
      else sum -= 1;
    }
    do {
      sum--;
    } while (sum > 10);
    switch on sum {
      when 10 {
        return sum + 1;
      }
      when else {
        return sum;
      }
    }
  }
}`;

let org: LocalOrg;
const ends: (() => void)[] = [];
beforeAll(async () => {
  const meta = '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>';
  org = await openOrg({ 'classes/Cart.cls': subject, 'classes/Cart.cls-meta.xml': meta }, (work) => ends.push(work));
});
afterAll(() => {
  org.close();
  for (const end of ends) end();
});

const inDetail = /^(STATEMENT_EXECUTE|VARIABLE_|HEAP_ALLOCATE|METHOD_|CONSTRUCTOR_)/;

/** The events of a log that this is about, without times and ids; addresses are numbered as they come. */
function eventsIn(log: string, wanted = inDetail): string[] {
  const addresses: string[] = [];
  return log
    .split('\n')
    .map((line) => line.replace(/^[\d:.]+ \(\d+\)\|/, '').replace(/01p\w{12}/g, 'id'))
    .filter((line) => wanted.test(line))
    .map((line) =>
      line.replace(/0x[0-9a-f]+/g, (address) => {
        if (!addresses.includes(address)) addresses.push(address);
        return `@${addresses.indexOf(address)}`;
      })
    );
}

async function logOf(method: string, levels: LogLevels, args: number[] = []): Promise<string> {
  await org.prepareLogs(levels);
  let text = '';
  const log = { levels, unit: 'test', preface: [], onLog: (written: string) => (text = written) };
  org.run({ userId: org.data.administratorId, origin: { kind: 'anonymous' }, log }, (tx) =>
    org.code.invokeStatic(tx, 'Cart', method, args)
  );
  return text;
}

/**
 * Apex Developer Guide, "Working with Logs in the Developer Console": STATEMENT_EXECUTE and HEAP_ALLOCATE at FINER and above,
 * VARIABLE_SCOPE_BEGIN and VARIABLE_ASSIGNMENT at FINEST. Order, hoisting, quoting and shortening are those of logs in public places.
 */
describe('the detailed log', () => {
  it('tells of statements, scopes, values and allocations at FINEST', async () => {
    const events = eventsIn(await logOf('run', { APEX_CODE: 'FINEST' }));

    expect(events).toEqual([
      'METHOD_ENTRY|[EXTERNAL]|id|Cart.run()',
      'VARIABLE_SCOPE_BEGIN|[2]|Cart.count|Integer|false|true',
      'VARIABLE_SCOPE_BEGIN|[3]|Cart.title|String|false|true',
      'VARIABLE_ASSIGNMENT|[2]|Cart.count|0',
      'STATEMENT_EXECUTE|[17]',
      'STATEMENT_EXECUTE|[18]',
      'VARIABLE_SCOPE_BEGIN|[18]|cart|Cart|true|false',
      'HEAP_ALLOCATE|[18]|Bytes:34',
      'CONSTRUCTOR_ENTRY|[18]|id|<init>(String)|Cart',
      'HEAP_ALLOCATE|[4]|Bytes:3',
      'VARIABLE_ASSIGNMENT|[4]|this.label|"New"|@0',
      'VARIABLE_SCOPE_BEGIN|[6]|this|Cart|true|false',
      'VARIABLE_ASSIGNMENT|[6]|this|{"label":"New"}|@0',
      'VARIABLE_SCOPE_BEGIN|[6]|label|String|false|false',
      'VARIABLE_ASSIGNMENT|[6]|label|"A label that is long (14 more) ..."',
      'STATEMENT_EXECUTE|[6]',
      'STATEMENT_EXECUTE|[7]',
      'VARIABLE_ASSIGNMENT|[7]|this.label|"A label that is long (14 more) ..."|@0',
      'STATEMENT_EXECUTE|[8]',
      'HEAP_ALLOCATE|[8]|Bytes:8',
      'VARIABLE_ASSIGNMENT|[8]|this.prices|[3]|@0',
      'CONSTRUCTOR_EXIT|[18]|<init>(String)|Cart',
      'HEAP_ALLOCATE|[18]|Bytes:12',
      'VARIABLE_ASSIGNMENT|[18]|cart|{"label":"A label that is long (14 more) ...","prices":"@1"}|@0',
      'STATEMENT_EXECUTE|[19]',
      'VARIABLE_SCOPE_BEGIN|[19]|buyer|Account|true|false',
      'HEAP_ALLOCATE|[19]|Bytes:4',
      'VARIABLE_ASSIGNMENT|[19]|buyer|{}|@2',
      'STATEMENT_EXECUTE|[20]',
      'HEAP_ALLOCATE|[20]|Bytes:4',
      'VARIABLE_ASSIGNMENT|[20]|buyer.Name|"Acme"|@2',
      'STATEMENT_EXECUTE|[21]',
      'STATEMENT_EXECUTE|[21]',
      'STATEMENT_EXECUTE|[22]',
      'VARIABLE_ASSIGNMENT|[22]|Cart.count|1',
      'STATEMENT_EXECUTE|[23]',
      'VARIABLE_SCOPE_BEGIN|[23]|rate|Decimal|false|false',
      'VARIABLE_ASSIGNMENT|[23]|rate|1.5',
      'STATEMENT_EXECUTE|[24]',
      'HEAP_ALLOCATE|[24]|Bytes:8',
      'VARIABLE_SCOPE_BEGIN|[25]|e|MathException|true|false',
      'VARIABLE_ASSIGNMENT|[25]|e|{}|@3',
      'STATEMENT_EXECUTE|[25]',
      'STATEMENT_EXECUTE|[26]',
      'VARIABLE_ASSIGNMENT|[26]|Cart.title|null',
      'STATEMENT_EXECUTE|[28]',
      'VARIABLE_SCOPE_BEGIN|[28]|total|Integer|false|false',
      'METHOD_ENTRY|[28]|id|Cart.total(Integer)',
      'VARIABLE_SCOPE_BEGIN|[10]|this|Cart|true|false',
      'VARIABLE_ASSIGNMENT|[10]|this|{"label":"A label that is long (14 more) ...","prices":"@1"}|@0',
      'VARIABLE_SCOPE_BEGIN|[10]|extra|Integer|false|false',
      'VARIABLE_ASSIGNMENT|[10]|extra|2',
      'STATEMENT_EXECUTE|[10]',
      'STATEMENT_EXECUTE|[11]',
      'VARIABLE_SCOPE_BEGIN|[11]|sum|Integer|false|false',
      'VARIABLE_ASSIGNMENT|[11]|sum|2',
      'STATEMENT_EXECUTE|[12]',
      'VARIABLE_SCOPE_BEGIN|[12]|price|Integer|false|false',
      'VARIABLE_ASSIGNMENT|[12]|price|3',
      'STATEMENT_EXECUTE|[12]',
      'STATEMENT_EXECUTE|[13]',
      'HEAP_ALLOCATE|[13]|Bytes:4',
      'VARIABLE_ASSIGNMENT|[13]|sum|5',
      'STATEMENT_EXECUTE|[15]',
      'METHOD_EXIT|[28]|id|Cart.total(Integer)',
      'VARIABLE_ASSIGNMENT|[28]|total|5',
      'METHOD_EXIT|[EXTERNAL]|id|Cart.run()'
    ]);
  });

  it('leaves variables out at FINER and everything at FINE', async () => {
    const finer = eventsIn(await logOf('run', { APEX_CODE: 'FINER' }), /^(STATEMENT|VARIABLE|HEAP)/);
    const fine = eventsIn(await logOf('run', { APEX_CODE: 'FINE' }), /^(STATEMENT|VARIABLE|HEAP)/);

    expect(finer.slice(0, 4)).toEqual([
      'STATEMENT_EXECUTE|[17]',
      'STATEMENT_EXECUTE|[18]',
      'HEAP_ALLOCATE|[18]|Bytes:34',
      'HEAP_ALLOCATE|[4]|Bytes:3'
    ]);
    expect(finer.filter((event) => event.startsWith('VARIABLE'))).toEqual([]);
    expect(fine).toEqual([]);
  });

  it('names each turn of a loop and the taken branches', async () => {
    const events = eventsIn(await logOf('spin', { APEX_CODE: 'FINEST' }, [2]), /^(STATEMENT|VARIABLE)/);

    expect(events).toEqual([
      'VARIABLE_SCOPE_BEGIN|[2]|Cart.count|Integer|false|true',
      'VARIABLE_SCOPE_BEGIN|[3]|Cart.title|String|false|true',
      'VARIABLE_ASSIGNMENT|[2]|Cart.count|0',
      'VARIABLE_SCOPE_BEGIN|[30]|turns|Integer|false|false',
      'VARIABLE_ASSIGNMENT|[30]|turns|2',
      'STATEMENT_EXECUTE|[30]',
      'STATEMENT_EXECUTE|[31]',
      'VARIABLE_SCOPE_BEGIN|[31]|sum|Integer|false|false',
      'VARIABLE_ASSIGNMENT|[31]|sum|0',
      'STATEMENT_EXECUTE|[32]',
      'VARIABLE_SCOPE_BEGIN|[32]|i|Integer|false|false',
      'VARIABLE_ASSIGNMENT|[32]|i|0',
      'STATEMENT_EXECUTE|[32]',
      'STATEMENT_EXECUTE|[33]',
      'STATEMENT_EXECUTE|[33]',
      'VARIABLE_ASSIGNMENT|[33]|sum|0',
      'VARIABLE_ASSIGNMENT|[32]|i|1',
      'STATEMENT_EXECUTE|[32]',
      'STATEMENT_EXECUTE|[33]',
      'STATEMENT_EXECUTE|[34]',
      'VARIABLE_ASSIGNMENT|[34]|sum|-1',
      'VARIABLE_ASSIGNMENT|[32]|i|2',
      'STATEMENT_EXECUTE|[36]',
      'STATEMENT_EXECUTE|[36]',
      'STATEMENT_EXECUTE|[37]',
      'VARIABLE_ASSIGNMENT|[37]|sum|-2',
      'STATEMENT_EXECUTE|[39]',
      'STATEMENT_EXECUTE|[43]',
      'STATEMENT_EXECUTE|[44]'
    ]);
  });

  it('begins the variables of an anonymous block before its first statement', async () => {
    const source = `String query = 'q = load "0Fb3h0000008s9kCAA"';\nSystem.debug(query);\nBlob body = Blob.valueOf('abc');`;

    const { result, log } = await executeAnonymous(org, org.data.administratorId, source, { APEX_CODE: 'FINEST' });

    expect(result.success).toBe(true);
    expect(eventsIn(log, /^(STATEMENT|VARIABLE|HEAP|USER_DEBUG)/)).toEqual([
      'VARIABLE_SCOPE_BEGIN|[1]|query|String|false|false',
      'VARIABLE_SCOPE_BEGIN|[3]|body|Blob|false|false',
      'STATEMENT_EXECUTE|[1]',
      'STATEMENT_EXECUTE|[1]',
      'HEAP_ALLOCATE|[1]|Bytes:29',
      'VARIABLE_ASSIGNMENT|[1]|query|"q = load \\"0Fb3h00000 (9 more) ..."',
      'STATEMENT_EXECUTE|[2]',
      'USER_DEBUG|[2]|DEBUG|q = load "0Fb3h0000008s9kCAA"',
      'STATEMENT_EXECUTE|[3]',
      'HEAP_ALLOCATE|[3]|Bytes:3',
      'VARIABLE_ASSIGNMENT|[3]|body|BLOB(3 bytes)'
    ]);
  });

  it('does not change what code answers, nor the functions that run without it', async () => {
    const run = (levels?: LogLevels): unknown => {
      const log = levels && { levels, unit: 'test', preface: [], onLog: () => {} };
      const start = { userId: org.data.administratorId, origin: { kind: 'anonymous' as const }, ...(log && { log }) };
      return org.run(start, (tx) => org.code.invokeStatic(tx, 'Cart', 'spin', [7]));
    };
    await org.prepareLogs({ APEX_CODE: 'FINEST' });

    expect([run(), run({ APEX_CODE: 'FINEST' }), run({ APEX_CODE: 'DEBUG' })]).toEqual([8, 8, 8]);
  });
});
