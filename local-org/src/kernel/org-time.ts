/**
 * The time that Apex, records and jobs see. It may run ahead of the machine's, so that what waits for hours can be watched in
 * minutes; it is set before the org starts, and all threads of the process share it.
 */
const variable = 'LOCAL_ORG_CLOCK_AHEAD_MS';
let ahead: number | undefined;

/** Milliseconds since 1970 as the org sees them. */
export function orgTime(): number {
  ahead ??= Number(process.env[variable] ?? 0);
  return Date.now() + ahead;
}

/** Sets how far the org's time runs ahead, in milliseconds; before any thread of the org is started. */
export function setOrgTimeAhead(ms: number): void {
  ahead = ms;
  process.env[variable] = String(ms);
}
