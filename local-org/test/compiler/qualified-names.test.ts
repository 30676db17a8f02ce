import { expect, test } from 'vitest';
import { run } from './harness.js';

test('a name with its namespace means the platform even where project classes bear it', async () => {
  const sources = {
    Account: 'public class Account { public static String what() { return "class"; } }'.replaceAll('"', "'"),
    Assert: 'public class Assert { public static String what() { return "own"; } }'.replaceAll('"', "'"),
    Main: `public class Main { public static Object run() {
      Schema.Account record = new Schema.Account(Name = 'a');
      System.Assert.areEqual('a', record.Name);
      return Schema.Account.SObjectType + ' ' + Schema.Account.Name + ' ' + Account.what() + ' ' + Assert.what();
    } }`
  };

  expect(await run(sources)).toBe('Account Name class own');
});

/** As Salesforce's own front end has it. */
test('an inner class of the class around a superclass is known by its simple name', async () => {
  const sources = {
    Api: "public class Api { public virtual class Client { public String name = 'c'; } public virtual class Request { } }",
    Main: `public class Main {
      class Own extends Api.Request { Client client; Own(Client given) { client = given; } }
      public static Object run() { return new Own(new Api.Client()).client.name; }
    }`
  };

  expect(await run(sources)).toBe('c');
});

test('a class literal may write the name of a class twice', async () => {
  const sources = {
    Main: 'public class Main { public static Object run() { return Main.Main.class == Main.class; } }'
  };

  expect(await run(sources)).toBe('true');
});
