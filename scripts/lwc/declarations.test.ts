import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readApexClass } from './apex-reader.mjs';
import { Declarations } from './declarations.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'declarations-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function read(name: string, source: string) {
  const file = join(folder, `${name}.cls`);
  writeFileSync(file, source);
  return readApexClass(file);
}

test('declares methods and data types as an LWC sees them', () => {
  const controller = read(
    'Panel',
    `public with sharing class Panel {
      @AuraEnabled(cacheable=true) public static Data load(Id recordId, Map<String, Decimal> rates) { return null; }
      @AuraEnabled public static void forget() {}
      public static void notForLwc() {}
      public class Data {
        @AuraEnabled public String name, city;
        @AuraEnabled public Datetime at { get; set; }
        @AuraEnabled public List<Line> lines;
        @AuraEnabled public Account account;
        public String hidden;
      }
      public class Line { @AuraEnabled public Integer[] counts; @AuraEnabled public Shared.Item item; }
    }`
  );
  const shared = read('Shared', 'public class Shared { public class Item { @AuraEnabled public Boolean ok; } }');

  const text = new Declarations([controller, shared]).of(controller);

  expect(text).toBe(`declare module 'apex/Panel' {
  export interface Data {
    name?: string | null;
    city?: string | null;
    at?: string | null;
    lines?: import('apex/Panel').Line[] | null;
    account?: Record<string, unknown> | null;
  }

  export interface Line {
    counts?: number[] | null;
    item?: import('apex/Shared').Item | null;
  }
}

declare module '@salesforce/apex/Panel.load' {
  const method: import('apex/method').ApexMethod<{ recordId: string | null; rates: Record<string, number> | null }, import('apex/Panel').Data>;
  export default method;
}

declare module '@salesforce/apex/Panel.forget' {
  const method: import('apex/method').ApexMethod<Record<string, never> | void, void>;
  export default method;
}
`);
});

test('says where Apex cannot be parsed', () => {
  expect(() => read('Broken', 'public class Broken {\n  @AuraEnabled public static String x( { }\n}')).toThrow(
    /Broken\.cls:2:\d+ /
  );
});

test('leaves interfaces and enums out', () => {
  expect(read('Port', 'public interface Port { void send(); }')).toBeNull();
});
