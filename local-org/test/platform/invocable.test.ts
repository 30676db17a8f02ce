import { expect, test } from 'vitest';
import { run } from '../compiler/harness.js';

const greeter = `public class Greeter {
  public class Input { @InvocableVariable public String name; @InvocableVariable public Integer times; }
  public class Output { @InvocableVariable public String text; public String hidden; }
  @InvocableMethod public static List<Output> greet(List<Input> inputs) {
    List<Output> outputs = new List<Output>();
    for (Input input : inputs) {
      Output output = new Output();
      output.text = 'Hello '.repeat(input.times) + input.name.toUpperCase();
      outputs.add(output);
    }
    return outputs;
  }
}`;
const upper = `public class Upper {
  @InvocableMethod public static List<String> upper(List<String> texts) {
    List<String> result = new List<String>();
    for (String text : texts) result.add(text.toUpperCase());
    return result;
  }
}`;
const main = (body: string) => `public class Main { public static Object run() { ${body} } }`;

test('an action of Apex takes and gives parameters by name', async () => {
  const body = `List<Invocable.Action.Result> results = Invocable.Action.createCustomAction('apex', 'Greeter')
      .setInvocationParameter('name', 'ada').setInvocationParameter('times', 1)
      .addInvocation().setInvocationParameter('name', 'bo').setInvocationParameter('times', 2).invoke();
    return results.size() + ' ' + results[0].isSuccess() + ' ' + results[0].getOutputParameters() + ' ' + results[1].getOutputParameters();`;

  expect(await run({ Greeter: greeter, Main: main(body) })).toBe('2 true {text=Hello ADA} {text=Hello Hello BO}');
});

test('a list of plain values is given by any name and answered as output', async () => {
  const body = `Invocable.Action.Result result = Invocable.Action.createCustomAction('apex', 'Upper')
      .setInvocations(new List<Map<String, Object>>{ new Map<String, Object>{ 'texts' => 'a' } }).invoke()[0];
    return result.getOutputParameters();`;

  expect(await run({ Upper: upper, Main: main(body) })).toBe('{output=A}');
});

test('an exception becomes an error of the results', async () => {
  const body = `Invocable.Action.Result result = Invocable.Action.createCustomAction('apex', 'Greeter')
      .setInvocationParameter('times', 1).invoke()[0];
    return result.isSuccess() + ' ' + result.getErrors()[0].getMessage();`;

  expect(await run({ Greeter: greeter, Main: main(body) })).toBe(
    'false An Apex error occurred: System.NullPointerException: Attempt to de-reference a null object'
  );
});

test('tests make results from JSON', async () => {
  const body = `Invocable.Action.Result result = (Invocable.Action.Result) JSON.deserialize(
      '{"action":null,"success":true,"errors":[{"code":"C","message":"M"}],"outputParameters":{}}', Invocable.Action.Result.class);
    result.getOutputParameters().put('record', 1);
    return result.isSuccess() + ' ' + result.getErrors()[0].getCode() + result.getErrors()[0].getMessage() + result.getOutputParameters();`;

  expect(await run({ Main: main(body) })).toBe('true CM{record=1}');
});
