import { describe, expect, test } from 'vitest';
import { compile, type Sources } from './harness.js';

const gap = (name: string) => `The local org does not support ${name}: it is not in its platform library`;

async function errorsOf(sources: Sources) {
  return (await compile(sources)).compileErrors.map(({ code, message }) => `${code} ${message}`);
}

/** Statements that use what the local org lacks, and the names in the errors. */
const uses: readonly (readonly [string, readonly string[]])[] = [
  ['ConnectApi.FeedItem item;', ['ConnectApi.FeedItem']],
  ['ConnectApi.FeedItem item = null; item.body.text = 1;', ['ConnectApi.FeedItem', 'ConnectApi.FeedItem.body']],
  ['ConnectApi.FeedItem item = null; item.save(1);', ['ConnectApi.FeedItem', 'ConnectApi.FeedItem.save']],
  ['Object o = ConnectApi.ChatterFeeds.getFeed(null);', ['ConnectApi']],
  ['Object o = new Metadata.DeployContainer();', ['Metadata.DeployContainer']],
  ['List<Auth.UserData> all; Object o = all[0];', ['Auth.UserData', 'List<Auth.UserData>']],
  ['List<Auth.UserData> all; for (Auth.UserData each : all) {}', ['Auth.UserData', 'Auth.UserData']],
  ['try { Integer i = 0; } catch (ConnectApi.ConnectApiException e) {}', ['ConnectApi.ConnectApiException']],
  ['Object o = OrgLimits.getMap();', ['OrgLimits']],
  ['Object o = System.OrgLimits.getMap();', ['System.OrgLimits']],
  ['System.OrgLimit limit1;', ['System.OrgLimit']],
  ['Object o = Database.LeadConvertResult.class;', ['Database.LeadConvertResult']]
];

describe('what Salesforce has and the local org has not', () => {
  test.each(uses)('is said to be unsupported: %s', async (statements, names) => {
    const errors = await errorsOf({ Main: `public class Main { void run() { ${statements} } }` });

    expect(errors).toEqual(names.map((name) => `unsupported ${gap(name)}`));
  });

  test('in declarations is one error, and those who use them have no other', async () => {
    const errors = await errorsOf({
      Feed: 'public virtual class Feed { public ConnectApi.FeedItem item; public static Integer size(ConnectApi.Feed f) { return 1; } }',
      Main: 'public class Main { Integer i = Feed.size(null); Object o = new Feed().item; }'
    });

    expect(errors).toEqual([`unsupported ${gap('ConnectApi.FeedItem')}`, `unsupported ${gap('ConnectApi.Feed')}`]);
  });

  test('as a superclass makes no overriding method a mistake', async () => {
    const errors = await errorsOf({
      Main: 'public class Main extends VisualEditor.DynamicPickList { public override Integer size() { return 1; } }'
    });

    expect(errors).toEqual([`unsupported ${gap('VisualEditor.DynamicPickList')}`]);
  });

  test('is no excuse for names that Salesforce has not either', async () => {
    const errors = await errorsOf({
      Support: 'public class Support { }',
      Main: 'public class Main { System.Nothing a; Support.Thing b; Nothing.Thing c; }'
    });

    expect(errors).toEqual([
      'unknownType Invalid type: System.Nothing',
      'unknownType Invalid type: Support.Thing',
      'unknownType Invalid type: Nothing.Thing'
    ]);
  });
});
