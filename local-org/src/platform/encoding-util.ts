import { ApexBlob } from '../kernel/scalars.js';
import { required } from '../runtime/arguments.js';
import { heldText } from '../runtime/heap.js';
import { illegalArgument, invalidParameter } from '../runtime/exceptions.js';
import { platformClass } from './define.js';

type S = string | null;

/** Node's name of a Java charset; Apex code asks for UTF-8 nearly always. */
function charset(name: string): BufferEncoding {
  switch (name.toUpperCase()) {
    case 'UTF-8':
    case 'UTF8':
      return 'utf8';
    case 'ISO-8859-1':
    case 'LATIN1':
      return 'latin1';
    case 'US-ASCII':
    case 'ASCII':
      return 'ascii';
    case 'UTF-16LE':
      return 'utf16le';
  }
  throw illegalArgument(`Unsupported encoding: ${name}`);
}

/** java.net.URLEncoder: letters, digits and `.-*_` stay, a space is `+`. */
function urlEncode(text: string, encoding: BufferEncoding): string {
  let out = '';
  for (const byte of Buffer.from(text, encoding)) {
    const char = String.fromCharCode(byte);
    if (/[A-Za-z0-9.\-*_]/.test(char)) out += char;
    else out += char === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

function urlDecode(text: string, encoding: BufferEncoding): string {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '+') bytes.push(32);
    else if (c === '%') {
      const hex = text.slice(i + 1, i + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(hex)) {
        throw illegalArgument(`URLDecoder: Illegal hex characters in escape (%) pattern - For input string: "${hex}"`);
      }
      bytes.push(parseInt(hex, 16));
      i += 2;
    } else bytes.push(...Buffer.from(c, encoding));
  }
  return Buffer.from(bytes).toString(encoding);
}

export const encodingUtilClass = platformClass({
  name: 'System.EncodingUtil',
  members: {
    'static Blob base64Decode(String inputString)': (_tx, text: S) =>
      new ApexBlob(Buffer.from(required(text, 1).replaceAll('-', '+').replaceAll('_', '/'), 'base64')),
    'static String base64Encode(Blob inputBlob)': (tx, blob: ApexBlob | null) =>
      heldText(tx, Buffer.from(required(blob, 1).bytes).toString('base64')),
    'static Blob convertFromHex(String inputString)': (_tx, text: S) => {
      const hex = required(text, 1);
      if (!/^(?:[0-9a-fA-F]{2})*$/.test(hex)) throw invalidParameter(`Invalid hex string: ${hex}`);
      return new ApexBlob(Buffer.from(hex, 'hex'));
    },
    'static String convertToHex(Blob inputBlob)': (tx, blob: ApexBlob | null) =>
      heldText(tx, Buffer.from(required(blob, 1).bytes).toString('hex')),
    'static String urlDecode(String inputString, String encodingScheme)': (_tx, text: S, encoding: S) =>
      urlDecode(required(text, 1), charset(required(encoding, 2))),
    'static String urlEncode(String inputString, String encodingScheme)': (_tx, text: S, encoding: S) =>
      urlEncode(required(text, 1), charset(required(encoding, 2)))
  }
});
