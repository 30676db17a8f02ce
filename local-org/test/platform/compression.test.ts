import { table } from './table.js';

const zip = 'Apex Reference Guide, "Compression Namespace"';

const classes = {
  Zips: `public class Zips {
    public static Blob made() {
      Compression.ZipWriter writer = new Compression.ZipWriter();
      writer.addEntry('a.txt', Blob.valueOf('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'));
      writer.addEntry('b/c.txt', 'second', Datetime.newInstance(2026, 3, 4, 5, 6, 8), Compression.Method.STORED, Blob.valueOf('é'));
      return writer.getArchive();
    }
    public static Compression.ZipReader read() { return new Compression.ZipReader(made()); }
    public static Boolean packed() { return read().getEntry('a.txt').getCompressedSize() < 20; }
    public static String copied() {
      Compression.ZipWriter writer = new Compression.ZipWriter();
      for (Compression.ZipEntry entry : read().getEntries()) writer.addEntry(entry);
      writer.removeEntry('a.txt');
      return new Compression.ZipReader(writer.getArchive()).extract('b/c.txt').toString();
    }
    public static String written() {
      Compression.ZipWriter writer = new Compression.ZipWriter();
      writer.setLevel(Compression.Level.BEST_SPEED).setMethod(Compression.Method.STORED);
      Compression.ZipEntry entry = writer.addEntry('x', Blob.valueOf('x'));
      return writer.getLevel() + ' ' + writer.getMethod() + ' ' + entry.getMethod() + ' ' + writer.getEntryNames() + ' ' + writer.getEntry('x').getContent().toString();
    }
    public static void twice() {
      Compression.ZipWriter writer = new Compression.ZipWriter();
      writer.addEntry('x', Blob.valueOf('1'));
      writer.addEntry('x', Blob.valueOf('2'));
    }
    public static void broken() { new Compression.ZipReader(Blob.valueOf('this is no archive at all')); }
    public static Boolean caught() {
      try { broken(); return false; } catch (Compression.ZipException e) { return true; }
    }
  }`
};

table(
  'archives',
  [
    ['Zips.read().getEntryNames()', '(a.txt, b/c.txt)', zip],
    ["Zips.read().extract('a.txt').size()", '48', zip],
    ["Zips.read().extract(Zips.read().getEntry('b/c.txt')).toString()", 'é', zip],
    ["Zips.read().getEntry('b/c.txt').getComment()", 'second', zip],
    ["Zips.read().getEntry('b/c.txt').getMethod()", 'STORED', zip],
    ["Zips.read().getEntry('a.txt').getMethod()", 'DEFLATED', zip],
    ["Zips.read().getEntry('b/c.txt').getLastModifiedTime() == Datetime.newInstance(2026, 3, 4, 5, 6, 8)", 'true', zip],
    ["Zips.read().getEntry('a.txt').getUncompressedSize()", '48', zip],
    ["Zips.read().getEntry('b/c.txt').getCrc()", '235179326', zip],
    ["Zips.read().getEntry('none')", 'null', zip],
    ["Zips.read().getEntriesMap().containsKey('a.txt')", 'true', zip],
    ['Zips.packed()', 'true', zip],
    ['Zips.copied()', 'é', zip],
    ['Zips.written()', 'BEST_SPEED STORED STORED {x} x', zip],
    ["Zips.read().extract('none')", 'Compression.ZipException: Entry not found: none', zip],
    ['Zips.caught()', 'true', zip]
  ],
  { classes }
);
