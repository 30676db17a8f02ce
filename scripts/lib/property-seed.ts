import fc from 'fast-check';

/**
 * Property tests try the same cases in each run: a run fails by what was changed, never by luck. Whoever looks for bugs gives another
 * seed, `PROPERTY_SEED=$RANDOM npx vitest run local-org/test/platform`.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
