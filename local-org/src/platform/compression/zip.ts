import { ApexList, ApexMap, ApexSet } from '../../kernel/collections.js';
import { type ApexEnumValue, ApexObject } from '../../kernel/object.js';
import { ApexBlob, ApexDatetime } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import { type ApexType, T } from '../../kernel/types.js';
import { required } from '../../runtime/arguments.js';
import { apexException } from '../../runtime/exceptions.js';
import { platformClass } from '../define.js';
import { enumConstant } from '../enums.js';
import { type ArchiveEntry, BrokenArchive, readArchive, unpacked, writeArchive, type ZipMethod } from './archive.js';

const entryType: ApexType = { kind: 'platform', name: 'Compression.ZipEntry', args: [] };
const refuse = (message: string) => apexException('Compression.ZipException', message);

/** Compression.ZipEntry: a file of an archive that is read, or one for an archive to be. */
class ZipEntry extends ApexObject {
  name = '';
  comment: string | null = null;
  method: ZipMethod = 'DEFLATED';
  modified: ApexDatetime | null = null;
  content: ApexBlob | null = null;
  /** What the archive says; null before it is written. */
  archived: ArchiveEntry | null = null;
  override apexType(): ApexType {
    return entryType;
  }
}

const level = { NO_COMPRESSION: 0, BEST_SPEED: 1, DEFAULT_LEVEL: 6, BEST_COMPRESSION: 9 } as const;

class ZipWriter extends ApexObject {
  readonly entries = new Map<string, ZipEntry>();
  level: keyof typeof level = 'DEFAULT_LEVEL';
  method: ZipMethod = 'DEFLATED';
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Compression.ZipWriter', args: [] };
  }
  add(tx: Transaction, given: string | null, values: Partial<ZipEntry>): ZipEntry {
    const name = required(given, 1);
    if (this.entries.has(name)) throw refuse(`duplicate entry: ${name}`);
    const entry = Object.assign(new ZipEntry(), { method: this.method, ...values, name });
    entry.modified ??= new ApexDatetime(tx.now());
    this.entries.set(name, entry);
    return entry;
  }
}

class ZipReader extends ApexObject {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  constructor(data: ApexBlob) {
    super();
    this.entries = new Map(read(data).map((archived) => [archived.name, entryOf(archived)]));
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Compression.ZipReader', args: [] };
  }
  extract(name: string): ApexBlob {
    const archived = this.entries.get(name)?.archived;
    if (!archived) throw refuse(`Entry not found: ${name}`);
    try {
      return new ApexBlob(unpacked(archived));
    } catch {
      throw refuse(`The content of ${name} cannot be read.`);
    }
  }
}

function read(data: ApexBlob): ArchiveEntry[] {
  try {
    return readArchive(data.bytes);
  } catch (error) {
    throw error instanceof BrokenArchive ? refuse(error.message) : error;
  }
}

function entryOf(archived: ArchiveEntry): ZipEntry {
  const { name, comment, method, modifiedMs } = archived;
  return Object.assign(new ZipEntry(), { name, comment, method, modified: new ApexDatetime(modifiedMs), archived });
}

const methodOf = (value: ApexEnumValue | null): ZipMethod =>
  required(value, 1).name === 'STORED' ? 'STORED' : 'DEFLATED';
const list = (entries: ReadonlyMap<string, ZipEntry>): ApexList => new ApexList(entryType, [...entries.values()]);

/** Apex Reference Guide, "Compression Namespace"; the texts of its exceptions are those of Java, from memory. */
export const compressionClasses = [
  platformClass({
    name: 'Compression.ZipEntry',
    members: {
      'Compression.ZipEntry()': () => new ZipEntry(),
      'String getName()': (_tx, self: ZipEntry) => self.name,
      'String getComment()': (_tx, self: ZipEntry) => self.comment,
      'Compression.Method getMethod()': (_tx, self: ZipEntry) => enumConstant('Compression.Method', self.method),
      'Datetime getLastModifiedTime()': (_tx, self: ZipEntry) => self.modified,
      'Blob getContent()': (_tx, self: ZipEntry) =>
        self.content ?? (self.archived && new ApexBlob(unpacked(self.archived))),
      'Long getCompressedSize()': (_tx, self: ZipEntry) => BigInt(self.archived?.compressedSize ?? -1),
      'Long getUncompressedSize()': (_tx, self: ZipEntry) =>
        BigInt(self.archived?.size ?? self.content?.bytes.length ?? -1),
      'Long getCrc()': (_tx, self: ZipEntry) => BigInt(self.archived?.crc ?? -1),
      'Compression.ZipEntry setComment(String comment)': (_tx, self: ZipEntry, comment: string | null) =>
        Object.assign(self, { comment }),
      'Compression.ZipEntry setContent(Blob blob)': (_tx, self: ZipEntry, content: ApexBlob | null) =>
        Object.assign(self, { content }),
      'Compression.ZipEntry setLastModifiedTime(Datetime modTime)': (
        _tx,
        self: ZipEntry,
        modified: ApexDatetime | null
      ) => Object.assign(self, { modified }),
      'Compression.ZipEntry setMethod(Compression.Method method)': (_tx, self: ZipEntry, value: ApexEnumValue | null) =>
        Object.assign(self, { method: methodOf(value) })
    }
  }),
  platformClass({
    name: 'Compression.ZipWriter',
    members: {
      'Compression.ZipWriter()': () => new ZipWriter(),
      'Compression.ZipEntry addEntry(String name, Blob data)': (
        tx,
        self: ZipWriter,
        name: string | null,
        content: ApexBlob | null
      ) => self.add(tx, name, { content: required(content, 2) }),
      'Compression.ZipEntry addEntry(Compression.ZipEntry prototype)': (
        tx,
        self: ZipWriter,
        given: ZipEntry | null
      ) => {
        const { name, comment, method, modified, content, archived } = required(given, 1);
        return self.add(tx, name, {
          ...{ comment, method, modified },
          content: content ?? (archived && new ApexBlob(unpacked(archived)))
        });
      },
      'Compression.ZipEntry addEntry(String name, String comment, Datetime modTime, Compression.Method method, Blob data)':
        (
          tx,
          self: ZipWriter,
          name: string | null,
          comment: string | null,
          modified: ApexDatetime | null,
          method: ApexEnumValue | null,
          content: ApexBlob | null
        ) => self.add(tx, name, { comment, modified, method: methodOf(method), content: required(content, 5) }),
      'Blob getArchive()': (tx, self: ZipWriter) => {
        const files = [...self.entries.values()].map(({ name, comment, method, modified, content }) => ({
          ...{ name, comment, method },
          modifiedMs: modified?.ms ?? tx.now(),
          content: content?.bytes ?? new Uint8Array()
        }));
        return new ApexBlob(writeArchive(files, level[self.level]));
      },
      'List<Compression.ZipEntry> getEntries()': (_tx, self: ZipWriter) => list(self.entries),
      'Compression.ZipEntry getEntry(String name)': (_tx, self: ZipWriter, name: string | null) =>
        self.entries.get(required(name, 1)) ?? null,
      'Set<String> getEntryNames()': (_tx, self: ZipWriter) => {
        const names = new ApexSet(T.String);
        for (const name of self.entries.keys()) names.entries.set(name, name);
        return names;
      },
      'Compression.Level getLevel()': (_tx, self: ZipWriter) => enumConstant('Compression.Level', self.level),
      'Compression.Method getMethod()': (_tx, self: ZipWriter) => enumConstant('Compression.Method', self.method),
      'void removeEntry(String name)': (_tx, self: ZipWriter, name: string | null) => {
        self.entries.delete(required(name, 1));
      },
      'Compression.ZipWriter setLevel(Compression.Level value)': (_tx, self: ZipWriter, value: ApexEnumValue | null) =>
        Object.assign(self, { level: required(value, 1).name }),
      'Compression.ZipWriter setMethod(Compression.Method value)': (
        _tx,
        self: ZipWriter,
        value: ApexEnumValue | null
      ) => Object.assign(self, { method: methodOf(value) })
    }
  }),
  platformClass({
    name: 'Compression.ZipReader',
    members: {
      'Compression.ZipReader(Blob data)': (_tx, data: ApexBlob | null) => new ZipReader(required(data, 1)),
      'Blob extract(String name)': (_tx, self: ZipReader, name: string | null) => self.extract(required(name, 1)),
      'Blob extract(Compression.ZipEntry entry)': (_tx, self: ZipReader, entry: ZipEntry | null) =>
        self.extract(required(entry, 1).name),
      'List<Compression.ZipEntry> getEntries()': (_tx, self: ZipReader) => list(self.entries),
      'Map<String, Compression.ZipEntry> getEntriesMap()': (_tx, self: ZipReader) => {
        const map = new ApexMap(T.String, entryType);
        for (const [name, entry] of self.entries) map.entries.set(name, { key: name, value: entry });
        return map;
      },
      'Compression.ZipEntry getEntry(String name)': (_tx, self: ZipReader, name: string | null) =>
        self.entries.get(required(name, 1)) ?? null,
      'List<String> getEntryNames()': (_tx, self: ZipReader) => new ApexList(T.String, [...self.entries.keys()])
    }
  })
];
