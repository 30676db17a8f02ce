import {
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
import { decrypt, decryptManaged, encrypt, encryptManaged } from './crypto/ciphers.js';
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
interface Signature {
  readonly hash: string;
  /** P1363 form instead of DER. */
  readonly plain?: true;
}
const signatures: Readonly<Record<string, Signature>> = {
  RSA: { hash: 'sha1' },
  'RSA-SHA1': { hash: 'sha1' },
  'RSA-SHA256': { hash: 'sha256' },
  'RSA-SHA384': { hash: 'sha384' },
  'RSA-SHA512': { hash: 'sha512' },
  'ECDSA-SHA256': { hash: 'sha256' },
  'ECDSA-SHA384': { hash: 'sha384' },
  'ECDSA-SHA512': { hash: 'sha512' },
  'ECDSA-SHA256-P1363': { hash: 'sha256', plain: true },
  'ECDSA-SHA256-PLAIN': { hash: 'sha256', plain: true },
  'ECDSA-SHA384-P1363': { hash: 'sha384', plain: true },
  'ECDSA-SHA512-P1363': { hash: 'sha512', plain: true }
};

/** How the bytes of an ECDSA signature are laid out; other signatures have one form. */
const encoding = ({ plain }: Signature): { dsaEncoding?: 'ieee-p1363' } => (plain ? { dsaEncoding: 'ieee-p1363' } : {});

function pick<V>(table: Readonly<Record<string, V>>, name: S): V {
  const found = table[required(name, 1).toUpperCase()];
  if (found === undefined) throw invalidParameter(`Invalid algorithm: ${name}`);
  return found;
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
    ) => blob(decrypt(algorithm, key, iv, data)),
    'static Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText)': (
      _tx,
      algorithm: S,
      key: B,
      data: B
    ) => blob(decryptManaged(algorithm, key, data, null)),
    'static Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText, Blob aaData)': (
      _tx,
      algorithm: S,
      key: B,
      data: B,
      aad: B
    ) => blob(decryptManaged(algorithm, key, data, aad)),
    'static Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)': (
      _tx,
      algorithm: S,
      key: B,
      iv: B,
      data: B
    ) => blob(encrypt(algorithm, key, iv, data)),
    'static Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)': (
      _tx,
      algorithm: S,
      key: B,
      data: B
    ) => blob(encryptManaged(algorithm, key, data, null)),
    'static Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText, Blob aaData)': (
      _tx,
      algorithm: S,
      key: B,
      data: B,
      aad: B
    ) => blob(encryptManaged(algorithm, key, data, aad)),
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
      const signature = pick(signatures, algorithm);
      return guarded(() => {
        const privateKey = createPrivateKey({ key: Buffer.from(required(key, 3).bytes), format: 'der', type: 'pkcs8' });
        return blob(sign(signature.hash, required(data, 2).bytes, { key: privateKey, ...encoding(signature) }));
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
      const form = pick(signatures, algorithm);
      return guarded(() => {
        const publicKey = createPublicKey({ key: Buffer.from(required(key, 4).bytes), format: 'der', type: 'spki' });
        const verified = { key: publicKey, ...encoding(form) };
        return verify(form.hash, required(data, 2).bytes, verified, required(signature, 3).bytes);
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
