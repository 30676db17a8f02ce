import { expect, it } from 'vitest';
import { ApexThrow } from '../../src/kernel/exception.js';
import { UnsupportedFeature } from '../../src/kernel/unsupported.js';
import type { TestContext } from '../../src/kernel/services.js';
import { exceptionText } from '../../src/runtime/exceptions.js';
import { toText } from '../../src/runtime/text.js';
import { compile, errorsOf, transaction } from '../compiler/harness.js';
import { table } from './table.js';

const inputs = 'Apex Reference Guide, "ConnectApi Input Classes"';
const testing = 'Apex Developer Guide, "Testing ConnectApi Code"';

const classes = {
  Feeds: `public class Feeds {
    public static ConnectApi.FeedItemInput post() {
      ConnectApi.MentionSegmentInput mention = new ConnectApi.MentionSegmentInput(); mention.id = UserInfo.getUserId();
      ConnectApi.TextSegmentInput text = new ConnectApi.TextSegmentInput(); text.text = 'Hi ';
      ConnectApi.MessageBodyInput body = new ConnectApi.MessageBodyInput();
      body.messageSegments = new List<ConnectApi.MessageSegmentInput>{ text, mention };
      ConnectApi.FeedItemInput input = new ConnectApi.FeedItemInput();
      input.body = body; input.feedElementType = ConnectApi.FeedElementType.FEEDITEM; input.subjectId = 'me';
      return input;
    }
    public static String told() {
      ConnectApi.FeedItemInput input = post();
      ConnectApi.MessageSegmentInput first = input.body.messageSegments[0];
      return ((ConnectApi.TextSegmentInput) first).text + input.body.messageSegments.size() + input.feedElementType + input.subjectId
        + (first instanceof ConnectApi.MentionSegmentInput) + input.visibility;
    }
    public static Object page() {
      ConnectApi.FeedElementPage page = new ConnectApi.FeedElementPage(); page.currentPageUrl = 'here';
      ConnectApi.ChatterFeeds.setTestGetFeedElementsFromFeed(null, ConnectApi.FeedType.Company, page);
      return ConnectApi.ChatterFeeds.getFeedElementsFromFeed(null, ConnectApi.FeedType.Company).currentPageUrl;
    }
    public static Object other() { return ConnectApi.ChatterFeeds.getFeedElementsFromFeed(null, ConnectApi.FeedType.Home); }
    public static Object liked() { return ConnectApi.ChatterFeeds.likeFeedElement(null, '0D5000000000001'); }
  }`
};

table('Classes made from the catalogue', [['Feeds.told()', 'Hi 2FeedItemmefalsenull', inputs]], { classes });

/** What a method of Feeds answers or throws in a test of that kind, or outside of tests. */
async function answer(method: string, test?: Partial<TestContext>): Promise<string> {
  const code = await compile(classes);
  expect(errorsOf(code)).toEqual([]);
  const context = { running: false, mocks: new Map(), seeAllData: false, ...test };
  const tx = transaction(code, test ? { test: context } : {});
  try {
    return toText(tx, code.invokeStatic(tx, 'Feeds', method, []));
  } catch (error) {
    if (error instanceof UnsupportedFeature) return error.message;
    if (!(error instanceof ApexThrow)) throw error;
    return exceptionText(error.exception);
  }
}

const siloed =
  'System.UnsupportedOperationException: ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).';

it.each([
  ['page', {}, siloed],
  ['liked', {}, siloed],
  ['page', { seeAllData: true }, 'here'],
  ['liked', { seeAllData: true }, 'The local org does not support ConnectApi.ChatterFeeds.likeFeedElement'],
  ['liked', undefined, 'The local org does not support ConnectApi.ChatterFeeds.likeFeedElement']
] as const)(`${testing}: %s in a test of %o`, async (method, test, expected) => {
  expect(await answer(method, test)).toBe(expected);
});

it('says which result a test has not registered', async () => {
  expect(await answer('other', { seeAllData: true })).toMatch(
    /^System\.AssertException: Assertion Failed: No matching test result found for ConnectApi\.ChatterFeeds\.getFeedElementsFromFeed\./
  );
});
