import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../src/org/local-org.js';
import type { LogLevels } from '../../src/runtime/log-levels.js';
import { openOrg } from '../platform/org-table.js';

const calls = `public class Calls {
  public interface Shape { Integer size(String unit); }
  public class Box implements Shape {
    Integer width;
    public Box(Integer width) {
      this.width = width;
    }
    public Integer size(String unit) {
      return doubled(width);
    }
  }
  static Integer doubled(Integer value) {
    return value * 2;
  }
  static void fails(List<Integer> values) {
    throw new MathException();
  }
  public static void run() {
    Shape shape = new Box(4);
    Integer size = shape
      .size('m');
    try {
      fails(new List<Integer>());
    } catch (MathException e) {
      size = 0;
    }
  }
  public static void looksUp() {
    List<List<SObject>> found = [FIND 'acme' IN NAME FIELDS RETURNING Account(Id), Contact];
    Database.Cursor rows = Database.getCursor('SELECT Id FROM Account');
  }
  public static void asksSettings() {
    Settings__c own = Settings__c.getInstance();
    Map<String, Named__mdt> named = Named__mdt.getAll();
    List<Named__mdt> queried = [SELECT Id FROM Named__mdt];
  }
}`;

let org: LocalOrg;
const ends: (() => void)[] = [];
beforeAll(async () => {
  const meta = '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>';
  const object = (label: string, rest = '') =>
    `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>${label}</label>${rest}</CustomObject>`;
  const files = {
    'classes/Calls.cls': calls,
    'classes/Calls.cls-meta.xml': meta,
    'objects/Settings__c/Settings__c.object-meta.xml': object(
      'Settings',
      '<customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility>'
    ),
    'objects/Named__mdt/Named__mdt.object-meta.xml': object('Named', '<pluralLabel>Named</pluralLabel>')
  };
  org = await openOrg(files, (work) => ends.push(work));
});
afterAll(() => {
  org.close();
  for (const end of ends) end();
});

/** The events of a log between those of the transaction itself, without times and ids. */
function eventsOf(method: string, levels: LogLevels): string[] {
  let text = '';
  const log = { levels, unit: 'test', preface: [], onLog: (written: string) => (text = written) };
  org.run({ userId: org.data.administratorId, origin: { kind: 'anonymous' }, log }, (tx) =>
    org.code.invokeStatic(tx, 'Calls', method, [])
  );
  const events = text.split('\n').map((line) => line.replace(/^[\d:.]+ \(\d+\)\|/, '').replace(/01p\w{12}/g, 'id'));
  return events.filter((line) => /^(METHOD|CONSTRUCTOR|SOQL|SOSL)_/.test(line));
}

/** Apex Developer Guide, "Working with Logs in the Developer Console": events, what they say, at which level. */
describe('calls in a debug log', () => {
  const expected = [
    'METHOD_ENTRY|[EXTERNAL]|id|Calls.run()',
    'CONSTRUCTOR_ENTRY|[19]|id|<init>(Integer)|Calls.Box',
    'CONSTRUCTOR_EXIT|[19]|<init>(Integer)|Calls.Box',
    'METHOD_ENTRY|[21]|id|Calls.Box.size(String)',
    'METHOD_ENTRY|[9]|id|Calls.doubled(Integer)',
    'METHOD_EXIT|[9]|id|Calls.doubled(Integer)',
    'METHOD_EXIT|[21]|id|Calls.Box.size(String)',
    'METHOD_ENTRY|[23]|id|Calls.fails(List<Integer>)',
    'METHOD_EXIT|[23]|id|Calls.fails(List<Integer>)',
    'METHOD_EXIT|[EXTERNAL]|id|Calls.run()'
  ];

  it.each(['FINE', 'FINER', 'FINEST'] as const)('are there at %s', (level) => {
    expect(eventsOf('run', { APEX_CODE: level })).toEqual(expected);
  });

  it('are not there at DEBUG, nor in a log after one that had them', () => {
    eventsOf('run', { APEX_CODE: 'FINEST' });

    expect(eventsOf('run', { APEX_CODE: 'DEBUG' })).toEqual([]);
  });
});

it('searches and cursors are in a debug log as queries are', () => {
  expect(eventsOf('looksUp', { DB: 'INFO' })).toEqual([
    "SOSL_EXECUTE_BEGIN|[29]|FIND 'acme' IN NAME FIELDS RETURNING Account, Contact",
    'SOSL_EXECUTE_END|[29]|Rows:0',
    'SOQL_EXECUTE_BEGIN|[30]|Aggregations:0|SELECT Id FROM Account',
    'SOQL_EXECUTE_END|[30]|Rows:0'
  ]);
});

/** Apex Reference, "Custom Settings Methods" and "Custom Metadata Type Methods": answered from a cache, without a query. */
it('what is read of settings and custom metadata without a query is in no debug log', () => {
  expect(eventsOf('asksSettings', { DB: 'INFO' })).toEqual([
    expect.stringContaining('SELECT Id FROM Named__mdt'),
    expect.stringMatching(/^SOQL_EXECUTE_END/)
  ]);
});
