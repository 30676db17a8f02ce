import { createHash, createHmac } from 'node:crypto';
import { toText } from '../evaluate/text.js';
import { WeaveBinary, type WeaveValue } from '../values.js';
import { arrayOf, type Functions } from './define.js';

const bytesOf = (value: WeaveValue): Uint8Array =>
  value instanceof WeaveBinary ? value.bytes : Buffer.from(toText(value), 'utf8');

/** dw::core::Binaries */
export const binaryFunctions: Functions = {
  concatWith: [
    2,
    (left, right) =>
      new WeaveBinary(
        Buffer.concat([left, right ?? null].map((each) => (each === null ? Buffer.alloc(0) : bytesOf(each))))
      )
  ],
  fromBase64: [1, (text) => new WeaveBinary(Buffer.from(toText(text), 'base64'))],
  fromHex: [1, (text) => new WeaveBinary(Buffer.from(toText(text), 'hex'))],
  toBase64: [1, (value) => Buffer.from(bytesOf(value)).toString('base64')],
  toHex: [1, (value) => Buffer.from(bytesOf(value)).toString('hex').toUpperCase()],
  readLinesWith: [
    2,
    (value, charset) => new TextDecoder(toText(charset ?? 'utf-8')).decode(bytesOf(value)).split(/\r\n|\r|\n/)
  ],
  writeLinesWith: [
    2,
    (lines) =>
      new WeaveBinary(
        Buffer.from(
          arrayOf(lines, 'writeLinesWith')
            .map((line) => `${toText(line)}\n`)
            .join('')
        )
      )
  ]
};

const hash = (algorithm: string): string => algorithm.replace(/^(SHA)-?(\d+)$/i, '$1$2').toLowerCase();
const hmac = (secret: WeaveValue, content: WeaveValue, algorithm: WeaveValue | undefined): Buffer =>
  createHmac(hash(toText(algorithm ?? 'HmacSHA1').replace(/^Hmac/i, '')), bytesOf(secret))
    .update(bytesOf(content))
    .digest();

/** dw::Crypto */
export const cryptoFunctions: Functions = {
  hashWith: [
    2,
    (content, algorithm) =>
      new WeaveBinary(
        createHash(hash(toText(algorithm ?? 'SHA-1')))
          .update(bytesOf(content))
          .digest()
      )
  ],
  HMACBinary: [3, (secret, content, algorithm) => new WeaveBinary(hmac(secret, content ?? null, algorithm))],
  HMACWith: [3, (secret, content, algorithm) => hmac(secret, content ?? null, algorithm).toString('hex')],
  MD5: [1, (content) => createHash('md5').update(bytesOf(content)).digest('hex')],
  SHA1: [1, (content) => createHash('sha1').update(bytesOf(content)).digest('hex')]
};

/** dw::core::URL */
export const urlFunctions: Functions = {
  encodeURI: [1, (text) => encodeURI(toText(text))],
  encodeURIComponent: [1, (text) => encodeURIComponent(toText(text))],
  decodeURI: [1, (text) => decodeURI(toText(text))],
  decodeURIComponent: [1, (text) => decodeURIComponent(toText(text))]
};
