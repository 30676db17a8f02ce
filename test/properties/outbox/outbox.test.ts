import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setOrgTimeAhead } from '../../../local-org/src/kernel/org-time.js';
import { PropertyOrg } from '../property-org.js';
import { runs } from '../runs.js';
import { Running, Stage } from './running.js';
import { eachState, worlds } from './steps.js';
import { allSteps, states } from './transitions.js';

const { parameters, report } = runs('OUTBOX', 30);
let org: PropertyOrg;
beforeAll(async () => {
  org = await PropertyOrg.open(import.meta.dirname, 'fixtures/billing');
}, 300_000);
afterAll(() => {
  setOrgTimeAhead(0);
  org?.close();
});

test('whatever happens, each document is in the ERP once, with equal content, and no item makes a step it may not', () => {
  const stage = new Stage(org);
  let count = 0;
  fc.assert(
    fc.property(worlds, (world) => {
      const running = new Running(stage, world);
      for (const step of world.steps) running.step(step);
      running.settle();

      const { held, wanted, violations } = running.compare();
      expect(violations).toEqual([]);
      expect(held).toEqual(wanted);
      expect(running.unfinished()).toEqual([]);
      count++;
    }),
    { ...parameters, examples: eachState.map((world) => [world]) }
  );
  const never = allSteps.filter((step) => !stage.seen.has(step));
  report(count, `steps never seen: ${never.join(', ') || 'none'}`);
  const reached = new Set([...stage.seen].map((step) => step.split('>')[1]));
  if (count >= eachState.length) expect(states.filter((state) => !reached.has(state))).toEqual([]);
}, 7_200_000);
