import { expect, test } from 'vitest';
import { run } from './harness.js';

/** An inner class that extends an inner class of another file sees the static members and types beside its superclass. */
test('what stands beside a superclass goes by its plain name', async () => {
  const text = await run({
    Client: `public virtual class Client {
      public static final String POST = 'post';
      public static String decorated(String text) { return '<' + text + '>'; }
      public virtual class Body { public String text = 'body'; }
      public abstract class Request {
        public String made;
        public Request(Body body, String verb) { made = decorated(verb + ' ' + body.text); }
      }
    }`,
    Main: `public class Main {
      public class Order extends Client.Request {
        public Order(Body body) { super(body, POST); }
        public String again() { return decorated(made); }
      }
      public static String run() { return new Order(new Client.Body()).again(); }
    }`
  });

  expect(text).toBe('<<post body>>');
});
