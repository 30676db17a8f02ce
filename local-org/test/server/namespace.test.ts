import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalOrg } from '../../src/org/local-org.js';
import { callApexRest } from '../../src/server/routes/apex-rest.js';
import { objectDescribe } from '../../src/server/routes/describe/object.js';
import type { RouteContext } from '../../src/server/routes/route.js';
import { createRecord } from '../../src/server/routes/rest-sobjects.js';
import { runQuery } from '../../src/server/routes/rest-query.js';
import type { HttpResult } from '../../src/server/worker/protocol.js';
import { openOrg } from '../platform/org-table.js';
import { field } from '../schema/project.js';

let org: LocalOrg;
const ends: (() => void)[] = [];
beforeAll(async () => {
  org = await openOrg(
    {
      'sfdx-project.json': '{ "packageDirectories": [{ "path": "." }], "namespace": "ns" }',
      'objects/Shelf__c/Shelf__c.object-meta.xml':
        '<CustomObject><label>Shelf</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
      'objects/Shelf__c/fields/Code__c.field-meta.xml': field(
        '<fullName>Code__c</fullName><label>Code</label><type>Text</type><length>20</length>'
      ),
      'classes/Shelves.cls': `@RestResource(urlMapping='/shelves/*')
        global class Shelves {
          @HttpGet global static String path() { return RestContext.request.resourcePath; }
        }`,
      'triggers/OnShelf.trigger': `trigger OnShelf on Shelf__c (before insert) {
        for (Shelf__c shelf : Trigger.new) if (shelf.Code__c == 'none') shelf.Name.substring(99);
      }`
    },
    (work) => ends.push(work)
  );
});
afterAll(() => {
  org.close();
  for (const end of ends) end();
});

interface Asked {
  readonly method?: string;
  readonly params?: readonly string[];
  readonly query?: string;
  readonly body?: unknown;
}

function ask(route: (context: RouteContext) => HttpResult, { method = 'GET', params = [], query = '', body }: Asked) {
  return org.run({ userId: org.data.administratorId, origin: { kind: 'rest' } }, (tx) => {
    const sent = body === undefined ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(body));
    const task = { method, path: '', headers: [], body: sent };
    const asked = { tx, task, params, query: new URLSearchParams(query), root: '/services/data/v67.0' };
    const result = route(asked as unknown as RouteContext);
    return JSON.parse(new TextDecoder().decode(result.body)) as unknown;
  });
}

it('clients see the namespace in what describes an object', () => {
  const model = org.org.schema.object('Shelf__c');
  const described = org.run({ userId: org.data.administratorId, origin: { kind: 'rest' } }, (tx) =>
    model ? objectDescribe(tx, model, '/services/data/v67.0') : {}
  ) as { name: string; urls: Record<string, string>; fields: { name: string }[] };

  expect(described.name).toBe('ns__Shelf__c');
  expect(described.urls['sobject']).toBe('/services/data/v67.0/sobjects/ns__Shelf__c');
  expect(described.fields.map(({ name }) => name)).toContain('ns__Code__c');
});

it('clients may leave it out of what they ask', () => {
  ask(createRecord, { method: 'POST', params: ['Shelf__c'], body: { Name: 'a', Code__c: 'x', ns__Code__c: 'y' } });

  expect(ask(runQuery, { query: 'q=SELECT Name, Code__c FROM Shelf__c' })).toMatchObject({
    records: [{ attributes: { type: 'ns__Shelf__c' }, Name: 'a', ns__Code__c: 'y' }]
  });
});

it('a trigger that fails is named with it', () => {
  const failed = () =>
    ask(createRecord, { method: 'POST', params: ['ns__Shelf__c'], body: { Name: 'a', Code__c: 'none' } });

  expect(failed).toThrow(/ns\.OnShelf: execution of BeforeInsert[^]*Trigger\.ns\.OnShelf: line 2, column 1/);
});

it.each([
  ['/ns/shelves/1', '/services/apexrest/ns/shelves/*'],
  ['/shelves/1', '/services/apexrest/shelves/*']
])('the Apex REST resource of %s is %s', (path, resource) => {
  expect(ask(callApexRest, { params: [path] })).toBe(resource);
});
