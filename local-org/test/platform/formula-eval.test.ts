import { describe, expect, test } from 'vitest';
import { run } from '../compiler/harness.js';

const boat = `global class Boat {
  global String name; global Integer length; global Account owner; global Decimal price; public String hidden;
}`;

/** The value of a formula over a boat of 40 yards named Ada, whose owner is Acme; an exception answers its text. */
async function boatFormula(formula: string, returns: string, more = ''): Promise<string> {
  const main = `public class Main { public static Object run() {
    Boat b = new Boat(); b.name = 'Ada'; b.length = 40; b.owner = new Account(Name = 'Acme', Website = 'a.example');
    try {
      return Formula.builder().withType(Boat.class).withReturnType(FormulaEval.FormulaReturnType.${returns})
        .withFormula('${formula}')${more}.build().evaluate(b);
    } catch (Exception e) { return e.getTypeName() + ': ' + e.getMessage(); }
  } }`;
  return run({ Boat: boat, Main: main });
}

/** Apex Reference Guide, FormulaBuilder and FormulaInstance; texts of errors are from memory. */
describe('formulas that Apex evaluates', () => {
  test.each([
    ['IF(length < 100, "Not Super", "Super")', 'STRING', '', 'Not Super'],
    ['NAME & "/" & owner.Name', 'STRING', '', 'Ada/Acme'],
    ['length > 30 && name = "Ada"', 'BOOLEAN', '', 'true'],
    ['length * 1.5', 'DECIMAL', '', '60.0'],
    ['length / 3', 'INTEGER', '', '13'],
    ['DATE(2026, 2, 3)', 'DATE', '', '2026-02-03 00:00:00'],
    ['price + 1', 'DECIMAL', '', 'null'],
    ['price + 1', 'DECIMAL', '.treatNumericNullAsZero(true)', '1'],
    ['{!name} ({!owner.Website})', 'STRING', '.parseAsTemplate(true)', 'Ada (a.example)'],
    ['hidden', 'STRING', '', 'System.FormulaValidationException: Field hidden does not exist. Check spelling.'],
    ['owner.Odd', 'STRING', '', 'System.FormulaValidationException: Field Odd does not exist. Check spelling.'],
    ['ODD(name)', 'STRING', '', 'System.FormulaValidationException: Unknown function ODD. Check spelling.']
  ])('%s as %s%s', async (formula, returns, more, expected) => {
    expect(await boatFormula(formula, returns, more)).toBe(expected);
  });

  test('say which fields they read', async () => {
    const main = `public class Main { public static Object run() {
      return Formula.builder().withType(Schema.Account.class).withReturnType(FormulaEval.FormulaReturnType.STRING)
        .withFormula('name & website & Owner.Name').build().getReferencedFields();
    } }`;

    expect(await run({ Main: main })).toBe('{name, website, Owner.Name}');
  });
});

test('the limits of the org have names and maxima', async () => {
  const main = `public class Main { public static Object run() {
    OrgLimit calls = OrgLimits.getMap().get('DailyApiRequests');
    return calls.getName() + ' ' + calls.getValue() + ' ' + (calls.getLimit() > 0) + ' ' + (OrgLimits.getAll().size() > 20);
  } }`;

  expect(await run({ Main: main })).toBe('DailyApiRequests 0 true true');
});
