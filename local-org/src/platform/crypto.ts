import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  timingSafeEqual,
  verify
} from 'node:crypto';
import { ApexBlob } from '../kernel/scalars.js';
import { required } from '../runtime/arguments.js';
import { apexException, invalidParameter } from '../runtime/exceptions.js';
import { platformClass } from './define.js';

type S = string | null;
type B = ApexBlob | null;

const blob = (bytes: Uint8Array): ApexBlob => new ApexBlob(new Uint8Array(bytes));

const digests: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  'SHA-256': 'sha256',
  SHA512: 'sha512',
  'SHA-512': 'sha512',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512'
};
const macs: Readonly<Record<string, string>> = {
  HMACMD5: 'md5',
  HMACSHA1: 'sha1',
  HMACSHA256: 'sha256',
  HMACSHA512: 'sha512'
};
const signatures: Readonly<Record<string, { readonly hash: string }>> = {
  RSA: { hash: 'sha1' },
  'RSA-SHA1': { hash: 'sha1' },
  'RSA-SHA256': { hash: 'sha256' },
  'RSA-SHA384': { hash: 'sha384' },
  'RSA-SHA512': { hash: 'sha512' },
  'ECDSA-SHA256': { hash: 'sha256' },
  'ECDSA-SHA384': { hash: 'sha384' },
  'ECDSA-SHA512': { hash: 'sha512' }
};

function pick<V>(table: Readonly<Record<string, V>>, name: S): V {
  const found = table[required(name, 1).toUpperCase()];
  if (found === undefined) throw invalidParameter(`Invalid algorithm: ${name}`);
  return found;
}

function cipherName(algorithm: S, key: Uint8Array): string {
  const size = /^AES(128|192|256)$/i.exec(required(algorithm, 1))?.[1];
  if (!size) throw invalidParameter(`Invalid algorithm: ${algorithm}. Must be AES128, AES192, or AES256.`);
  if (key.length * 8 !== Number(size))
    throw invalidParameter(`Invalid private key. Must be ${Number(size) / 8} bytes.`);
  return `aes-${size}-cbc`;
}

/** Refusals of the cryptographic library become the platform's SecurityException. */
function guarded<V>(run: () => V): V {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw apexException('SecurityException', error.message);
    throw error;
  }
}

function encrypt(algorithm: S, key: B, iv: Uint8Array, data: B): Uint8Array {
  const secret = required(key, 2).bytes;
  const name = cipherName(algorithm, secret);
  return guarded(() => {
    const cipher = createCipheriv(name, secret, iv);
    return Buffer.concat([cipher.update(required(data, 3).bytes), cipher.final()]);
  });
}

function decrypt(algorithm: S, key: B, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const secret = required(key, 2).bytes;
  const name = cipherName(algorithm, secret);
  try {
    const decipher = createDecipheriv(name, secret, iv);
    return Buffer.concat([decipher.update(data), decipher.final()]);
  } catch {
    throw apexException(
      'SecurityException',
      'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.'
    );
  }
}

const randomLong = (): bigint => randomBytes(8).readBigInt64BE();

export const cryptoClass = platformClass({
  name: 'System.Crypto',
  members: {
    'static Blob decrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob cipherText)': (
      _tx,
      algorithm: S,
      key: B,
      iv: B,
      data: B
    ) => blob(decrypt(algorithm, key, required(iv, 3).bytes, required(data, 4).bytes)),
    'static Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText)': (
      _tx,
      algorithm: S,
      key: B,
      data: B
    ) => {
      const bytes = required(data, 3).bytes;
      return blob(decrypt(algorithm, key, bytes.subarray(0, 16), bytes.subarray(16)));
    },
    'static Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)': (
      _tx,
      algorithm: S,
      key: B,
      iv: B,
      data: B
    ) => blob(encrypt(algorithm, key, required(iv, 3).bytes, data)),
    'static Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)': (
      _tx,
      algorithm: S,
      key: B,
      data: B
    ) => {
      const iv = randomBytes(16);
      return blob(Buffer.concat([iv, encrypt(algorithm, key, iv, data)]));
    },
    'static Blob generateAesKey(Integer size)': (_tx, size: number | null) => {
      if (![128, 192, 256].includes(required(size, 1)))
        throw invalidParameter('Invalid key size. Must be 128, 192, or 256.');
      return blob(randomBytes((size as number) / 8));
    },
    'static Blob generateDigest(String algorithmName, Blob input)': (_tx, algorithm: S, data: B) =>
      blob(createHash(pick(digests, algorithm)).update(required(data, 2).bytes).digest()),
    'static Blob generateMac(String algorithmName, Blob input, Blob privateKey)': (
      _tx,
      algorithm: S,
      data: B,
      key: B
    ) => blob(createHmac(pick(macs, algorithm), required(key, 3).bytes).update(required(data, 2).bytes).digest()),
    'static Integer getRandomInteger()': () => Number(BigInt.asIntN(32, randomLong())),
    'static Long getRandomLong()': () => randomLong(),
    'static Blob sign(String algorithmName, Blob input, Blob privateKey)': (_tx, algorithm: S, data: B, key: B) => {
      const { hash } = pick(signatures, algorithm);
      return guarded(() => {
        const privateKey = createPrivateKey({ key: Buffer.from(required(key, 3).bytes), format: 'der', type: 'pkcs8' });
        return blob(sign(hash, required(data, 2).bytes, privateKey));
      });
    },
    'static Blob signWithCertificate(String algorithmName, Blob input, String certDevName)': {
      unsupported: 'certificates of the org'
    },
    'static Boolean verify(String algorithmName, Blob data, Blob signature, Blob publicKey)': (
      _tx,
      algorithm: S,
      data: B,
      signature: B,
      key: B
    ) => {
      const { hash } = pick(signatures, algorithm);
      return guarded(() => {
        const publicKey = createPublicKey({ key: Buffer.from(required(key, 4).bytes), format: 'der', type: 'spki' });
        return verify(hash, required(data, 2).bytes, publicKey, required(signature, 3).bytes);
      });
    },
    'static Boolean verifyHmac(String algorithmName, Blob input, Blob privateKey, Blob macToVerify)': (
      _tx,
      algorithm: S,
      data: B,
      key: B,
      mac: B
    ) => {
      const own = createHmac(pick(macs, algorithm), required(key, 3).bytes).update(required(data, 2).bytes).digest();
      const given = required(mac, 4).bytes;
      return own.length === given.length && timingSafeEqual(own, given);
    }
  }
});
