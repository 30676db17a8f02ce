import { expect, test } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import type { TestContext } from '../../src/kernel/services.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { compile, errorsOf, transaction } from '../compiler/harness.js';

/** How many records the user follows, or what asking for them throws. */
const followings = (testContext?: Partial<TestContext>) =>
  outcome('ConnectApi.ChatterUsers.getFollowings(null, UserInfo.getUserId()).total', testContext);

async function outcome(apex: string, testContext?: Partial<TestContext>): Promise<unknown> {
  const code = await compile({
    Main: `public class Main { public static Object run() { return ${apex}; } }`
  });
  expect(errorsOf(code)).toEqual([]);
  const context = { running: false, mocks: new Map(), seeAllData: false, ...testContext };
  try {
    return code.invokeStatic(transaction(code, testContext ? { test: context } : {}), 'Main', 'run', []);
  } catch (error) {
    if (!(error instanceof ApexThrow)) throw error;
    return exceptionText(error.exception);
  }
}

/** Apex Developer Guide, "Testing ConnectApi Code" */
test('ConnectApi is refused in a test that does not see all data', async () => {
  expect(await followings()).toBe(0);
  expect(await followings({ seeAllData: true })).toBe(0);
  expect(await followings({ seeAllData: false })).toBe(
    'System.UnsupportedOperationException: ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
  );
});

test('the settings of the org are those that other classes tell', async () => {
  const same =
    'ConnectApi.Organization.getSettings().orgId == UserInfo.getOrganizationId() && ConnectApi.Organization.getSettings().name == UserInfo.getOrganizationName()' +
    ' && ConnectApi.Organization.getSettings().userSettings.userId == UserInfo.getUserId() && ConnectApi.Organization.getSettings().userSettings.timeZone.name == UserInfo.getTimeZone().getID()';

  expect(await outcome(same, { seeAllData: true })).toBe(true);
  expect(await outcome(same, { seeAllData: false })).toContain('not supported in data siloed tests');
});
