/** Today where the org's users are, which is `Date.today()` in Apex: for eight hours of each day the day before that of UTC. */
export const orgToday = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'America/Los_Angeles' });
