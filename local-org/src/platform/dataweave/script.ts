import { WeaveError, WeaveSyntaxError } from '../../dataweave/errors.js';
import { formatOf, readFormat, writeFormat } from '../../dataweave/formats/formats.js';
import { WeaveScript } from '../../dataweave/script.js';
import { WeaveBinary, type WeaveValue } from '../../dataweave/values.js';
import type { ApexMap } from '../../kernel/collections.js';
import type { ApexThrow } from '../../kernel/exception.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { apexException } from '../../runtime/exceptions.js';
import { captureFrames } from '../../kernel/exception.js';
import { toText } from '../../runtime/text.js';
import { platformClass } from '../define.js';
import { fromApex } from './from-apex.js';
import { toApex } from './to-apex.js';

type S = string | null;

const scriptException = (message: string): ApexThrow => apexException('DataWeaveScriptException', message);

/** Scripts that have been read, by their text. */
const read = new Map<string, WeaveScript>();

function scriptOf(text: string): WeaveScript {
  const known = read.get(text);
  if (known) return known;
  try {
    const script = new WeaveScript(text);
    read.set(text, script);
    return script;
  } catch (error) {
    if (!(error instanceof WeaveSyntaxError)) throw error;
    throw scriptException(`${error.message}\nat line ${error.line}, column ${error.column}`);
  }
}

/** DataWeave.Script, or `DataWeaveScriptResource.X`: a script of the project. */
export class ScriptObject extends ApexObject {
  readonly name: string;
  readonly script: WeaveScript;
  private constructor(name: string, script: WeaveScript) {
    super();
    this.name = name;
    this.script = script;
  }

  /** A script by its name; it is read and checked now ("Limitations of DataWeave in Apex": "at script creation time"). */
  static named(tx: Transaction, name: string): ScriptObject {
    const found = tx.org.metadata.dataWeaveScript(name);
    if (!found) throw scriptException(`Could not find DataWeave script: ${name}`);
    return new ScriptObject(found.name, scriptOf(found.text));
  }

  override apexType(): ApexType {
    return { kind: 'platform', name: `DataWeaveScriptResource.${this.name}`, args: [] };
  }

  execute(tx: Transaction, parameters: ApexMap<string> | null): ResultObject {
    const { script } = this;
    try {
      const inputs = new Map<string, WeaveValue>();
      for (const { key, value } of parameters?.entries.values() ?? []) {
        inputs.set(key, inputValue(tx, script, key, value));
      }
      const line = captureFrames()[0]?.line ?? 0;
      const value = script.run(inputs, {
        now: () => tx.now(),
        random: Math.random,
        log: (text) => tx.log.debug('DEBUG', text, line, 'DATAWEAVE_USER_DEBUG')
      });
      return new ResultObject(outputOf(tx, script, value));
    } catch (error) {
      if (!(error instanceof WeaveError)) throw error;
      throw scriptException(script.describe(error.message, error.at));
    }
  }
}

/** Texts are read as the script's header says; what is no text goes in as it is. */
function inputValue(tx: Transaction, script: WeaveScript, name: string, value: ApexValue): WeaveValue {
  const given = fromApex(tx, value);
  const format = script.inputFormat(name);
  if (format === undefined || formatOf(format.mimeType) === 'apex') return given;
  if (typeof given === 'string') return readFormat(given, format.mimeType, format.properties);
  if (given instanceof WeaveBinary) {
    return readFormat(Buffer.from(given.bytes).toString('utf8'), format.mimeType, format.properties);
  }
  return given;
}

function outputOf(tx: Transaction, script: WeaveScript, value: WeaveValue): ApexValue {
  const { mimeType, properties } = script.output;
  return formatOf(mimeType) === 'apex' ? toApex(tx, value) : writeFormat(value, mimeType, properties);
}

/** DataWeave.Result: the text that the script wrote, or the Apex value for `output application/apex`. */
class ResultObject extends ApexObject {
  readonly value: ApexValue;
  constructor(value: ApexValue) {
    super();
    this.value = value;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'DataWeave.Result', args: [] };
  }
}

/** Apex Reference Guide, "DataWeave Namespace". */
export const dataWeaveClasses = [
  platformClass({
    name: 'DataWeave.Script',
    members: {
      'static DataWeave.Script createScript(String scriptName)': (tx, name: S) =>
        ScriptObject.named(tx, required(name, 1)),
      'static DataWeave.Script createScript(String namespace, String scriptName)': (tx, _namespace: S, name: S) =>
        ScriptObject.named(tx, required(name, 2)),
      'DataWeave.Result execute(Map<String,Object> parameters)': (
        tx,
        self: ScriptObject,
        parameters: ApexMap<string> | null
      ) => self.execute(tx, parameters),
      'DataWeave.Result execute()': (tx, self: ScriptObject) => self.execute(tx, null),
      'String toString()': (_tx, self: ScriptObject) => self.name
    }
  }),
  platformClass({
    name: 'DataWeave.Result',
    members: {
      'Object getValue()': (_tx, self: ResultObject) => self.value,
      'String getValueAsString()': (tx, self: ResultObject) => (self.value === null ? null : toText(tx, self.value))
    }
  })
];
