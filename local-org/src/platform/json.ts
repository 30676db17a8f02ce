import type { ApexValue } from '../kernel/object.js';
import { required } from '../runtime/arguments.js';
import { nullPointer } from '../runtime/exceptions.js';
import { platformClass } from './define.js';
import { JsonGenerator } from './json/generator.js';
import { JsonParser } from './json/parser.js';
import { serialize } from './json/serialize.js';
import { JsonTokens } from './json/tokens.js';
import { deserialize } from './json/typed.js';
import { readUntyped } from './json/untyped.js';
import type { TypeToken } from './type-token.js';

type S = string | null;
type B = boolean | null;

/** The text to read; null has a text of its own (asserted by a public suite). */
function given(text: S): string {
  if (text === null) throw nullPointer('Argument cannot be null.');
  return text;
}

export const jsonClass = platformClass({
  name: 'System.JSON',
  members: {
    'static JSONGenerator createGenerator(Boolean prettyPrint)': (_tx, pretty: B) => new JsonGenerator(pretty === true),
    'static JSONParser createParser(String jsonString)': (_tx, text: S) => new JsonParser(given(text)),
    'static Object deserialize(String jsonString, Type apexType)': (tx, text: S, type: TypeToken | null) =>
      deserialize(tx, given(text), required(type, 2).of, false),
    'static Object deserializeStrict(String jsonString, Type apexType)': (tx, text: S, type: TypeToken | null) =>
      deserialize(tx, given(text), required(type, 2).of, true),
    'static Object deserializeUntyped(String jsonString)': (_tx, text: S) => {
      const tokens = new JsonTokens(given(text));
      tokens.next();
      return readUntyped(tokens);
    },
    'static String serialize(Object objectToSerialize)': (tx, value: ApexValue) =>
      serialize(tx, value, { pretty: false, suppressNulls: false }),
    'static String serialize(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
      tx,
      value: ApexValue,
      nulls: B
    ) => serialize(tx, value, { pretty: false, suppressNulls: nulls === true }),
    'static String serializePretty(Object objectToSerialize)': (tx, value: ApexValue) =>
      serialize(tx, value, { pretty: true, suppressNulls: false }),
    'static String serializePretty(Object objectToSerialize, Boolean suppressApexObjectNulls)': (
      tx,
      value: ApexValue,
      nulls: B
    ) => serialize(tx, value, { pretty: true, suppressNulls: nulls === true })
  }
});
