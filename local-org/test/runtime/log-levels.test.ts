import { describe, expect, it } from 'vitest';
import { MemoryDebugLog } from '../../src/runtime/debug-log.js';
import { keeps, levelsOfDebugLevel, logCategory, logHeader } from '../../src/runtime/log-levels.js';

describe('a debug log', () => {
  const log = (levels?: Parameters<typeof logHeader>[0]) =>
    new MemoryDebugLog({
      clock: () => Date.UTC(2026, 0, 2, 3, 4, 5, 67),
      timeZone: 'Europe/Berlin',
      ...(levels && { levels })
    });
  const events = (of: MemoryDebugLog) => of.lines.map((line) => line.slice(line.indexOf('|') + 1));

  it('has times of the user and nanoseconds since its start', () => {
    const of = log();

    of.debug('DEBUG', 'hello', 7);

    expect(of.lines[0]).toMatch(/^04:04:05\.067 \(\d+\)\|USER_DEBUG\|\[7\]\|DEBUG\|hello$/);
  });

  it('keeps what its levels let through', () => {
    const of = log({ APEX_CODE: 'INFO', DB: 'NONE' });

    of.debug('DEBUG', 'no', 1);
    of.debug('WARN', 'yes', 2);
    of.event('APEX_CODE', 'ERROR', 'EXECUTION_STARTED');
    of.event('DB', 'INFO', 'DML_BEGIN');
    of.event('SYSTEM', 'DEBUG', 'SYSTEM_MODE_ENTER');

    expect(events(of)).toEqual(['USER_DEBUG|[2]|WARN|yes', 'EXECUTION_STARTED']);
  });

  it('without levels keeps System.debug only', () => {
    const of = log();

    of.debug('FINEST', 'yes', 2);
    of.event('APEX_CODE', 'ERROR', 'EXECUTION_STARTED');

    expect(events(of)).toEqual(['USER_DEBUG|[2]|FINEST|yes']);
  });

  it('names its levels in the first line', () => {
    expect(logHeader(levelsOfDebugLevel('Debugonly'))).toBe('67.0 APEX_CODE,DEBUG;APEX_PROFILING,INFO');
  });

  it.each([
    ['Apex_code', 'APEX_CODE'],
    ['ApexProfiling', 'APEX_PROFILING'],
    ['Database', 'DB'],
    ['Db', 'DB'],
    ['Nothing', undefined]
  ])('knows the category %s', (name, category) => {
    expect(logCategory(name)).toBe(category);
  });

  it('logs nothing of a category that is not named', () => {
    expect([
      keeps({ DB: 'INFO' }, 'DB', 'INFO'),
      keeps({ DB: 'INFO' }, 'DB', 'FINE'),
      keeps({}, 'DB', 'ERROR')
    ]).toEqual([true, false, false]);
  });
});
