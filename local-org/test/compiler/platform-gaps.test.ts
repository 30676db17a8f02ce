import { describe, expect, test } from 'vitest';
import { compile, type Sources } from './harness.js';

const gap = (name: string) => `The local org does not support ${name}: it is not in its platform library`;

async function errorsOf(sources: Sources) {
  return (await compile(sources)).compileErrors.map(({ code, message }) => `${code} ${message}`);
}

/** Statements that use what the local org lacks, and the names in the errors. */
const uses: readonly (readonly [string, readonly string[]])[] = [
  ['Reports.ReportResults item;', ['Reports.ReportResults']],
  ['Reports.ReportResults item = null; item.body.text = 1;', ['Reports.ReportResults', 'Reports.ReportResults.body']],
  ['Reports.ReportResults item = null; item.save(1);', ['Reports.ReportResults', 'Reports.ReportResults.save']],
  ['Object o = Wave.Templates.getTemplate(null);', ['Wave.Templates']],
  ['Object o = new Wave.QueryNode();', ['Wave.QueryNode']],
  ['List<Slack.App> all; Object o = all[0];', ['Slack.App', 'List<Slack.App>']],
  ['List<Slack.App> all; for (Slack.App each : all) {}', ['Slack.App', 'Slack.App']],
  ['Object o = Ideas.getMap();', ['Ideas']],
  ['Object o = System.Ideas.getMap();', ['System.Ideas']],
  ['System.Answers limit1;', ['System.Answers']],
  ['Component.Apex.OutputText text;', ['Component.Apex.OutputText']],
  ['Object o = new Component.c.Own();', ['Component.c.Own']],
  ['Object o = Database.GetDeletedResult.class;', ['Database.GetDeletedResult']]
];

describe('what Salesforce has and the local org has not', () => {
  test.each(uses)('is said to be unsupported: %s', async (statements, names) => {
    const errors = await errorsOf({ Main: `public class Main { void run() { ${statements} } }` });

    expect(errors).toEqual(names.map((name) => `unsupported ${gap(name)}`));
  });

  test('in declarations is one error, and those who use them have no other', async () => {
    const errors = await errorsOf({
      Feed: 'public virtual class Feed { public Reports.ReportResults item; public static Integer size(Reports.ReportFact f) { return 1; } }',
      Main: 'public class Main { Integer i = Feed.size(null); Object o = new Feed().item; }'
    });

    expect(errors).toEqual([`unsupported ${gap('Reports.ReportResults')}`, `unsupported ${gap('Reports.ReportFact')}`]);
  });

  test('as a superclass makes no overriding method a mistake', async () => {
    const errors = await errorsOf({
      Main: 'public class Main extends DataSource.Connection { public override Integer size() { return 1; } }'
    });

    expect(errors).toEqual([`unsupported ${gap('DataSource.Connection')}`]);
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
