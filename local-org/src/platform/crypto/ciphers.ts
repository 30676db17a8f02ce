import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ApexBlob } from '../../kernel/scalars.js';
import { required } from '../../runtime/arguments.js';
import { apexException, invalidParameter } from '../../runtime/exceptions.js';

type S = string | null;
type B = ApexBlob | null;

const gcmIv = 12;
const gcmTag = 16;
const cbcIv = 16;
/** Bytes of a GCM text before its IV: the length of the IV, as a Java ByteBuffer writes it. */
const lengthBytes = 4;
const mostData = 1_048_576;

interface Cipher {
  readonly key: Uint8Array;
  readonly size: number;
  readonly gcm: boolean;
}

/** The cipher of a name and key, with the platform's texts (Apex Reference Guide, "Crypto Class", "Encrypt and Decrypt Exceptions"). */
function cipherOf(algorithm: S, key: B): Cipher {
  const match = /^AES(128|192|256)(-CBC|-GCM)?$/i.exec(required(algorithm, 1));
  const gcm = match?.[2]?.toUpperCase() === '-GCM';
  if (!match || (gcm && match[1] !== '256'))
    throw invalidParameter(`Invalid algorithm ${algorithm}. Must be AES128, AES192, or AES256.`);
  const size = Number(match[1]);
  const bytes = required(key, 2).bytes;
  if (bytes.length * 8 !== size) throw invalidParameter(`Invalid private key. Must be ${size / 8} bytes.`);
  return { key: bytes, size, gcm };
}

function checkedData(data: B, position: number, most: number): Uint8Array {
  const { bytes } = required(data, position);
  if (bytes.length > most)
    throw invalidParameter(
      `Invalid data. Input data is ${bytes.length} bytes, which exceeds the limit of ${most} bytes.`
    );
  return bytes;
}

function cbcIvOf(iv: B): Uint8Array {
  const { bytes } = required(iv, 3);
  if (bytes.length !== cbcIv) throw invalidParameter(`Invalid initialization vector. Must be ${cbcIv} bytes.`);
  return bytes;
}

/** For GCM any IV of the caller is refused: the platform makes one. */
function refuseIv(iv: B): void {
  if (iv !== null) throw invalidParameter('Invalid initialization vector.');
}

function refuseAad({ gcm }: Cipher, aad: B): void {
  if (aad !== null && !gcm) throw invalidParameter('AAD can only be used with AESGCM algorithms.');
}

function encryptCbc({ key, size }: Cipher, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const cipher = createCipheriv(`aes-${size}-cbc`, key, iv);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

function decryptCbc({ key, size }: Cipher, iv: Uint8Array, data: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(`aes-${size}-cbc`, key, iv);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    throw apexException(
      'SecurityException',
      'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.'
    );
  }
}

/** Length of the IV, IV, then text and tag. */
function encryptGcm({ key }: Cipher, data: Uint8Array, aad: B): Uint8Array {
  const iv = randomBytes(gcmIv);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  if (aad) cipher.setAAD(aad.bytes);
  const length = Buffer.alloc(lengthBytes);
  length.writeInt32BE(gcmIv);
  return Buffer.concat([length, iv, cipher.update(data), cipher.final(), cipher.getAuthTag()]);
}

function decryptGcm({ key }: Cipher, data: Uint8Array, aad: B): Uint8Array {
  if (data.length < lengthBytes + gcmIv + gcmTag)
    throw invalidParameter('Unable to parse the initialization vector from encrypted data.');
  const textAt = lengthBytes + gcmIv;
  const tagAt = data.length - gcmTag;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(lengthBytes, textAt));
    if (aad) decipher.setAAD(aad.bytes);
    decipher.setAuthTag(data.subarray(tagAt));
    return Buffer.concat([decipher.update(data.subarray(textAt, tagAt)), decipher.final()]);
  } catch {
    throw apexException('SecurityException', 'Tag mismatch!');
  }
}

/** Crypto.encrypt. */
export function encrypt(algorithm: S, key: B, iv: B, data: B): Uint8Array {
  const cipher = cipherOf(algorithm, key);
  const bytes = checkedData(data, 4, mostData);
  if (!cipher.gcm) return encryptCbc(cipher, cbcIvOf(iv), bytes);
  refuseIv(iv);
  return encryptGcm(cipher, bytes, null);
}

/** Crypto.decrypt. */
export function decrypt(algorithm: S, key: B, iv: B, data: B): Uint8Array {
  const cipher = cipherOf(algorithm, key);
  const bytes = checkedData(data, 4, mostData + 32);
  if (!cipher.gcm) return decryptCbc(cipher, cbcIvOf(iv), bytes);
  refuseIv(iv);
  return decryptGcm(cipher, bytes, null);
}

/** Crypto.encryptWithManagedIV: a new IV stands before the text. */
export function encryptManaged(algorithm: S, key: B, data: B, aad: B): Uint8Array {
  const cipher = cipherOf(algorithm, key);
  refuseAad(cipher, aad);
  const bytes = checkedData(data, 3, mostData);
  if (cipher.gcm) return encryptGcm(cipher, bytes, aad);
  const iv = randomBytes(cbcIv);
  return Buffer.concat([iv, encryptCbc(cipher, iv, bytes)]);
}

/** Crypto.decryptWithManagedIV. */
export function decryptManaged(algorithm: S, key: B, data: B, aad: B): Uint8Array {
  const cipher = cipherOf(algorithm, key);
  refuseAad(cipher, aad);
  const bytes = checkedData(data, 3, mostData + 32);
  if (cipher.gcm) return decryptGcm(cipher, bytes, aad);
  if (bytes.length < cbcIv) throw invalidParameter('Unable to parse the initialization vector from encrypted data.');
  return decryptCbc(cipher, bytes.subarray(0, cbcIv), bytes.subarray(cbcIv));
}
