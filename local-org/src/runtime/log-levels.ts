/** Categories of debug log events, as a log's first line names them. */
export const logCategories = [
  'APEX_CODE',
  'APEX_PROFILING',
  'CALLOUT',
  'DB',
  'NBA',
  'SYSTEM',
  'VALIDATION',
  'VISUALFORCE',
  'WAVE',
  'WORKFLOW'
] as const;
export type LogCategory = (typeof logCategories)[number];

/** From nothing to everything. */
export const logLevelNames = ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST'] as const;
export type LogLevel = (typeof logLevelNames)[number];

/** What a log keeps; a category that is missing is not logged. */
export type LogLevels = Partial<Readonly<Record<LogCategory, LogLevel>>>;

export const levelRank = (level: string): number => logLevelNames.indexOf(level.toUpperCase() as LogLevel);

/** True when events of that category and level go into the log. */
export const keeps = (levels: LogLevels, category: LogCategory, level: LogLevel): boolean =>
  levelRank(levels[category] ?? 'NONE') >= levelRank(level);

/** Whether a log wants to hear of statements and variables. */
export const isDetailed = (levels: LogLevels): boolean => keeps(levels, 'APEX_CODE', 'FINER');

/** The category of an API's spelling: `Apex_code`, `ApexCode`, `APEX_CODE`, `Database`. */
export function logCategory(name: string): LogCategory | undefined {
  const plain = name.replace(/_/g, '').toUpperCase();
  if (plain === 'DATABASE') return 'DB';
  return logCategories.find((category) => category.replace(/_/g, '') === plain);
}

export const logLevel = (name: string): LogLevel | undefined => logLevelNames[levelRank(name)];

/**
 * Levels of the debugging header's older single setting. The reference only orders them (SOAP API Developer Guide,
 * "DebuggingHeader"); that DebugOnly means Apex code at DEBUG and profiling at INFO is what logs of `sf apex run` show (from memory).
 */
export function levelsOfDebugLevel(name: string): LogLevels {
  const debugOnly: LogLevels = { APEX_CODE: 'DEBUG', APEX_PROFILING: 'INFO' };
  switch (name.toUpperCase()) {
    case 'NONE':
      return {};
    case 'DB':
      return { ...debugOnly, DB: 'INFO' };
    case 'PROFILING':
      return { ...debugOnly, DB: 'INFO', APEX_PROFILING: 'FINE' };
    case 'CALLOUT':
      return { ...debugOnly, DB: 'INFO', APEX_PROFILING: 'FINE', CALLOUT: 'INFO' };
    case 'DETAIL':
      return {
        APEX_CODE: 'FINEST',
        APEX_PROFILING: 'FINEST',
        CALLOUT: 'INFO',
        DB: 'FINEST',
        SYSTEM: 'FINE',
        VALIDATION: 'INFO',
        WORKFLOW: 'FINE'
      };
    default:
      return debugOnly;
  }
}

/** What the Developer Console sets: the example of the Apex Developer Guide, "Debug Log". */
export const usualLevels: LogLevels = {
  APEX_CODE: 'DEBUG',
  APEX_PROFILING: 'INFO',
  CALLOUT: 'INFO',
  DB: 'INFO',
  SYSTEM: 'DEBUG',
  VALIDATION: 'INFO',
  VISUALFORCE: 'INFO',
  WORKFLOW: 'INFO'
};

/** Levels as a log's header writes them: `APEX_CODE,FINE;DB,INFO`. Throws a sentence when the text is not of that form. */
export function parseLogLevels(text: string): LogLevels {
  const pairs = text.split(';').map((pair): [LogCategory, LogLevel] => {
    const [name = '', level = ''] = pair.split(',').map((part) => part.trim());
    const [known, rank] = [logCategory(name), logLevel(level)];
    if (!known) throw new Error(`'${name}' is no category of debug logs: ${logCategories.join(', ')}.`);
    if (!rank) throw new Error(`'${level}' is no level of debug logs: ${logLevelNames.join(', ')}.`);
    return [known, rank];
  });
  return Object.fromEntries(pairs);
}

/** The first line of a log: `67.0 APEX_CODE,DEBUG;DB,INFO`. */
export const logHeader = (levels: LogLevels): string =>
  `67.0 ${logCategories.flatMap((each) => (levels[each] ? [`${each},${levels[each]}`] : [])).join(';')}`;
