import { inflateSync, type ZippableFile, zipSync } from 'fflate';

export type ZipMethod = 'DEFLATED' | 'STORED';

/** What an archive says of one of its files. */
export interface ArchiveEntry {
  readonly name: string;
  readonly comment: string | null;
  readonly method: ZipMethod;
  readonly modifiedMs: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** The content as it lies in the archive. */
  readonly packed: Uint8Array;
}

/** The bytes are no zip archive, or one of a kind that cannot be read; the message says why. */
export class BrokenArchive extends Error {}

const endMark = 0x06054b50;
const centralMark = 0x02014b50;
const endLength = 22;

/** The files of an archive in the order of its directory (APPNOTE, "Central directory structure"). */
export function readArchive(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const entries: ArchiveEntry[] = [];
  try {
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== centralMark) throw new BrokenArchive('invalid CEN header (bad signature)');
      entries.push(entryAt(bytes, view, at));
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new BrokenArchive('unexpected end of the archive');
    throw error;
  }
  return entries;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= 0; at--) if (view.getUint32(at, true) === endMark) return at;
  throw new BrokenArchive('zip END header not found');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ArchiveEntry {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const commentLength = view.getUint16(at + 32, true);
  const textAt = (from: number, length: number) => new TextDecoder().decode(bytes.subarray(from, from + length));
  const code = view.getUint16(at + 10, true);
  if (code !== 0 && code !== 8) throw new BrokenArchive('invalid compression method');
  const compressedSize = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const comment = textAt(at + 46 + nameLength + extraLength, commentLength);
  return {
    name: textAt(at + 46, nameLength),
    comment: comment === '' ? null : comment,
    method: code === 0 ? 'STORED' : 'DEFLATED',
    modifiedMs: momentOf(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size: view.getUint32(at + 24, true),
    packed: bytes.subarray(from, from + compressedSize)
  };
}

/** A date and a time as DOS keeps them, in two seconds. */
function momentOf(date: number, time: number): number {
  const [year, month, day] = [1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31];
  return new Date(year, month, day, time >> 11, (time >> 5) & 63, (time & 31) * 2).getTime();
}

export function unpacked({ method, packed, size }: ArchiveEntry): Uint8Array {
  return method === 'STORED' ? packed.slice() : inflateSync(packed, { out: new Uint8Array(size) });
}

export interface ArchiveFile {
  readonly name: string;
  readonly comment: string | null;
  readonly method: ZipMethod;
  readonly modifiedMs: number;
  readonly content: Uint8Array;
}

/** Days that an archive can tell. */
const earliest = Date.UTC(1980, 0, 2);
const latest = Date.UTC(2099, 11, 30);

export function writeArchive(files: readonly ArchiveFile[], level: 0 | 1 | 6 | 9): Uint8Array {
  const zippable: Record<string, ZippableFile> = {};
  for (const { name, comment, method, modifiedMs, content } of files) {
    const mtime = Math.min(Math.max(modifiedMs, earliest), latest);
    const options = { level: method === 'STORED' ? (0 as const) : level, mtime };
    zippable[name] = [content, comment === null ? options : { ...options, comment }];
  }
  return zipSync(zippable);
}
