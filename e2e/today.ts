import admin from '../config/users/admin.json' with { type: 'json' };

/** Today where the org's users are, which is `Date.today()` in Apex: for some hours of each day the day before that of UTC. */
export const orgToday = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: admin.TimeZoneSidKey });
