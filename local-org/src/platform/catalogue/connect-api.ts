import { keyOf } from '../../kernel/collections.js';
import { ApexObject, type ApexValue } from '../../kernel/object.js';
import type { Transaction } from '../../kernel/services.js';
import { typeName } from '../../kernel/types.js';
import { UnsupportedFeature } from '../../kernel/unsupported.js';
import { apexException } from '../../runtime/exceptions.js';
import { chatterFeeds } from '../chatter/feeds.js';
import type { PlatformClassSource, StaticFunction } from '../define.js';
import { parseSignature } from '../signature.js';

/** What `setTest…` methods have registered, by method and arguments. */
const answersKey = {};
const answers = (tx: Transaction): Map<string, ApexValue> => tx.slot(answersKey, () => new Map());

const answerKey = (method: string, args: readonly ApexValue[]): string =>
  JSON.stringify([method.toLowerCase(), ...args.map((arg) => String(keyOf(arg)))]);

/**
 * A static method of ConnectApi. A test sees what it sees on the platform: refusal without SeeAllData, and otherwise what
 * `setTest…` has registered (Apex Developer Guide, "Testing ConnectApi Code"). Posts and comments are made; of the rest of
 * Chatter the local org has nothing.
 */
function call(type: string, method: string, testable: boolean): StaticFunction {
  return (tx, ...given: never[]) => {
    const args = given as unknown as ApexValue[];
    if (tx.test && !tx.test.seeAllData) {
      throw apexException(
        'UnsupportedOperationException',
        'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
      );
    }
    const answer = tx.test ? answers(tx).get(answerKey(`${type}.${method}`, args)) : undefined;
    if (answer !== undefined) return answer;
    const own = type === 'ConnectApi.ChatterFeeds' ? chatterFeeds[`${method.toLowerCase()}/${args.length}`] : undefined;
    if (own && !args.some(isUpload)) return own(tx, args);
    if (!tx.test || !testable) throw new UnsupportedFeature(`${type}.${method}`);
    throw apexException(
      'AssertException',
      `Assertion Failed: No matching test result found for ${type}.${method}. Before calling this, call ${type}.setTest${method.charAt(0).toUpperCase()}${method.slice(1)} to set the expected test result.`
    );
  };
}

/** A file that comes with a post. */
const isUpload = (value: ApexValue): boolean =>
  value instanceof ApexObject && typeName(value.apexType()) === 'ConnectApi.BinaryInput';

/** `setTestX(arguments of X…, result)`. */
function register(type: string, method: string): StaticFunction {
  return (tx, ...given: never[]) => {
    const args = given as unknown as ApexValue[];
    answers(tx).set(answerKey(`${type}.${method}`, args.slice(0, -1)), args.at(-1) ?? null);
  };
}

export function connectApiMethods(type: string, signatures: readonly string[]): PlatformClassSource['members'] {
  const names = new Set(signatures.map((signature) => parseSignature(signature, []).name.toLowerCase()));
  return Object.fromEntries(
    signatures.map((signature) => {
      const { name } = parseSignature(signature, []);
      const tested = /^setTest(.+)$/.exec(name)?.[1];
      const testable = names.has(`settest${name.toLowerCase()}`);
      return [signature, tested === undefined ? call(type, name, testable) : register(type, tested)];
    })
  );
}
